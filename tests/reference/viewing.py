"""The record as it is asked for: the channels that the filters leave, as of a day."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from .judging import with_ends
from .options import Options
from .reading import Row, channels_of, read_rows
from .timeline import Life, Move, kept, lives, moves_of

__all__ = ["Channel", "channels", "iso", "key", "latest_day"]


@dataclass(frozen=True)
class Channel:
    """A channel as of a day. `rows` are those that are seen, in their order."""

    parties: str | None
    name: str
    level: str | None
    kind: str | None
    cadence: int | None
    rows: tuple[Row, ...]
    moves: tuple[Move, ...]
    lives: tuple[Life, ...]
    as_of: date

    def contacts(self, life: Life) -> list[Row]:
        """The contacts within a life, in their order."""
        return [row for row in self.rows if row.event == "contact" and life.holds(row.day)]

    def on(self, day: date) -> str | None:
        """What holds at the end of a day, None where the channel does not exist yet."""
        held = [move.state for move in self.moves if move.day <= day]
        return held[-1] if held else None


def channels(text: str, options: Options, as_of: date | None = None) -> list[Channel]:
    """The channels that the filters leave, those that never existed included."""
    day = as_of or options.as_of
    found = _all(text, options.confidence, options.carry, day)
    return [one for one in found if _asked(one, options)]


@lru_cache(maxsize=64)
def _all(text: str, confidence: str | None, carry: int | None, day: date) -> tuple[Channel, ...]:
    rows = channels_of(read_rows(text))
    return tuple(_channel(own, confidence, carry, day) for own in rows)


def _channel(
    rows: tuple[Row, ...], confidence: str | None, carry: int | None, day: date
) -> Channel:
    seen = with_ends(rows)
    moves = moves_of(rows, day, confidence, carry)
    # Level, kind and cadence are of the channel, whichever row gives them, seen or not.
    return Channel(
        parties=rows[0].parties,
        name=rows[0].channel,
        level=next((row.level for row in rows if row.level), None),
        kind=next((row.kind for row in rows if row.kind), None),
        cadence=next((row.cadence for row in rows if row.cadence is not None), None),
        rows=tuple(row for row in seen if row.day <= day and kept(row, confidence)),
        moves=tuple(moves),
        lives=tuple(lives(moves)),
        as_of=day,
    )


def _asked(channel: Channel, options: Options) -> bool:
    sides = channel.parties.split("; ") if channel.parties else []
    parties = {_plain(side) for side in (*sides, channel.parties or "")}
    return (
        _among(options.parties, parties, together=True)
        and _among(options.levels, {_plain(channel.level)})
        and _among(options.kinds, {_plain(channel.kind)})
        and _among(options.channels, {_plain(channel.name)})
    )


def _among(asked: tuple[str, ...], names: set[str], *, together: bool = False) -> bool:
    """Whether one of the names was asked for, whole, without regard to case."""
    if not asked:
        return True
    wanted = {_plain(name) for name in asked}
    if together:
        wanted |= {"; ".join(sorted(name.split("; "))) for name in wanted}
        names = names | {"; ".join(sorted(name.split("; "))) for name in names}
    return bool((wanted - {""}) & names)


def _plain(name: str | None) -> str:
    text = " ".join((name or "").casefold().split())
    return "; ".join(side.strip() for side in text.split(";"))


def key(channel: Channel) -> tuple[str, str]:
    """The order of channels: by parties, missing first, then by name."""
    return channel.parties or "", channel.name


def iso(day: date | None) -> str | None:
    """A day as JSON has it."""
    return day.isoformat() if day else None


def latest_day(text: str, today: date) -> date:
    """The default as-of day: the latest that the record knows of and that is not after today."""
    days = []
    for row in read_rows(text):
        days.append(row.day)
        if row.end:
            days.append(date.fromordinal(row.end.first.toordinal() - 1))
    return max((day for day in days if day <= today), default=today)
