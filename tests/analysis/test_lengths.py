"""Lengths in days, and their bounds."""

import pandas as pd

from openline.analysis.lengths import bounds, days_between


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
