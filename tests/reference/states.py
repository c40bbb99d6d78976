"""The tables of states: status, spans, observations, and the comparison of two days."""

from datetime import date

from .judging import KNOWN
from .options import Options
from .timeline import Entry, state_on
from .viewing import Channel, lengths, seen_channels

__all__ = ["compare_table", "observations_table", "spans_table", "status_table"]

Table = list[dict[str, object]]
DESCRIPTIVE = ("cause", "actor", "summary", "source", "source_url")


def spans_table(csv_text: str, options: Options) -> Table:
    """One row a span."""
    table: Table = []
    for channel in seen_channels(csv_text, options):
        followers = [*channel.entries[1:], None]
        for entry, following in zip(channel.entries, followers, strict=False):
            if entry.state != "ended":
                table.append(_span(channel, entry, following))
    return table


def _span(channel: Channel, entry: Entry, following: Entry | None) -> dict[str, object]:
    length = lengths(entry.when, following.when if following else None, channel.as_of)
    row: dict[str, object] = {
        "parties": channel.parties,
        "channel": channel.name,
        "state": entry.state,
        "start": entry.day.isoformat(),
        "end": following.day.isoformat() if following else None,
        "days": length.days,
        "days_min": length.days_min,
        "days_max": length.days_max,
        "ongoing": following is None,
    }
    for name in DESCRIPTIVE:
        row[name] = getattr(entry.row, name) if entry.row else None
    return row


def status_table(csv_text: str, options: Options) -> Table:
    """One row a channel that has existed on or before the as-of day."""
    return [_status(one) for one in seen_channels(csv_text, options) if one.entries]


def _status(channel: Channel) -> dict[str, object]:
    entry = channel.entries[-1]
    last_contact = _last_contact(channel)
    silent = _days_silent(channel, last_contact)
    observed = channel.rows[-1].day
    return {
        "parties": channel.parties,
        "channel": channel.name,
        "level": channel.level,
        "kind": channel.kind,
        "state": entry.state,
        "since": entry.day.isoformat(),
        "days_in_state": (channel.as_of - entry.day).days,
        "previous_state": channel.entries[-2].state if len(channel.entries) > 1 else None,
        "last_contact": last_contact.isoformat() if last_contact else None,
        "days_silent": silent,
        "overdue": None if silent is None or not channel.cadence else silent >= 2 * channel.cadence,
        "last_observed": observed.isoformat(),
        "days_unobserved": (channel.as_of - observed).days,
        "cause": entry.row.cause if entry.row else None,
        "source": entry.row.source if entry.row else None,
        "source_url": entry.row.source_url if entry.row else None,
    }


def _last_contact(channel: Channel) -> date | None:
    """The latest contact since the channel was last established."""
    life = channel.lives[-1]
    days = [row.day for row in channel.contacts() if channel.holds(life, row)]
    return days[-1] if days else None


def _days_silent(channel: Channel, last_contact: date | None) -> int | None:
    if last_contact is None or channel.entries[-1].state == "ended" or channel.cadence == 0:
        return None
    return (channel.as_of - last_contact).days


def observations_table(csv_text: str, options: Options) -> Table:
    """Line, channel and date of the rows that are kept as of the day."""
    return [
        {"line": row.line, "channel": row.channel, "date": row.day.isoformat()}
        for channel in seen_channels(csv_text, options)
        for row in channel.rows
    ]


def compare_table(csv_text: str, options: Options) -> Table:
    """One row a channel that has existed on or before the second day."""
    assert options.first is not None
    assert options.second is not None
    earlier = {_key(one): one for one in seen_channels(csv_text, options, options.first)}
    return [
        _comparison(earlier.get(_key(later)), later, options.first)
        for later in seen_channels(csv_text, options, options.second)
        if later.entries
    ]


def _key(channel: Channel) -> tuple[str | None, str]:
    return channel.parties, channel.name


def _comparison(earlier: Channel | None, later: Channel, first: date) -> dict[str, object]:
    before = state_on(list(earlier.entries), first) if earlier else None
    after = later.entries[-1].state
    new_life = any(life.start > first for life in later.lives)
    between = [row for row in later.rows if row.day > first]
    return {
        "parties": later.parties,
        "channel": later.name,
        "from_state": before,
        "to_state": after,
        "change": _change(before, after, new_life),
        "contacts": sum(1 for row in later.contacts() if row.day > first),
        "overtures": sum(1 for row in between if row.event == "overture"),
        "refusals": sum(1 for row in between if row.event == "refusal"),
    }


def _change(before: str | None, after: str, new_life: bool) -> str:
    """The first that fits of new, unchanged, ended, unclear, opened, closed."""
    if new_life or before is None:
        return "new"
    if before == after:
        return "unchanged"
    if after == "ended":
        return "ended"
    if before not in KNOWN or after not in KNOWN:
        return "unclear"
    return "opened" if KNOWN.index(after) > KNOWN.index(before) else "closed"
