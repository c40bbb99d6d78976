"""The channels of a record as of a day, under the filters: all that a table needs of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from .judging import judge, with_interval_ends
from .options import Options
from .reading import Row, When, channels_of, read_rows
from .timeline import Entry, Life, lives, timeline

__all__ = ["Channel", "Lengths", "lengths", "seen_channels"]

T = TypeVar("T")
GRADES = ("confirmed", "reported", "inferred")


@dataclass(frozen=True)
class Channel:
    """One channel as of a day. `rows` are its kept rows in order, whether it has existed or not."""

    parties: str | None
    name: str
    level: str | None
    kind: str | None
    cadence: int | None
    rows: tuple[Row, ...]
    entries: tuple[Entry, ...]
    lives: tuple[Life, ...]
    as_of: date

    def contacts(self) -> list[Row]:
        """The contact rows within a life, in order."""
        return [row for row in self.rows if row.event == "contact" and self._lives_at(row)]

    def _lives_at(self, row: Row) -> bool:
        return any(self.holds(life, row) for life in self.lives)

    def holds(self, life: Life, row: Row) -> bool:
        """Whether the row stands between the first row with a state of a life and its end."""
        place = (row.day, row.order)
        stated = [one.order for one in self.rows if one.day == life.start and one.state]
        first = min([life.order, *stated])
        ended = life.end
        return (life.start, first) <= place and (not ended or place < (ended.day, ended.order))

    def threshold(self, min_days: int) -> int | None:
        """The days from which a silence counts, None where none does."""
        if self.cadence is None:
            return min_days
        return 2 * self.cadence or None

    def group(self, by: str) -> str | None:
        """The value that the channel is grouped by: parties, level or kind."""
        return {"parties": self.parties, "level": self.level, "kind": self.kind}[by]


@dataclass(frozen=True)
class Lengths:
    """A length in days, and its bounds."""

    days: int
    days_min: int
    days_max: int


def lengths(start: When, end: When | None, as_of: date) -> Lengths:
    """The length from `start` to `end`, or to the as-of day, which is exact."""
    stop = end or When(as_of, as_of)
    start_last, stop_last = min(start.last, as_of), min(stop.last, as_of)
    return Lengths(
        (stop.first - start.first).days,
        max(0, (stop.first - start_last).days),
        (stop_last - start.first).days,
    )


def seen_channels(csv_text: str, options: Options, as_of: date | None = None) -> list[Channel]:
    """The channels that the options keep and that have a kept row, in table order."""
    day = as_of or options.as_of
    found = [_channel(rows, options, day) for rows in channels_of(read_rows(csv_text))]
    return [channel for channel in found if channel.rows and _is_asked_for(channel, options)]


def _channel(rows: tuple[Row, ...], options: Options, as_of: date) -> Channel:
    seen = tuple(row for row in with_interval_ends(rows) if row.day <= as_of)
    grades = GRADES[: GRADES.index(options.confidence or "inferred") + 1]
    kept = [row for row in seen if row.confidence in grades]
    entries = timeline(judge(seen), set(kept), options.carry, as_of)
    return Channel(
        parties=rows[0].parties,
        name=rows[0].channel,
        level=_first(row.level for row in rows),
        kind=_first(row.kind for row in rows),
        cadence=_first(row.cadence for row in rows),
        rows=tuple(kept),
        entries=tuple(entries),
        lives=tuple(lives(entries)),
        as_of=as_of,
    )


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _is_asked_for(channel: Channel, options: Options) -> bool:
    asked_parties = {_sides(name) for name in options.parties}
    return (
        (not asked_parties or bool(asked_parties & _party_names(channel.parties)))
        and _matches(options.levels, channel.level)
        and _matches(options.kinds, channel.kind)
        and _matches(options.channels, channel.name)
    )


def _matches(asked: tuple[str, ...], value: str | None) -> bool:
    if not asked:
        return True
    return value is not None and _folded(value) in {_folded(name) for name in asked}


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _sides(parties: str) -> tuple[str, ...]:
    return tuple(sorted(_folded(side) for side in parties.split(";") if side.strip()))


def _party_names(parties: str | None) -> set[tuple[str, ...]]:
    """All names by which the parties can be asked for: together, or any one side."""
    sides = _sides(parties or "")
    return {sides, *((side,) for side in sides)} if sides else set()
