"""Lengths in days, and their bounds where dates are coarse; and the days some years before."""

from datetime import date

import numpy as np
import pandas as pd


def days_between(start: pd.Series, end: pd.Series) -> "pd.Series[float]":
    """Return the days from start to end; missing where either is."""
    return ((end - start) / np.timedelta64(1, "D")).astype("float64")


def bounds(
    start: pd.Series, start_latest: pd.Series, end: pd.Series, end_latest: pd.Series
) -> tuple["pd.Series[float]", "pd.Series[float]"]:
    """Return the least and the greatest length: from the latest start to the earliest end,
    not below 0, and from the earliest start to the latest end."""
    return days_between(start_latest, end).clip(lower=0), days_between(start, end_latest)


def years_before(day: date, years: int) -> date:
    """Return the same day so many years before; of a leap day, 28 February where the year
    has none. No day is before the first of the calendar."""
    if day.year <= years:
        return date.min
    return (pd.Timestamp(day) - pd.DateOffset(years=years)).date()
