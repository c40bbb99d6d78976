"""Periods: openings and closings counted by quarter, or by longer periods where quarters are too
many."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from openline.analysis.openings import OPENING
from openline.figures.axis import day_numbers
from openline.record.columns import SEVERED

KINDS: Final = ("raised", "resumed", "severed", "lowered")
"""The ways to count a move: a state raised (established, reopened, widened), a silence ended, a
channel severed, or a state lowered in another way (narrowed, ended)."""

_LEAST_BAR: Final = 5
"""The least width in pixels that a period takes."""
_MONTHS_A_YEAR: Final = 12
_MONTHS_A_QUARTER: Final = 3


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar: its name and its length in months."""

    name: str
    months: int


PERIODS: Final = (
    Period("quarter", _MONTHS_A_QUARTER),
    Period("year", _MONTHS_A_YEAR),
    Period("decade", 10 * _MONTHS_A_YEAR),
    Period("century", 100 * _MONTHS_A_YEAR),
)
"""The periods by which moves can be counted, the shortest first."""


@dataclass(frozen=True, eq=False)
class Counted:
    """Openings and closings, counted: the period, the counts (see `count_moves`), the moves from
    the first period on, and the as-of day."""

    period: Period
    counts: pd.DataFrame
    moves: pd.DataFrame
    as_of: pd.Timestamp

    @classmethod
    def of(
        cls,
        moves: pd.DataFrame,
        as_of: pd.Timestamp,
        start: pd.Timestamp,
        whole: bool,
        pixels: float,
    ) -> "Counted":
        """Count an openings table from a day on, for a plot of a given width."""
        period = period_for(start, as_of, pixels)
        starts = period_starts(start, as_of, period, whole)
        recent = moves[moves["date"] >= starts[0]]
        return cls(period, count_moves(recent, starts, as_of), recent, as_of)


def period_for(start: pd.Timestamp, as_of: pd.Timestamp, pixels: float) -> Period:
    """Return the shortest period whose bars can be told apart on a plot of this many pixels."""
    months = _month(as_of) - _month(start) + 1
    fitting = [item for item in PERIODS if pixels * item.months >= _LEAST_BAR * months]
    return fitting[0] if fitting else PERIODS[-1]


def period_starts(
    start: pd.Timestamp, as_of: pd.Timestamp, period: Period, whole: bool
) -> pd.DatetimeIndex:
    """Return the first days of the periods up to the as-of day.

    With `whole` they begin with the first period that begins on or after `start`, if it has begun
    by the as-of day; else with the one that includes `start`.
    """
    first = _month(start) // period.months
    begins = _first_day(first * period.months)
    if whole and begins < start and _first_day((first + 1) * period.months) <= as_of:
        first += 1
    last = _month(as_of) // period.months
    months = np.arange(first, last + 1) * period.months
    return pd.DatetimeIndex([_first_day(int(month)) for month in months]).as_unit("us")


def count_moves(moves: pd.DataFrame, starts: pd.DatetimeIndex, as_of: pd.Timestamp) -> pd.DataFrame:
    """Count the rows of an openings table in each period.

    Columns: `start` and `end`, the first and the last day of the period, the last not after the
    as-of day; and the counts of `KINDS`.
    """
    days = day_numbers(moves["date"])
    edges = day_numbers(pd.Series(starts))
    place = np.searchsorted(edges, days, "right") - 1
    kinds = move_kinds(moves["change"])
    frame = pd.DataFrame({"start": starts})
    ends = starts[1:] - pd.Timedelta(days=1)
    frame["end"] = ends.append(pd.DatetimeIndex([as_of])).as_unit("us")
    for kind in KINDS:
        inside = place[(kinds == kind) & (place >= 0)]
        frame[kind] = np.bincount(inside, minlength=len(starts))
    return frame


def move_kinds(change: pd.Series) -> np.ndarray:
    """Return, for each change of an openings table, the one of `KINDS` that it counts as."""
    words = dict.fromkeys(OPENING, "raised") | {"resumed": "resumed", SEVERED: "severed"}
    return change.map(words).fillna("lowered").to_numpy(dtype=object)


def period_name(start: pd.Timestamp, period: Period) -> str:
    """Return the name of a period: `3rd quarter of 2021`, `2021`, `2020–2029`."""
    if period.months == _MONTHS_A_QUARTER:
        return f"{('1st', '2nd', '3rd', '4th')[start.quarter - 1]} quarter of {start.year}"
    years = period.months // _MONTHS_A_YEAR
    return str(start.year) if years == 1 else f"{start.year}–{start.year + years - 1}"


def _month(day: pd.Timestamp) -> int:
    return int(day.year) * _MONTHS_A_YEAR + int(day.month) - 1


def _first_day(month: int) -> pd.Timestamp:
    year, rest = divmod(month, _MONTHS_A_YEAR)
    return pd.Timestamp(f"{max(year, 1):04}-{rest + 1:02}-01")
