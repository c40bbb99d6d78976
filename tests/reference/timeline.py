"""What one channel is on each day, under a confidence filter and a carry limit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from .judging import KNOWN, Judged
from .reading import Row, When

__all__ = ["Entry", "Life", "lives", "state_on", "timeline"]

FROM_A_ROW_BUT_FIRST_ON_ITS_DAY = -1


@dataclass(frozen=True)
class Entry:
    """From this day on the channel is in `state` (also `unknown` and `ended`).

    row: the row that began it, None where a filter or the carry limit did.
    checked: that row was a check, or taken as one.
    order: the place of that row among the rows of its day.
    """

    when: When
    order: int
    state: str
    row: Row | None
    checked: bool = False

    @property
    def day(self) -> date:
        """The first day of it."""
        return self.when.first


@dataclass(frozen=True)
class Life:
    """A stretch of days in which the channel exists; `end` is the entry that ended it.

    order: the place in the file of the row that began it.
    """

    start: date
    order: int
    end: Entry | None


def timeline(judged: list[Judged], kept: set[Row], carry: int | None, as_of: date) -> list[Entry]:
    """The entries of a channel in time order, at most one a day, no state twice in a row."""
    steps = _steps(judged, kept, carry, as_of)
    begins = [one.row for one in judged if one.row in kept and one.row.state]
    if not begins:
        return []
    return _merged(_from_first(_last_of_each_day(steps), begins[0]))


def _steps(judged: list[Judged], kept: set[Row], carry: int | None, as_of: date) -> list[Entry]:
    steps: list[Entry] = []
    seen: date | None = None
    for day, group in groupby(judged, key=lambda one: one.row.day):
        ones = list(group)
        renewed = any(one.row in kept for one in ones)
        steps += _run_out(steps, seen, carry, day - timedelta(days=1) if renewed else day)
        for one in ones:
            steps += _step(one, one.row in kept, steps[-1].state if steps else None)
        seen = day if renewed else seen
    return steps + _run_out(steps, seen, carry, as_of)


def _run_out(steps: list[Entry], seen: date | None, carry: int | None, until: date) -> list[Entry]:
    """The unknown that begins `carry` days after the latest row, if that is not after `until`."""
    if carry is None or seen is None or not steps or steps[-1].state not in KNOWN:
        return []
    day = seen + timedelta(days=carry)
    if day > until:
        return []
    return [Entry(When(day, day), FROM_A_ROW_BUT_FIRST_ON_ITS_DAY, "unknown", None)]


def _step(one: Judged, is_kept: bool, held: str | None) -> list[Entry]:
    """What this row changes, when the channel is in `held` just before it."""
    row = one.row
    if not is_kept:
        return [Entry(row.when, row.order, "unknown", None)] if one.moves else []
    if row.event == "ended":
        alive = held not in (None, "ended")
        return [Entry(row.when, row.order, "ended", row)] if one.sets and alive else []
    begins = row.event == "check" and not one.inert and held not in KNOWN
    if row.state and (one.sets or begins):
        return [Entry(row.when, row.order, row.state, row, one.checks)]
    return []


def _last_of_each_day(steps: Iterable[Entry]) -> list[Entry]:
    return [list(group)[-1] for _, group in groupby(steps, key=lambda step: step.day)]


def _from_first(entries: list[Entry], first: Row) -> list[Entry]:
    """Nothing before the first remaining row with a state."""
    earlier = [entry for entry in entries if entry.day < first.day]
    later = [entry for entry in entries if entry.day >= first.day]
    if earlier and (not later or later[0].day > first.day):
        later.insert(0, Entry(first.when, first.order, earlier[-1].state, None))
    while later and later[0].state == "ended":
        later.pop(0)
    return later


def _merged(entries: list[Entry]) -> list[Entry]:
    result: list[Entry] = []
    for entry in entries:
        if not result or result[-1].state != entry.state:
            result.append(entry)
    return result


def lives(entries: list[Entry]) -> list[Life]:
    """The stretches in which the channel exists, in time order."""
    result: list[Life] = []
    first: Entry | None = None
    for entry in entries:
        if entry.state == "ended" and first is not None:
            result.append(Life(first.day, first.order, entry))
            first = None
        elif entry.state != "ended" and first is None:
            first = entry
    return result if first is None else [*result, Life(first.day, first.order, None)]


def state_on(entries: list[Entry], day: date) -> str | None:
    """The state on a day, `unknown` and `ended` among them; None before the channel exists."""
    past = [entry.state for entry in entries if entry.day <= day]
    return past[-1] if past else None
