"""What a channel is seen to be as of a day, under a confidence and a carry: its moves."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import dropwhile

from .dates import When
from .judging import ENDED, NONE_HOLDS, UNKNOWN, Day, judge, with_ends
from .reading import GRADES, Row

__all__ = ["Life", "Move", "bounds", "lives", "moves_of"]

Place = tuple[date, int, bool]


@dataclass(frozen=True)
class Move:
    """A day from which something else holds: a state, unknown or ended.

    `row` is None where nothing in the record says so: after a row that was left out, and where
    the carry runs out. `place` stands for its place among the rows.
    """

    when: When
    state: str
    row: Row | None
    place: Place
    checked: bool

    @property
    def day(self) -> date:
        """The earliest day."""
        return self.when.first


@dataclass(frozen=True)
class Life:
    """From a first state to `ended`; both days are within it. `end` is None while it goes on."""

    begin: Move
    end: Move | None

    def holds(self, day: date) -> bool:
        """Whether the day lies within it."""
        return self.begin.day <= day and (self.end is None or day <= self.end.day)


def kept(row: Row, confidence: str | None) -> bool:
    """Whether the confidence keeps the row."""
    return confidence is None or GRADES.index(row.confidence) <= GRADES.index(confidence)


def moves_of(
    rows: tuple[Row, ...], as_of: date, confidence: str | None, carry: int | None
) -> list[Move]:
    """The moves of a channel; of its rows, all are needed to see what each one sets."""
    days = [one for one in judge(with_ends(rows)) if one.day <= as_of]
    said = _existing(_said(days, confidence), days, confidence)
    if carry is not None:
        seen = {row.day for row in with_ends(rows) if row.day <= as_of and kept(row, confidence)}
        said = _carried(said, sorted(seen), carry, as_of)
    return _merged(said)


def _said(days: list[Day], confidence: str | None) -> list[Move]:
    """What each day sets, what it confirms included."""
    said = []
    for one in days:
        if one.setter is None or one.after is None:
            continue
        row = one.setter
        if kept(row, confidence):
            said.append(_move(row, one))
        elif stand_in := _stand_in(one, confidence):
            said.append(_move(stand_in, one))
        elif one.moves:
            said.append(Move(row.when, UNKNOWN, None, row.place, checked=False))
    return said


def _move(row: Row, day: Day) -> Move:
    assert day.after is not None
    return Move(row.when, day.after, row, row.place, _checked(row, day))


def _checked(row: Row, day: Day) -> bool:
    """A change to the state that the channel already has is taken as a check.

    Silent: in a file without an `event` column only the warning is spared, not the meaning.
    """
    return row.event == "check" or (row.event == "change" and row.state == day.before)


def _stand_in(day: Day, confidence: str | None) -> Row | None:
    """The remaining row of the day that says the same as the one left out.

    Where that one had set a new state it is the last such row, as written. Where it had only
    confirmed, rows of a day are taken in file order: the last that is no check, else the first.
    """
    same = [row for row in day.rows if kept(row, confidence) and _says(row) == day.after]
    if day.moves or not same:
        return same[-1] if same else None
    setters = [row for row in same if not _checked(row, day)]
    return setters[-1] if setters else same[0]


def _says(row: Row) -> str | None:
    return ENDED if row.event == ENDED else row.state


def _existing(said: list[Move], days: list[Day], confidence: str | None) -> list[Move]:
    """Without what lies before the first remaining row with a state.

    Where that row sets nothing, the channel exists from it on and is unknown if a row that was
    left out had set what held then.
    """
    stated = [row for one in days for row in one.rows if kept(row, confidence) and row.state]
    stated = [row for row in stated if not row.implied]
    if not stated:
        return []
    first = stated[0]
    later = [move for move in said if move.day >= first.day]
    early = [move for move in said if move.day < first.day]
    if (later and later[0].day == first.day) or not early or early[-1].state != UNKNOWN:
        # What is not seen to have existed cannot be seen to end, as in the whole record.
        return list(dropwhile(lambda move: move.state == ENDED, later))
    return [Move(first.when, UNKNOWN, None, first.place, checked=False), *later]


def _carried(said: list[Move], seen: list[date], carry: int, as_of: date) -> list[Move]:
    """With unknown from the day on which the latest row is `carry` days old.

    Days are counted from the row's earliest day, so the day on which it runs out is exact.
    Silent: with a carry of 0 a state holds on no day, since its row renews nothing but itself.
    """
    found = list(said)
    for number, day in enumerate(seen):
        if (as_of - day).days < carry:
            continue
        out = day + timedelta(days=carry)
        renewed = number + 1 < len(seen) and seen[number + 1] <= out
        held = [move.state for move in said if move.day <= out]
        if not renewed and held and held[-1] not in NONE_HOLDS:
            place = (out, 10**9, True)
            found.append(Move(When(out, out), UNKNOWN, None, place, checked=False))
    return sorted(found, key=lambda move: move.place)


def _merged(said: list[Move]) -> list[Move]:
    """Only what differs from what held before; of one day the last."""
    last = {move.day: move for move in said}
    found: list[Move] = []
    for _, move in sorted(last.items()):
        if not found or found[-1].state != move.state:
            found.append(move)
    return found


def lives(moves: list[Move]) -> list[Life]:
    """The lives of a channel, in their order."""
    found: list[Life] = []
    begin: Move | None = None
    for move in moves:
        begin = begin or move
        if move.state == ENDED:
            found.append(Life(begin, move))
            begin = None
    if begin:
        found.append(Life(begin, None))
    return found


def bounds(start: When, end: When | None, as_of: date) -> tuple[int, int, int]:
    """A length in days: by earliest days, the least, the greatest.

    Without an end it is to the as-of day, which is exact; a latest day after it counts as it.
    """
    end = end or When(as_of, as_of)
    start_last, end_last = min(start.last, as_of), min(end.last, as_of)
    days = (end.first - start.first).days
    return days, max(0, (end.first - start_last).days), (end_last - start.first).days
