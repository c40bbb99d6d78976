"""The table of openings and closings."""

from datetime import timedelta

from .gaps import silences
from .judging import KNOWN
from .options import Options
from .reading import Row
from .timeline import Entry, state_on
from .viewing import Channel, seen_channels

__all__ = ["openings_table"]

Table = list[dict[str, object]]
CLOSINGS = ("severed", "narrowed", "ended")


def openings_table(csv_text: str, options: Options) -> Table:
    """Openings, newest first, with the closings among them where they are asked for."""
    oldest = (options.as_of - timedelta(days=options.window)).isoformat()
    table: Table = []
    for channel in seen_channels(csv_text, options):
        moves = _moves(channel)
        taken = {row["date"] for row in moves}
        table += moves
        table += [row for row in _resumptions(channel, options) if row["date"] not in taken]
    wanted = [row for row in table if options.closings or row["change"] not in CLOSINGS]
    inside = [row for row in wanted if str(row["date"]) >= oldest]
    return sorted(inside, key=lambda row: str(row["date"]), reverse=True)


def _moves(channel: Channel) -> Table:
    table: Table = []
    had_state = False
    for before, entry in zip((None, *channel.entries), channel.entries, strict=False):
        change = _change(before.state if before else None, entry.state, had_state)
        if entry.state == "ended":
            had_state = False
        elif entry.state in KNOWN:
            had_state = True
        if change is not None:
            table.append(_move(channel, before, entry, change))
    return table


def _change(before: str | None, after: str, had_state: bool) -> str | None:
    """The name of a move; `had_state`: a known state was held earlier in this life."""
    if after in ("ended", "unknown"):
        return "ended" if after == "ended" else None
    if before == "unknown":
        # As a first state, severed is a closing; leaving unknown is never `established`.
        return "severed" if after == "severed" and not had_state else None
    if after == "severed":
        return "severed"
    if before not in KNOWN:
        return "established"
    if before == "severed":
        return "reopened"
    return "widened" if after == "open" else "narrowed"


def _move(channel: Channel, before: Entry | None, entry: Entry, change: str) -> dict[str, object]:
    assert entry.row is not None
    ended_span = before if before and before.state != "ended" else None
    return _row(
        channel,
        entry.row,
        change,
        (ended_span.state if ended_span else None, entry.state),
        (entry.day - ended_span.day).days if ended_span else None,
    )


def _resumptions(channel: Channel, options: Options) -> Table:
    table: Table = []
    for silence in silences(channel, options.min_days):
        if silence.contact is not None:
            held = state_on(list(channel.entries), silence.contact.day)
            days = (silence.contact.day - silence.start.first).days
            table.append(_row(channel, silence.contact, "resumed", (held, held), days))
    return table


def _row(
    channel: Channel, row: Row, change: str, states: tuple[str | None, str | None], days: int | None
) -> dict[str, object]:
    return {
        "parties": channel.parties,
        "channel": channel.name,
        "date": row.day.isoformat(),
        "change": change,
        "from_state": states[0],
        "to_state": states[1],
        "after_days": days,
        "event": row.event,
        "actor": row.actor,
        "summary": row.summary,
        "cause": row.cause,
        "source": row.source,
        "source_url": row.source_url,
    }
