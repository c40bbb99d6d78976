"""The interval form: one row a span, read as changes and, where a span ends, unknown."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from openline.record.columns import START
from openline.record.dates import DateRange, canonical_date
from openline.record.problems import Problem, problem

__all__ = ["Breaks", "check_ends", "find_breaks", "last_days"]

_DAY: Any = np.timedelta64(1, "D")


@dataclass(frozen=True)
class Breaks:
    """Where an interval ends and none follows: positions of the rows, the dates of the
    unknown that begins there, the days before them, and the problems of overlapping
    intervals."""

    rows: np.ndarray
    dates: list[DateRange]
    eves: np.ndarray
    overlapping: np.ndarray
    problems: list[Problem]


def check_ends(
    starts: pd.Series, ends: pd.Series, lines: np.ndarray
) -> tuple[np.ndarray, list[Problem]]:
    """Return which rows end before they start, and the problems (`DateRange` or None each)."""
    wrong = np.array(
        [
            start is not None and end is not None and end.latest < start.earliest
            for start, end in zip(starts, ends, strict=True)
        ],
        dtype=bool,
    )
    problems = [
        problem(
            "date-impossible",
            int(lines[i]),
            "end",
            ends.iloc[i].text,
            f"The interval ends on {ends.iloc[i].text}, before it starts on {starts.iloc[i].text}.",
            "Write as `end` the first day after the interval.",
        )
        for i in np.flatnonzero(wrong)
    ]
    return wrong, problems


def last_days(starts: pd.Series, ends: pd.Series) -> np.ndarray:
    """Return the last day for which each interval speaks: the day before its end, not before
    its start; its start where it has no end."""
    start = _days(starts, "earliest")
    return np.fmax(start, _days(ends, "earliest") - _DAY)


def find_breaks(
    channel: np.ndarray, starts: pd.Series, ends: pd.Series, lines: np.ndarray
) -> Breaks:
    """Compare each interval with the next of its channel (by earliest day of its start).

    An interval that starts before the earliest day of the previous end overlaps it; one
    that starts on a day that end allows, or the day after, continues it.
    """
    start = _days(starts, "earliest")
    end, last = _days(ends, "earliest"), _days(ends, "latest")
    order = np.lexsort((np.arange(len(start)), start, channel))
    following = np.full(len(start), np.datetime64("NaT", "D"))
    same = channel[order][1:] == channel[order][:-1]
    later = np.full(len(start), -1)
    following[order[:-1][same]] = start[order[1:][same]]
    later[order[:-1][same]] = order[1:][same]
    overlaps = ~np.isnat(end) & (following < end)
    broken = ~np.isnat(end) & ~overlaps & ~(following <= last + _DAY)
    rows = np.flatnonzero(broken)
    problems = [
        _overlap(int(lines[later[i]]), starts.iloc[later[i]], ends.iloc[i])
        for i in np.flatnonzero(overlaps)
    ]
    overlapping = np.zeros(len(start), dtype=bool)
    overlapping[later[overlaps]] = True
    dates = [_not_before(starts.iloc[i], ends.iloc[i]) for i in rows]
    eves = _days(pd.Series(dates, dtype=object), "earliest") - _DAY
    return Breaks(rows, dates, eves, overlapping, problems)


def _overlap(line: int, start: DateRange, end: DateRange) -> Problem:
    return problem(
        "interval-overlap",
        line,
        START,
        start.text,
        f"The interval starts on {start.text}; the channel's previous one ends on {end.text}.",
        f"End the previous interval on {start.text}, or correct the start.",
    )


def _not_before(start: DateRange, end: DateRange) -> DateRange:
    if end.earliest >= start.earliest:
        return end
    text = canonical_date(start.earliest, end.latest)
    return DateRange(start.earliest, end.latest, text)


def _days(dates: pd.Series, bound: str) -> np.ndarray:
    return np.array(
        [np.datetime64("NaT") if day is None else getattr(day, bound) for day in dates],
        dtype="datetime64[D]",
    )
