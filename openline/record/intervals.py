"""The interval form: one row per span, read as changes and, where a span ends, unknown."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from openline.record.columns import END, START
from openline.record.dates import DateRange, canonical_date, show_date
from openline.record.problems import Findings, Problem, merged, problem

_DAY: Any = np.timedelta64(1, "D")
_PARTS: Any = {10: "D", 7: "M", 4: "Y"}
"""How long the text of a date is, and what it is known to: a day, a month, a year."""


@dataclass(frozen=True)
class Breaks:
    """Where an interval ends and none follows: positions of the rows, the dates of the
    unknown that begins there, the days before them, and the problems of overlapping
    intervals."""

    rows: np.ndarray
    dates: list[DateRange]
    eves: np.ndarray
    problems: Findings


def check_ends(
    starts: pd.Series, ends: pd.Series, lines: np.ndarray
) -> tuple[np.ndarray, Findings]:
    """Return which intervals end before they start, or have no day because `end` is the first day
    after them (`DateRange` or None each), and the problems."""
    start, start_last = _days(starts, "earliest"), _days(starts, "latest")
    end, end_last = _days(ends, "earliest"), _days(ends, "latest")
    coarse = np.array([day is not None and len(day.text) in (4, 7) for day in ends], dtype=bool)
    before = end_last < start
    empty = ~before & ((end_last <= start) | (coarse & (end <= start) & (start_last <= end_last)))

    def tell_before(row: int) -> Problem:
        first, last = starts.iloc[row], ends.iloc[row]
        message = f"The interval ends on {last.text}, before it starts on {first.text}."
        hint = "For `end`, write the first day after the interval."
        return problem("date-impossible", int(lines[row]), END, last.text, message, hint)

    def tell_empty(row: int) -> Problem:
        return _without_day(int(lines[row]), ends.iloc[row])

    findings = (
        Findings.at("date-impossible", np.flatnonzero(before).tolist(), tell_before),
        Findings.at("interval-empty", np.flatnonzero(empty).tolist(), tell_empty),
    )
    return before | empty, merged(findings)


def last_days(starts: pd.Series, ends: pd.Series) -> np.ndarray:
    """Return the last day for which each interval speaks: the day before its end, not before
    its start; its start where it has no end."""
    start = _days(starts, "earliest")
    return np.fmax(start, _days(ends, "earliest") - _DAY)


def find_breaks(
    channel: np.ndarray, starts: pd.Series, ends: pd.Series, lines: np.ndarray
) -> Breaks:
    """Compare each interval with the others of its channel (by earliest day of its start).

    An interval that starts before the earliest day of an end before it overlaps that one; a
    next start on a day that an end allows, or on the day after, continues without a break.
    """
    start = _days(starts, "earliest")
    end, last = _days(ends, "earliest"), _days(ends, "latest")
    order = np.lexsort((np.arange(len(start)), start, channel))
    same = channel[order][1:] == channel[order][:-1]
    following = np.full(len(start), np.datetime64("NaT", "D"))
    following[order[:-1][same]] = start[order[1:][same]]
    rows = np.flatnonzero(~np.isnat(end) & ~(following <= last + _DAY))
    latest = _latest_before(channel[order], end[order])
    previous = np.full(len(start), -1)
    previous[order] = np.where(latest >= 0, order[latest], -1)
    overlaps = (previous >= 0) & (start < end[previous])

    def tell(row: int) -> Problem:
        return _overlap(int(lines[row]), starts.iloc[row], ends.iloc[previous[row]])

    overlapping = Findings.at("interval-overlap", np.flatnonzero(overlaps).tolist(), tell)
    dates = [_after(starts.iloc[row], ends.iloc[row]) for row in rows]
    eves = _days(pd.Series(dates, dtype=object), "earliest") - _DAY
    return Breaks(rows, dates, eves, overlapping)


def _latest_before(channel: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Return, for rows in order of channels, which row of its channel before each ends
    latest; -1 for the first ones."""
    if not len(end):
        return np.array([], dtype=int)
    days = np.where(np.isnat(end), np.iinfo(np.int64).min, end.astype(np.int64))
    so_far = pd.Series(days).groupby(channel).cummax().to_numpy()
    place = np.maximum.accumulate(np.where(days == so_far, np.arange(len(end)), 0))
    before = np.full(len(end), -1)
    before[1:] = np.where(channel[1:] == channel[:-1], place[:-1], -1)
    return before


def _without_day(line: int, end: DateRange) -> Problem:
    day = show_date(end.text)
    message = f"The `end` of an interval is the first day after it: to {day}, it has no day."
    following = _following(end.text)
    hint = (
        f"Write {following} as `end` if {day} is still part of it."
        if following
        else ("For `end`, write the first day after the interval.")
    )
    return problem("interval-empty", line, END, end.text, message, hint)


def _following(text: str) -> str | None:
    """Return the day, month or year after a date, None where the calendar ends."""
    part = text.rpartition("/")[2]
    after = str(np.datetime64(part, _PARTS[len(part)]) + 1)
    return after if len(after) == len(part) else None


def _overlap(line: int, start: DateRange, end: DateRange) -> Problem:
    return problem(
        "interval-overlap",
        line,
        START,
        start.text,
        f"The interval starts on {start.text}; the channel's previous one ends on {end.text}.",
        f"End the previous interval on {start.text}, or correct the start.",
    )


def _after(start: DateRange, end: DateRange) -> DateRange:
    """Return the days on which an interval ended: none of them is that of its start."""
    if end.earliest > start.earliest or start.earliest == date.max:
        return end
    first = start.earliest + timedelta(days=1)
    return DateRange(first, end.latest, canonical_date(first, end.latest))


def _days(dates: pd.Series, bound: str) -> np.ndarray:
    return np.array(
        [np.datetime64("NaT") if day is None else getattr(day, bound) for day in dates],
        dtype="datetime64[D]",
    )
