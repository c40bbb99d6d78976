"""Lengths in days, and their bounds."""

from datetime import date

import pandas as pd

from openline.analysis.lengths import bounds, days_between, years_before


def _days(*texts: str | None) -> pd.Series:
    return pd.Series(pd.to_datetime(list(texts)))


def test_days_between_two_days() -> None:
    """A length counts the days from one day to the other, a leap day included."""
    assert list(days_between(_days("2020-02-01"), _days("2020-03-01"))) == [29]


def test_a_missing_day_has_no_length() -> None:
    """A length is missing where either of its days is."""
    start, end = _days("2020-02-01", None), _days(None, "2020-02-01")
    assert days_between(start, end).isna().all()


def test_bounds_of_coarse_dates() -> None:
    """The bounds run from the latest start to the earliest end, and the other way about."""
    least, most = bounds(
        _days("2020-01-01"), _days("2020-01-31"), _days("2020-03-01"), _days("2020-03-31")
    )
    assert (least[0], most[0]) == (30, 90)


def test_bounds_are_not_below_zero() -> None:
    """Where the start may be after the end, the least length is 0."""
    least, most = bounds(
        _days("2020-01-01"), _days("2020-12-31"), _days("2020-03-01"), _days("2020-03-01")
    )
    assert (least[0], most[0]) == (0, 60)


def test_the_year_before_a_leap_day_has_none() -> None:
    """29 February has no day of its name a year before."""
    assert years_before(date(2024, 2, 29), 1) == date(2023, 2, 28)
    assert years_before(date(2023, 3, 1), 1) == date(2022, 3, 1)


def test_years_before_a_leap_day() -> None:
    """A leap day stays one where the year has it, and no day is before the calendar."""
    assert years_before(date(2024, 2, 29), 4) == date(2020, 2, 29)
    assert years_before(date(2024, 2, 29), 5) == date(2019, 2, 28)
    assert years_before(date(3, 5, 5), 10) == date.min
