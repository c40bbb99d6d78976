"""Lengths in days, and their bounds where dates are coarse; and the days some years before."""

from calendar import isleap
from datetime import date
from typing import Final

import numpy as np
import pandas as pd

_LEAP_DAY: Final = (2, 29)


def days_between(start: pd.Series, end: pd.Series) -> "pd.Series[float]":
    """Return the days from start to end; missing where either is."""
    return ((end - start) / np.timedelta64(1, "D")).astype("float64")


def bounds(
    start: pd.Series, start_latest: pd.Series, end: pd.Series, end_latest: pd.Series
) -> tuple["pd.Series[float]", "pd.Series[float]"]:
    """Return the least and the greatest length: from the latest start to the earliest end,
    not below 0, and from the earliest start to the latest end."""
    return days_between(start_latest, end).clip(lower=0), days_between(start, end_latest)


def year_before(day: date) -> date:
    """Return the same day of the year before; of a leap day, 28 February."""
    return years_before(day, 1)


def years_before(day: date, years: int) -> date:
    """Return the same day so many years before; of a leap day, 28 February where the year
    has none. No day is before the first of the calendar."""
    year = day.year - years
    if year < 1:
        return date.min
    short = (day.month, day.day) == _LEAP_DAY and not isleap(year)
    return day.replace(year=year, day=28) if short else day.replace(year=year)
