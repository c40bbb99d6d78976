"""Severances and silences."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from .dates import When
from .judging import ENDED, UNKNOWN
from .options import Options
from .spans import Span, spans_of
from .timeline import Life, Move, bounds
from .viewing import Channel, channels, iso, key

__all__ = ["Gap", "gap_row", "gaps_of", "gaps_table", "severances_of"]


@dataclass(frozen=True)
class Gap:
    """A severance or a silence; `span` is None for a silence."""

    channel: Channel
    kind: str
    start: When
    end: When | None
    ended_by: str | None
    span: Span | None = None
    onset_known: bool | None = None
    first_contact: date | None = None
    restored: date | None = None

    @property
    def lengths(self) -> tuple[int, int, int]:
        """Days, at least, at most."""
        return bounds(self.start, self.end, self.channel.as_of)

    @property
    def cause(self) -> str | None:
        """Silent: a silence has no cause and no actor, as no row brought it about."""
        return self.span.begin.row.cause if self.span and self.span.begin.row else None

    @property
    def actor(self) -> str | None:
        """Who acted in the row that began a severance."""
        return self.span.begin.row.actor if self.span and self.span.begin.row else None


def gaps_table(text: str, options: Options) -> list[dict[str, object]]:
    """By parties, channel, start; silent: of one start the severance first."""
    gaps = [gap for one in channels(text, options) for gap in gaps_of(one, options.min_days)]
    gaps.sort(key=lambda gap: (*key(gap.channel), gap.start.first, gap.kind))
    return [gap_row(gap) for gap in gaps]


def gap_row(gap: Gap) -> dict[str, object]:
    """A gap as JSON has it."""
    days, least, most = gap.lengths
    return {
        "parties": gap.channel.parties,
        "channel": gap.channel.name,
        "gap": gap.kind,
        "start": iso(gap.start.first),
        "end": iso(gap.end.first) if gap.end else None,
        "days": days,
        "days_min": least,
        "days_max": most,
        "ongoing": gap.end is None,
        "onset_known": gap.onset_known,
        "first_contact": iso(gap.first_contact),
        "restored": iso(gap.restored),
        "cause": gap.cause,
        "actor": gap.actor,
        "ended_by": gap.ended_by,
    }


def gaps_of(channel: Channel, min_days: int) -> list[Gap]:
    """The severances of a channel and the silences that count."""
    return severances_of(channel) + silences_of(channel, min_days)


def severances_of(channel: Channel) -> list[Gap]:
    """Every severed span."""
    return [_severance(span) for span in spans_of(channel) if span.state == "severed"]


def _severance(span: Span) -> Gap:
    unseen = span.before is not None and span.before.state == UNKNOWN
    # Silent: what no row ended (left out evidence, the carry) has no event.
    ended_by = span.end.row.event if span.end and span.end.row else None
    later = [move for move in span.channel.moves if move.place > span.begin.place]
    return Gap(
        channel=span.channel,
        kind="severance",
        start=span.begin.when,
        end=span.end.when if span.end else None,
        ended_by=ended_by,
        span=span,
        onset_known=not span.begin.checked and not unseen,
        first_contact=_first_contact(span, later),
        restored=_restored(later),
    )


def _restored(later: list[Move]) -> date | None:
    for move in later:
        if move.state == "open":
            return move.day
        if move.state != "partial":
            return None
    return None


def _first_contact(span: Span, later: list[Move]) -> date | None:
    """The first contact after the row, in the order of rows.

    A life goes by days, so that a contact on the day of its end is within it; but what comes
    first goes by rows: one that stands after `ended` is no first contact.
    """
    stops = [move for move in later if move.state in ("severed", UNKNOWN, ENDED)]
    life = next(one for one in span.channel.lives if one.holds(span.begin.day))
    for row in span.channel.contacts(life):
        if row.place <= span.begin.place:
            continue
        if stops and row.place > stops[0].place:
            return None
        return row.day
    return None


def silences_of(channel: Channel, min_days: int) -> list[Gap]:
    """The silences that are long enough to count."""
    if channel.cadence == 0:
        return []
    least = min_days if channel.cadence is None else 2 * channel.cadence
    found = [gap for life in channel.lives for gap in _silences(channel, life)]
    return [gap for gap in found if gap.lengths[0] >= least]


def _silences(channel: Channel, life: Life) -> list[Gap]:
    """Between the contact days of a life; of a day the last contact bounds."""
    days = {row.day: row.when for row in channel.contacts(life)}
    contacts = [days[day] for day in sorted(days)]
    if not contacts:
        return []
    found = [Gap(channel, "silence", one, two, "contact") for one, two in pairwise(contacts)]
    if life.end is None:
        return [*found, Gap(channel, "silence", contacts[-1], None, None)]
    return [*found, Gap(channel, "silence", contacts[-1], life.end.when, ENDED)]
