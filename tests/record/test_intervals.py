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


def _ends(start: str, end: str) -> tuple[bool, list[tuple[str, str]]]:
    rows, found = check_ends(_days(start), _days(end), np.array([2]))
    told = [(item.code, item.suggestion) for item in found.listed]
    return bool(rows[0]), told


def test_an_end_before_the_start_is_impossible() -> None:
    """An interval that ends before it starts is named with its end; one without end is not."""
    rows, found = check_ends(
        _days("2020-02-01", "2020", "2020"), _days("2020-01-01", "2020-06", ""), np.array([2, 3, 4])
    )
    assert rows.tolist() == [True, False, False]
    assert [(item.code, item.line, item.value) for item in found.listed] == [
        ("date-impossible", 2, "2020-01-01")
    ]


@pytest.mark.parametrize(
    ("start", "end", "following"),
    [
        ("2022-03-05", "2022-03-05", "2022-03-06"),
        ("2022-12-31", "2022-12-31", "2023-01-01"),
        ("2024-02-28", "2024-02-28", "2024-02-29"),
        ("2022-03", "2022-03-01", "2022-03-02"),
        ("2022-03-05", "2022-03", "2022-04"),
        ("2022-12-05", "2022-12", "2023-01"),
        ("2022-03", "2022-03", "2022-04"),
        ("2022-03", "2022", "2023"),
        ("2022", "2022", "2023"),
        ("2022-03-02/2022-03-05", "2022-03", "2022-04"),
        ("2022-03-05", "2022-03-01/2022-03-05", "2022-03-06"),
    ],
)
def test_an_interval_without_a_day_names_the_day_after(
    start: str, end: str, following: str
) -> None:
    """Where `end` is the last day, month or year, the error says what `end` is to be."""
    wrong, ((code, suggestion),) = _ends(start, end)
    assert (wrong, code) == (True, "interval-empty")
    assert suggestion.startswith(f"Write {following} as `end` if ")


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2022-03-05", "2022-03-06"),
        ("2022-03-05", "2022-04"),
        ("2022-03", "2022-03-02"),
        ("2022", "2022-08"),
        ("2022-03-05", "2022-03-01/2022-03-06"),
        ("2022-03-20/2022-04-05", "2022-04"),
    ],
)
def test_an_interval_with_a_day_is_sound(start: str, end: str) -> None:
    """An `end` that allows a day after the start's earliest is no error."""
    assert _ends(start, end) == (False, [])


def test_the_calendar_has_a_last_day() -> None:
    """After the last day of the calendar no day is named."""
    assert _ends("9999-12-31", "9999-12-31") == (
        True,
        [("interval-empty", "For `end`, write the first day after the interval.")],
    )


@pytest.mark.parametrize("start", ["2020-02-01", "2020-02-02"])
def test_the_next_interval_continues(start: str) -> None:
    """An interval that starts on the end or the day after leaves no break."""
    found = _breaks(("2020-01-01", "2020-02-01"), (start, ""))
    assert found.rows.tolist() == []
    assert not found.problems.listed


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
    assert [(item.code, item.line) for item in found.problems.listed] == [("interval-overlap", 3)]


def test_an_overlap_is_with_any_earlier_interval() -> None:
    """An interval inside a long one hides no later one that overlaps the long one."""
    found = _breaks(
        ("2020-01-01", "2022-01-01"), ("2020-06-01", "2020-07-01"), ("2021-01-01", "2021-02-01")
    )
    assert [(item.line, item.value) for item in found.problems.listed] == [
        (3, "2020-06-01"),
        (4, "2021-01-01"),
    ]
    assert "ends on 2022-01-01" in found.problems.listed[1].message


def test_intervals_of_two_channels_do_not_overlap() -> None:
    """Only intervals of one channel are compared."""
    found = find_breaks(
        np.array([0, 1]),
        _days("2020-01-01", "2020-01-05"),
        _days("2020-02-01", "2020-03-01"),
        np.array([2, 3]),
    )
    assert found.problems.listed == ()
    assert found.rows.tolist() == [0, 1]


def test_a_break_never_comes_before_its_interval_has_a_day() -> None:
    """The unknown after an end that could lie before its start begins on the day after that."""
    (day,) = _breaks(("2020-06-05", "2020-06-01/2020-06-10")).dates
    assert (day.earliest.isoformat(), day.latest.isoformat()) == ("2020-06-06", "2020-06-10")


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
    assert first.eves.astype(str).tolist() == ["0001-01-01"]
