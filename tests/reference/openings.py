"""Openings, closings and signs."""

from dataclasses import dataclass
from datetime import date, timedelta

from .dates import When
from .gaps import Gap, silences_of
from .judging import ENDED, UNKNOWN
from .options import Options
from .reading import Row
from .timeline import Move, bounds
from .viewing import Channel, channels, iso, key

__all__ = ["CLOSINGS", "Change", "changes_of", "openings_table", "signs_table"]

RANKS = {"severed": 0, "partial": 1, "open": 2}
CLOSINGS = ("severed", "narrowed", ENDED)
RAISED = {("severed", "partial"): "reopened", ("severed", "open"): "reopened"}
LOWERED = {("open", "partial"): "narrowed"}
NAMES = {**RAISED, **LOWERED, ("partial", "open"): "widened"}


@dataclass(frozen=True)
class Change:
    """An opening or a closing: the row, and the start of the span or silence that it ended."""

    channel: Channel
    name: str
    row: Row
    from_state: str | None
    to_state: str | None
    since: When | None


def openings_table(text: str, options: Options) -> list[dict[str, object]]:
    """Newest first, of one day by parties and channel."""
    first = options.as_of - timedelta(days=options.window)
    found = [
        change
        for channel in channels(text, options)
        for change in changes_of(channel, options.min_days)
        if change.row.day >= first and (options.closings or change.name not in CLOSINGS)
    ]
    found.sort(key=lambda change: key(change.channel))
    found.sort(key=lambda change: change.row.day, reverse=True)
    return [_change_row(change, options.as_of) for change in found]


def _change_row(change: Change, as_of: date) -> dict[str, object]:
    row = change.row
    after: tuple[int | None, int | None, int | None] = (None, None, None)
    if change.since:
        after = bounds(change.since, row.when, as_of)
    return {
        "parties": change.channel.parties,
        "channel": change.channel.name,
        "date": iso(row.day),
        "change": change.name,
        "from_state": change.from_state,
        "to_state": change.to_state,
        "after_days": after[0],
        "after_days_min": after[1],
        "after_days_max": after[2],
        "event": row.event,
        "actor": row.actor,
        "summary": row.summary,
        "cause": row.cause,
        "source": row.source,
        "source_url": row.source_url,
    }


def changes_of(channel: Channel, min_days: int) -> list[Change]:
    """All openings and closings of a channel; at most one a day, a move before a resumption."""
    moves = _moves(channel)
    moved = {change.row.day for change in moves}
    resumed = [
        _resumed(channel, silence)
        for silence in silences_of(channel, min_days)
        if silence.ended_by == "contact"
    ]
    return moves + [change for change in resumed if change.row.day not in moved]


def _moves(channel: Channel) -> list[Change]:
    found = []
    before: Move | None = None
    known = False  # Whether a state has been known in this life.
    for move in channel.moves:
        if before is not None and before.state == ENDED:
            known = False
        name = _name(before, move, known=known)
        if name and move.row:
            held = before is not None and before.state != ENDED
            from_state = before.state if before and held else None
            since = before.when if before and held else None
            found.append(Change(channel, name, move.row, from_state, move.state, since))
        known = known or move.state in RANKS
        before = move
    return found


def _name(before: Move | None, move: Move, *, known: bool) -> str | None:
    """Unknown is no state, so severed after it alone is a first state; open is excepted."""
    old = before.state if before else None
    if move.state == ENDED:
        # Silent: where a channel begins and ends on one day, no state ends with it.
        return ENDED if before else None
    if move.state == UNKNOWN:
        return None
    if move.state == "severed" and (old in RANKS or not known):
        return "severed"
    if old in (None, ENDED):
        return "established"
    return NAMES.get((str(old), move.state))


def _resumed(channel: Channel, silence: Gap) -> Change:
    """Of the contacts of the day the last, as it bounds the silence; what holds after the day."""
    assert silence.end is not None
    day = silence.end.first
    rows = [row for row in channel.rows if row.event == "contact" and row.day == day]
    held = channel.on(day)
    return Change(channel, "resumed", rows[-1], held, held, silence.start)


def signs_table(text: str, options: Options) -> list[dict[str, object]]:
    """Contacts and overtures of the window in severed or partial channels that changed no state.

    Silent: the state is the one at the end of the day; a contact on a day with an opening or a
    closing is part of it and no sign of its own. Unknown is no state, so that a contact that
    leaves it has moved none.
    """
    first = options.as_of - timedelta(days=options.window)
    found = [
        (channel, row)
        for channel in channels(text, options)
        for row in _signs(channel, options.min_days)
        if row.day >= first
    ]
    found.sort(key=lambda pair: (*key(pair[0]), pair[1].line))
    found.sort(key=lambda pair: pair[1].day, reverse=True)
    return [_sign_row(channel, row) for channel, row in found]


def _signs(channel: Channel, min_days: int) -> list[Row]:
    changed = {change.row.day for change in changes_of(channel, min_days)}
    return [
        row
        for row in channel.rows
        if channel.on(row.day) in ("severed", "partial")
        and (row.event == "overture" or (row.event == "contact" and row.day not in changed))
    ]


def _sign_row(channel: Channel, row: Row) -> dict[str, object]:
    return {
        "parties": channel.parties,
        "channel": channel.name,
        "date": iso(row.day),
        "event": row.event,
        "state": channel.on(row.day),
        "actor": row.actor,
        "summary": row.summary,
        "cause": row.cause,
        "source": row.source,
        "source_url": row.source_url,
    }
