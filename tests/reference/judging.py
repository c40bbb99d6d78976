"""What each row of a channel does, by the whole record: which sets the state, which confirms."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from .dates import When
from .reading import Row

__all__ = ["ENDED", "UNKNOWN", "Day", "contradicted", "judge", "state_on", "with_ends"]

ENDED, UNKNOWN = "ended", "unknown"
NONE_HOLDS = (None, ENDED, UNKNOWN)


@dataclass(frozen=True)
class Day:
    """A day with rows that carry a state or end the channel.

    `before` and `after` are what holds before it and from it on: a state, unknown, ended, or
    None where the channel does not exist. `setter` is the row that says so, None where all rows
    of the day are checks of another state.
    """

    day: date
    rows: tuple[Row, ...]
    before: str | None
    after: str | None
    setter: Row | None

    @property
    def moves(self) -> bool:
        """Whether the setter set a new state or ended the channel."""
        return self.before != self.after


def with_ends(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows of a channel, and the unknown at each end that no next start continues.

    The form of the file is read once, before any day is asked for: an end is compared with the
    next start of the whole record, also where that start lies after the as-of day.
    """
    found = list(rows)
    for number, row in enumerate(rows):
        following = rows[number + 1] if number + 1 < len(rows) else None
        if row.end and not _continues(row.end, following):
            found.append(_unknown_from(row, row.end))
    return tuple(sorted(found, key=lambda row: row.place))


def _continues(end: When, following: Row | None) -> bool:
    return following is not None and following.day <= end.last + timedelta(days=1)


def _unknown_from(row: Row, end: When) -> Row:
    """Silent: the unknown after an interval has no cause, actor or source; its event is change.

    It is a row of the record like any other: it is observed, and listed under the line of its
    interval.
    """
    return replace(
        row,
        when=end,
        state=UNKNOWN,
        end=None,
        actor=None,
        summary=None,
        cause=None,
        source=None,
        source_url=None,
        implied=True,
    )


def judge(rows: tuple[Row, ...]) -> list[Day]:
    """The days of a channel, from its rows in their order with the ends of intervals."""
    days: list[Day] = []
    held: str | None = None
    for day in sorted({row.day for row in rows if row.sets}):
        of_day = tuple(row for row in rows if row.day == day and row.sets)
        after, setter = _of_day(of_day, held)
        days.append(Day(day, of_day, held, after, setter))
        held = after
    return days


def _of_day(rows: tuple[Row, ...], before: str | None) -> tuple[str | None, Row | None]:
    """The rows of a day in file order: only the last sets the state, a check where none holds."""
    held, setter = before, None
    for row in rows:
        if row.event == ENDED:
            held, setter = ENDED, row
        elif row.event != "check" or (held in NONE_HOLDS and held != row.state):
            held, setter = row.state, row
    if held == ENDED and before is None:
        # What never existed cannot end. Silent: so it is where a state stands before the end on
        # the first day; only the last row of a day sets anything, so no life has begun.
        return None, None
    if setter is None:
        # Checks alone where a state holds: the first that agrees confirms it, so that it is the
        # one that begins the state where a filter or the carry has left the channel unknown.
        setter = next((row for row in rows if row.state == held), None)
    return held, setter


def state_on(days: list[Day], day: date) -> str | None:
    """What holds at the end of a day."""
    held = None
    for one in days:
        if one.day <= day:
            held = one.after
    return held


def contradicted(rows: tuple[Row, ...]) -> list[int]:
    """The lines of checks whose state holds on no day that their date allows.

    A day has one state, the one at its end.
    """
    days = judge(with_ends(rows))
    lines = []
    for row in rows:
        if row.event == "check":
            on = {one.after for one in days if row.day < one.day <= row.when.last}
            if row.state not in {state_on(days, row.day), *on}:
                lines.append(row.line)
    return lines
