"""Time to reopening: the Kaplan-Meier estimate with the beta product confidence procedure."""

from dataclasses import dataclass
from datetime import date

from .beta import Shape, product_quantile
from .gaps import Gap, severances_of
from .judging import ENDED
from .openness import group_of
from .options import Options
from .spans import spans_of
from .timeline import Move
from .viewing import Channel, channels

__all__ = ["survival_table"]

FEWEST_EVENTS = 5
HALF = 0.5 + 1e-9
UPPER, LOWER = 0.975, 0.025


@dataclass(frozen=True)
class Length:
    """How long a severance has lasted, and whether that was seen to its end."""

    group: str | None
    decision: tuple[str | None, date]
    days: int
    event: bool


def survival_table(text: str, options: Options) -> list[dict[str, object]]:
    """The estimate of each group, or its summary; no severances, no rows."""
    lengths = [
        length for channel in channels(text, options) for length in _lengths(channel, options)
    ]
    found: list[dict[str, object]] = []
    for group in sorted({one.group for one in lengths}, key=lambda name: name or ""):
        own = [one for one in lengths if one.group == group]
        rows = _estimate(own)
        found += [_summary(group, own, rows)] if options.summary else rows
    return found


def _lengths(channel: Channel, options: Options) -> list[Length]:
    to_open = options.until == "open"
    starts = _run_starts(channel) if to_open else None
    found = []
    for gap in severances_of(channel):
        if not gap.onset_known or (starts is not None and gap.start.first not in starts):
            continue
        end = _end(channel, gap, to_open=to_open)
        # Stopped by `ended` it stays at risk, censored at the as-of day, as one that goes on.
        until = channel.as_of if end is None or end.state == ENDED else end.day
        days = (until - gap.start.first).days
        event = end is not None and end.state in (("open",) if to_open else ("open", "partial"))
        decision = (channel.parties, gap.start.first)
        found.append(Length(_group(channel, gap, options.by), decision, days, event))
    return found


def _group(channel: Channel, gap: Gap, by: str | None) -> str | None:
    if by is None:
        return "all"
    return gap.cause if by == "cause" else group_of(channel, by)


def _run_starts(channel: Channel) -> set[date]:
    """The first days of runs: of a severed and partial run, the first severance in it.

    A run whose first severance has no known onset is left out as a whole.
    """
    starts: set[date] = set()
    running = False
    for before, span in zip([None, *spans_of(channel)], spans_of(channel), strict=False):
        if before and (before.end is None or before.end.state == ENDED):
            running = False
        if span.state == "severed":
            if not running:
                starts.add(span.begin.day)
            running = True
        elif span.state != "partial":
            running = False
    return starts


def _end(channel: Channel, gap: Gap, *, to_open: bool) -> Move | None:
    """The move that ends the severance, or the run that it begins."""
    for move in channel.moves:
        if move.day > gap.start.first and not (to_open and move.state in ("severed", "partial")):
            return move
    return None


def _estimate(lengths: list[Length]) -> list[dict[str, object]]:
    few = sum(one.event for one in lengths) < FEWEST_EVENTS
    survival = 1.0
    shapes: list[Shape] = []
    rows: list[dict[str, object]] = []
    for days in sorted({0, *(one.days for one in lengths)}):
        at_risk = sum(one.days >= days for one in lengths)
        events = sum(one.event for one in lengths if one.days == days)
        censored = sum(not one.event for one in lengths if one.days == days)
        if events:
            survival *= 1 - events / at_risk
            shapes.append((at_risk - events + 1, events))
        beyond = sum(one.days > days for one in lengths)
        lower = product_quantile([*shapes, (beyond, 1)], LOWER) if beyond and not few else 0.0
        rows.append(
            {
                "group": lengths[0].group,
                "days": days,
                "survival": None if few else survival,
                "lower": None if few else lower,
                "upper": None if few else product_quantile(shapes, UPPER),
                "at_risk": at_risk,
                "events": events,
                "censored": censored,
            }
        )
    return rows


def _summary(
    group: str | None, lengths: list[Length], rows: list[dict[str, object]]
) -> dict[str, object]:
    """Silent: the note stands also where no interval is claimed, since n and decisions differ."""
    events = sum(one.event for one in lengths)
    decisions = len({one.decision for one in lengths})
    median = _first_at_half(rows, "survival")
    if median is None and events >= FEWEST_EVENTS:
        median = "not reached"
    return {
        "group": group,
        "n": len(lengths),
        "events": events,
        "decisions": decisions,
        "median": median,
        "median_lower": _first_at_half(rows, "lower"),
        "median_upper": _first_at_half(rows, "upper"),
        "note": "interval too narrow" if decisions < len(lengths) else None,
    }


def _first_at_half(rows: list[dict[str, object]], name: str) -> object:
    for row in rows:
        value = row[name]
        if isinstance(value, float) and value <= HALF:
            return row["days"]
    return None
