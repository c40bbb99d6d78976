"""The counts of openings and closings by quarter or longer."""

import pandas as pd
import pytest

from openline.figures.openings.periods import (
    KINDS,
    PERIODS,
    Counted,
    count_moves,
    move_kinds,
    period_for,
    period_name,
    period_starts,
)
from tests.figures.moved import moves_of

QUARTER, YEAR, DECADE, CENTURY = PERIODS
DAY = pd.Timestamp("2023-10-05")


@pytest.mark.parametrize(
    ("start", "pixels", "name"),
    [
        ("2013-10-05", 816, "quarter"),
        ("1998-10-05", 816, "quarter"),
        ("1998-10-05", 322, "year"),
        ("1960-01-01", 816, "year"),
        ("1700-01-01", 816, "decade"),
        ("0001-01-01", 816, "century"),
        ("0001-01-01", 10, "century"),
    ],
)
def test_the_period_leaves_room_for_its_bars(start: str, pixels: float, name: str) -> None:
    """Quarters give way to longer periods where they would be too thin to tell apart."""
    assert period_for(pd.Timestamp(start), DAY, pixels).name == name


def test_a_range_of_years_has_whole_quarters() -> None:
    """Ten years have forty quarters, the last of which the as-of day may cut."""
    starts = period_starts(pd.Timestamp("2013-10-05"), DAY, QUARTER, whole=True)
    assert len(starts) == 40
    assert [str(day.date()) for day in starts[[0, -1]]] == ["2014-01-01", "2023-10-01"]


def test_the_whole_record_begins_with_the_period_of_its_first_day() -> None:
    """Nothing before is left out where all is asked for."""
    starts = period_starts(pd.Timestamp("2020-05-09"), DAY, YEAR, whole=False)
    assert str(starts[0].date()) == "2020-01-01"


def test_a_range_within_one_period_is_that_period() -> None:
    """Where no period is whole, the one that there is stands."""
    starts = period_starts(pd.Timestamp("2023-02-01"), DAY, YEAR, whole=True)
    assert [day.year for day in starts] == [2023]


def test_decades_and_centuries_begin_with_round_years() -> None:
    """Longer periods follow the calendar; there is no year 0."""
    decades = period_starts(pd.Timestamp("1987-05-09"), DAY, DECADE, whole=False)
    assert [day.year for day in decades] == [1980, 1990, 2000, 2010, 2020]
    assert period_starts(pd.Timestamp("0001-05-09"), DAY, CENTURY, whole=False)[0].year == 1


def test_each_change_is_counted_as_one_kind() -> None:
    """Openings either move a state or end a silence; of closings severances stand apart."""
    words = ["established", "reopened", "widened", "resumed", "severed", "narrowed", "ended"]
    kinds = move_kinds(pd.Series(words)).tolist()
    assert kinds == ["raised"] * 3 + ["resumed", "severed", "lowered", "lowered"]
    assert set(kinds) == set(KINDS)


def test_moves_are_counted_in_their_period() -> None:
    """A move counts on the first and on the last day of its quarter, and not before the first."""
    moves = moves_of(
        "2022-12-31 severed",
        "2023-01-01 reopened",
        "2023-03-31 resumed",
        "2023-04-01 severed",
        "2023-05-01 ended",
        "2023-10-05 widened",
    )
    starts = period_starts(pd.Timestamp("2023-01-01"), DAY, QUARTER, whole=True)
    found = count_moves(moves, starts, DAY)
    assert found["raised"].tolist() == [1, 0, 0, 1]
    assert found["resumed"].tolist() == [1, 0, 0, 0]
    assert found["severed"].tolist() == [0, 1, 0, 0]
    assert found["lowered"].tolist() == [0, 1, 0, 0]
    ends = [str(day.date()) for day in found["end"]]
    assert ends == ["2023-03-31", "2023-06-30", "2023-09-30", "2023-10-05"]


def test_what_is_counted_begins_with_the_first_period() -> None:
    """Moves before the first period are left out of moves and counts alike."""
    moves = moves_of("2010-01-01 severed", "2023-01-01 reopened")
    found = Counted.of(moves, DAY, pd.Timestamp("2020-10-05"), whole=True, pixels=816)
    assert found.period is QUARTER
    assert found.moves["change"].tolist() == ["reopened"]
    assert found.counts["raised"].sum() == 1


def test_periods_are_called_as_readers_call_them() -> None:
    """Quarters have their number and year, decades their first and last year."""
    assert period_name(pd.Timestamp("2021-10-01"), QUARTER) == "4th quarter of 2021"
    assert period_name(pd.Timestamp("2021-01-01"), YEAR) == "2021"
    assert period_name(pd.Timestamp("2020-01-01"), DECADE) == "2020–2029"
