"""Spans and status."""

from dataclasses import dataclass

from .judging import ENDED
from .options import Options
from .timeline import Move, bounds
from .viewing import Channel, channels, iso

__all__ = ["Span", "spans_of", "spans_table", "status_table"]


@dataclass(frozen=True)
class Span:
    """A stretch in one state or unknown: the move that began it, and the next one."""

    channel: Channel
    begin: Move
    before: Move | None
    end: Move | None

    @property
    def state(self) -> str:
        """The state that holds."""
        return self.begin.state

    @property
    def lengths(self) -> tuple[int, int, int]:
        """Days, at least, at most."""
        end = self.end.when if self.end else None
        return bounds(self.begin.when, end, self.channel.as_of)


def spans_of(channel: Channel) -> list[Span]:
    """The spans of a channel, in their order."""
    triples = zip((None, *channel.moves), channel.moves, (*channel.moves[1:], None), strict=False)
    return [Span(channel, one, old, new) for old, one, new in triples if one.state != ENDED]


def spans_table(text: str, options: Options) -> list[dict[str, object]]:
    """One row per span."""
    return [_span_row(span) for one in channels(text, options) for span in spans_of(one)]


def _span_row(span: Span) -> dict[str, object]:
    days, least, most = span.lengths
    row = span.begin.row
    return {
        "parties": span.channel.parties,
        "channel": span.channel.name,
        "state": span.state,
        "start": iso(span.begin.day),
        "end": iso(span.end.day) if span.end else None,
        "days": days,
        "days_min": least,
        "days_max": most,
        "ongoing": span.end is None,
        "cause": row.cause if row else None,
        "actor": row.actor if row else None,
        "summary": row.summary if row else None,
        "source": row.source if row else None,
        "source_url": row.source_url if row else None,
    }


def status_table(text: str, options: Options) -> list[dict[str, object]]:
    """One row per channel that has existed."""
    return [_status_row(one) for one in channels(text, options) if one.moves]


def _status_row(channel: Channel) -> dict[str, object]:
    last = channel.moves[-1]
    before = channel.moves[-2] if len(channel.moves) > 1 else None
    days, least, most = bounds(last.when, None, channel.as_of)
    contacts = channel.contacts(channel.lives[-1])
    contact = contacts[-1] if contacts else None
    silent: tuple[int | None, int | None, int | None] = (None, None, None)
    if contact and last.state != ENDED and channel.cadence != 0:
        silent = bounds(contact.when, None, channel.as_of)
    overdue = None
    if channel.cadence and silent[0] is not None:
        overdue = silent[0] >= 2 * channel.cadence
    observed = channel.rows[-1].day
    return {
        "parties": channel.parties,
        "channel": channel.name,
        "level": channel.level,
        "kind": channel.kind,
        "state": last.state,
        "since": iso(last.day),
        "days_in_state": days,
        "days_in_state_min": least,
        "days_in_state_max": most,
        "previous_state": before.state if before else None,
        "last_contact": iso(contact.day) if contact else None,
        "days_silent": silent[0],
        "days_silent_min": silent[1],
        "days_silent_max": silent[2],
        "overdue": overdue,
        "last_observed": iso(observed),
        "days_unobserved": (channel.as_of - observed).days,
        "cause": last.row.cause if last.row else None,
        "source": last.row.source if last.row else None,
        "source_url": last.row.source_url if last.row else None,
    }
