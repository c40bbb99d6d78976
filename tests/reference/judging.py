"""What each row of one channel does in the whole record, before any filter."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from .reading import Row

__all__ = ["KNOWN", "Judged", "days_of", "judge", "with_interval_ends"]

KNOWN = ("severed", "partial", "open")


@dataclass(frozen=True)
class Judged:
    """A row with what it does on its day.

    sets: it is the row that sets the state of its day. moves: it sets another one than the channel
    had before that day. inert: a check that differs from the state of its earliest day.
    checks: a check, or a change to the state that the channel had before that day.
    held: the state at the end of the day (None before the first, `ended` after the end).
    """

    row: Row
    sets: bool
    moves: bool
    inert: bool
    checks: bool
    held: str | None


def with_interval_ends(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows of one channel, and an unknown where an `end` leaves a break."""
    result: list[Row] = []
    for row, following in zip(rows, (*rows[1:], None), strict=True):
        result.append(row)
        if row.end and not _continues(row, following):
            result.append(_unknown_after(row))
    return tuple(result)


def _continues(row: Row, following: Row | None) -> bool:
    assert row.end is not None
    return following is not None and following.day <= row.end.last + timedelta(days=1)


def _unknown_after(row: Row) -> Row:
    assert row.end is not None
    return Row(
        line=row.line,
        order=row.order,
        channel=row.channel,
        parties=row.parties,
        when=row.end,
        event="change",
        state="unknown",
        level=row.level,
        kind=row.kind,
        cadence=row.cadence,
        confidence=row.confidence,
    )


def days_of(rows: Iterable[Row]) -> list[list[Row]]:
    """Rows in their order, one list a day."""
    return [list(group) for _, group in groupby(rows, key=lambda row: row.day)]


def judge(rows: Iterable[Row]) -> list[Judged]:
    """Walk the rows of one channel, which are in order, day by day."""
    result: list[Judged] = []
    before: str | None = None
    for day in days_of(rows):
        setter, held = _settle(day, before)
        for row in day:
            sets = row is setter
            inert = row.event == "check" and (row.state != held or _followed(row, day))
            checks = row.event == "check" or (row.event == "change" and row.state == before)
            result.append(Judged(row, sets, sets and held != before, inert, checks, held))
        before = held
    return result


def _followed(row: Row, day: list[Row]) -> bool:
    """Whether another row than a check comes later on the day with a state or `ended`."""
    later = day[day.index(row) + 1 :]
    return any(one.event != "check" and (one.state or one.event == "ended") for one in later)


def _settle(day: list[Row], before: str | None) -> tuple[Row | None, str | None]:
    """The row that sets the state of this day, if any, and the state at its end."""
    setter, held = None, before
    for row in day:
        if row.event == "ended":
            setter, held = row, "ended"
        elif row.state and not (row.event == "check" and held in (*KNOWN, row.state)):
            setter, held = row, row.state
    if held == "ended" and before is None:
        # Nothing lived before this day, and the last row leaves nothing alive.
        held = None
    return setter, held
