"""The table of gaps: severances and silences."""

from dataclasses import dataclass
from datetime import date

from .options import Options
from .reading import Row, When
from .timeline import Entry
from .viewing import Channel, lengths, seen_channels

__all__ = ["Silence", "gaps_table", "onset_known", "silences"]

Table = list[dict[str, object]]


@dataclass(frozen=True)
class Silence:
    """From a contact to the next contact (`contact`), to `ended`, or to the as-of day (neither)."""

    start: When
    end: When | None
    ended_by: str | None
    contact: Row | None


def gaps_table(csv_text: str, options: Options) -> Table:
    """One row a severance or silence."""
    table: Table = []
    for channel in seen_channels(csv_text, options):
        found = _severances(channel) + [
            _silence(channel, one) for one in silences(channel, options.min_days)
        ]
        table += sorted(found, key=lambda row: (str(row["start"]), str(row["gap"])))
    return table


def onset_known(entries: tuple[Entry, ...], index: int) -> bool:
    """Whether the span at `index` was begun neither by a check nor after unknown."""
    row = entries[index].row
    after_unknown = index > 0 and entries[index - 1].state == "unknown"
    return row is not None and not entries[index].checked and not after_unknown


def _severances(channel: Channel) -> Table:
    indices = [i for i, entry in enumerate(channel.entries) if entry.state == "severed"]
    return [_severance(channel, index) for index in indices]


def _severance(channel: Channel, index: int) -> dict[str, object]:
    entry = channel.entries[index]
    later = channel.entries[index + 1 :]
    end = later[0] if later else None
    return {
        **_opening_columns(channel, "severance", entry.when, end.when if end else None),
        "onset_known": onset_known(channel.entries, index),
        "first_contact": _iso(_first_contact(channel, entry, later)),
        "restored": _iso(_restored(later)),
        "cause": entry.row.cause if entry.row else None,
        "actor": entry.row.actor if entry.row else None,
        "ended_by": end.row.event if end and end.row else None,
    }


def _opening_columns(
    channel: Channel, gap: str, start: When, end: When | None
) -> dict[str, object]:
    length = lengths(start, end, channel.as_of)
    return {
        "parties": channel.parties,
        "channel": channel.name,
        "gap": gap,
        "start": start.first.isoformat(),
        "end": _iso(end.first if end else None),
        "days": length.days,
        "days_min": length.days_min,
        "days_max": length.days_max,
        "ongoing": end is None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _first_contact(channel: Channel, begun: Entry, later: tuple[Entry, ...]) -> date | None:
    """The first contact row after the row that began it, unless something else comes first."""
    stops = [_place(one) for one in later if one.state in ("severed", "unknown", "ended")]
    for row in channel.contacts():
        place = (row.day, row.order)
        if place > _place(begun):
            # The row that begins the next severance or unknown may be the contact itself.
            return None if stops and stops[0] < place else row.day
    return None


def _place(entry: Entry) -> tuple[date, int]:
    return entry.day, entry.order


def _restored(later: tuple[Entry, ...]) -> date | None:
    for entry in later:
        if entry.state == "open":
            return entry.day
        if entry.state != "partial":
            return None
    return None


def silences(channel: Channel, min_days: int) -> list[Silence]:
    """The silences of a channel that count, in time order."""
    least = channel.threshold(min_days)
    if least is None:
        return []
    found = [one for life in range(len(channel.lives)) for one in _silences_of(channel, life)]
    return [one for one in found if lengths(one.start, one.end, channel.as_of).days >= least]


def _silences_of(channel: Channel, index: int) -> list[Silence]:
    life = channel.lives[index]
    days: dict[date, list[Row]] = {}
    for row in channel.contacts():
        if channel.holds(life, row):
            days.setdefault(row.day, []).append(row)
    if not days:
        return []
    # A silence begins after the last that a day's contacts may have been, and ends with the
    # first of them.
    starts = [When(day, max(row.when.last for row in rows)) for day, rows in days.items()]
    ends = [When(day, min(row.when.last for row in rows)) for day, rows in days.items()]
    first_rows = [rows[0] for rows in days.values()]
    later = zip(starts[:-1], ends[1:], first_rows[1:], strict=True)
    between = [Silence(start, end, "contact", row) for start, end, row in later]
    last_end = life.end.when if life.end else None
    return [*between, Silence(starts[-1], last_end, "ended" if life.end else None, None)]


def _silence(channel: Channel, silence: Silence) -> dict[str, object]:
    return {
        **_opening_columns(channel, "silence", silence.start, silence.end),
        "onset_known": None,
        "first_contact": None,
        "restored": None,
        "cause": None,
        "actor": None,
        "ended_by": silence.ended_by,
    }
