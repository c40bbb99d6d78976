"""The interval form: ends, breaks and overlaps."""

import numpy as np
import pandas as pd
import pytest

from openline.record.dates import DateRange, parse_date
from openline.record.intervals import Breaks, check_ends, find_breaks, last_days


def _days(*cells: str) -> pd.Series:
    days = [parse_date(cell) if cell else None for cell in cells]
    assert all(day is None or isinstance(day, DateRange) for day in days)
    return pd.Series(days, dtype=object)


def _breaks(*spans: tuple[str, str]) -> Breaks:
    starts, ends = zip(*spans, strict=True)
    lines = np.arange(2, len(spans) + 2)
    return find_breaks(np.zeros(len(spans), dtype=int), _days(*starts), _days(*ends), lines)


def test_an_end_before_the_start_is_impossible() -> None:
    """An interval that ends before it starts is named with its end; one without end is not."""
    wrong, found = check_ends(
        _days("2020-02-01", "2020", "2020"), _days("2020-01-01", "2020-06", ""), np.array([2, 3, 4])
    )
    assert wrong.tolist() == [True, False, False]
    assert [(item.code, item.line, item.value) for item in found] == [
        ("date-impossible", 2, "2020-01-01")
    ]


@pytest.mark.parametrize("start", ["2020-02-01", "2020-02-02"])
def test_the_next_interval_continues(start: str) -> None:
    """An interval that starts on the end or the day after leaves no break."""
    found = _breaks(("2020-01-01", "2020-02-01"), (start, ""))
    assert found.rows.tolist() == []
    assert not found.problems


def test_a_gap_is_a_break_at_the_end() -> None:
    """Where none follows within a day, the state is unknown from the end on."""
    found = _breaks(("2020-01-01", "2020-02-01"), ("2020-02-03", "2020-03"))
    assert found.rows.tolist() == [0, 1]
    assert [day.text for day in found.dates] == ["2020-02-01", "2020-03"]


def test_an_interval_without_end_goes_on() -> None:
    """An interval without an end lasts until the next and never breaks."""
    assert _breaks(("2020-01-01", ""), ("2021-01-01", "")).rows.tolist() == []


def test_an_overlap_is_named_at_the_later_interval() -> None:
    """An interval that starts before the previous one's end overlaps it."""
    found = _breaks(("2020-01-01", "2020-02-01"), ("2020-01-31", ""))
    assert [(item.code, item.line) for item in found.problems] == [("interval-overlap", 3)]
    assert found.overlapping.tolist() == [False, True]


def test_a_break_never_comes_before_its_start() -> None:
    """An end in the year of the start is unknown from the start's day at the earliest."""
    (day,) = _breaks(("2020-06-01", "2020")).dates
    assert (day.earliest.isoformat(), day.latest.isoformat()) == ("2020-06-01", "2020-12-31")


def test_an_interval_speaks_up_to_the_day_before_its_end() -> None:
    """Without an end it speaks for its start alone, and never for a day before that."""
    found = last_days(
        _days("2020-01-01", "2020-01-01", "2020-06-15"), _days("2021", "", "2020-06/2020-07")
    )
    assert found.astype(str).tolist() == ["2020-12-31", "2020-01-01", "2020-06-15"]


def test_before_each_break_stands_its_eve() -> None:
    """The day before the unknown that follows an interval comes with it, in the year 1 too."""
    assert _breaks(("2020-01-01", "2020-03-01")).eves.astype(str).tolist() == ["2020-02-29"]
    first = _breaks(("0001-01-01", "0001-01-01/0001-06-01"))
    assert first.eves.astype(str).tolist() == ["0000-12-31"]
