"""Time to reopening: the Kaplan-Meier estimate and its beta product limits."""

from dataclasses import dataclass
from datetime import date

from scipy.stats import beta

from .gaps import onset_known
from .options import Options
from .timeline import Entry
from .viewing import Channel, seen_channels

__all__ = ["survival_table"]

Table = list[dict[str, object]]
FEWEST_EVENTS = 5
TOLERANCE = 1e-9


@dataclass(frozen=True)
class Length:
    """One severance: how long, whether it ended in reopening, and what it is grouped by."""

    days: int
    reopened: bool
    decision: tuple[str | None, date]
    group: str | None


def survival_table(csv_text: str, options: Options) -> Table:
    """The estimate by group, or one line a group where the summary is asked for."""
    found = [
        one for channel in seen_channels(csv_text, options) for one in _lengths(channel, options)
    ]
    groups = sorted({one.group for one in found}, key=lambda name: (name is not None, name or ""))
    table: Table = []
    for group in groups:
        members = [one for one in found if one.group == group]
        curve = _curve(group, members)
        table += [_summary(group, members, curve)] if options.summary else curve
    return table


def _lengths(channel: Channel, options: Options) -> list[Length]:
    return [
        _length(channel, index, options)
        for index in _starts(channel.entries, options.until)
        if onset_known(channel.entries, index)
    ]


def _starts(entries: tuple[Entry, ...], until: str) -> list[int]:
    """The severed spans that a length begins with: each, or the first of each unbroken run."""
    starts = []
    in_run = False
    for index, entry in enumerate(entries):
        if entry.state == "severed":
            if until == "raised" or not in_run:
                starts.append(index)
            in_run = True
        elif entry.state != "partial":
            in_run = False
    return starts


def _length(channel: Channel, index: int, options: Options) -> Length:
    begun = channel.entries[index]
    assert begun.row is not None
    end = _end(channel.entries[index + 1 :], options.until)
    state = end.state if end else None
    stopped = end is None or state == "ended"
    stop = channel.as_of if stopped or end is None else end.day
    if options.by is None:
        group: str | None = "all"
    else:
        group = begun.row.cause if options.by == "cause" else channel.group(options.by)
    return Length(
        days=(stop - begun.day).days,
        reopened=state in ("partial", "open"),
        decision=(channel.parties, begun.day),
        group=group,
    )


def _end(later: tuple[Entry, ...], until: str) -> Entry | None:
    """What ended the severance, or the run that it began; None where it is ongoing."""
    for entry in later:
        if until == "raised" or entry.state not in ("severed", "partial"):
            return entry
    return None


def _curve(group: str | None, members: list[Length]) -> Table:
    enough = sum(one.reopened for one in members) >= FEWEST_EVENTS
    survival = mean = square = 1.0
    table: Table = []
    for day in sorted({0, *(one.days for one in members)}):
        at_risk = sum(one.days >= day for one in members)
        events = sum(one.days == day and one.reopened for one in members)
        above = sum(one.days > day for one in members)
        if events:
            survival *= 1 - events / at_risk
            first, second = _moments(at_risk - events + 1, events)
            mean, square = mean * first, square * second
        lower, upper = _limits(mean, square, above)
        table.append(
            {
                "group": group,
                "days": day,
                "survival": survival if enough else None,
                "lower": lower if enough else None,
                "upper": upper if enough else None,
                "at_risk": at_risk,
                "events": events,
                "censored": sum(one.days == day and not one.reopened for one in members),
            }
        )
    return table


def _moments(a: int, b: int) -> tuple[float, float]:
    """The mean of Beta(a, b), and the mean of its square."""
    return a / (a + b), a * (a + 1) / ((a + b) * (a + b + 1))


def _limits(mean: float, square: float, above: int) -> tuple[float, float]:
    upper = 1.0 if mean == 1.0 else _quantile(0.975, mean, square)
    if above == 0:
        return 0.0, upper
    first, second = _moments(above, 1)
    return _quantile(0.025, mean * first, square * second), upper


def _quantile(probability: float, mean: float, square: float) -> float:
    """The quantile of the beta distribution with these two moments."""
    scale = (mean - square) / (square - mean**2)
    return float(beta.ppf(probability, mean * scale, (1 - mean) * scale))


def _summary(group: str | None, members: list[Length], curve: Table) -> dict[str, object]:
    decisions = len({one.decision for one in members})
    events = sum(one.reopened for one in members)
    median = _first_half(curve, "survival")
    enough = events >= FEWEST_EVENTS
    return {
        "group": group,
        "n": len(members),
        "events": events,
        "decisions": decisions,
        "median": ("not reached" if median is None else median) if enough else None,
        "median_lower": _first_half(curve, "lower"),
        "median_upper": _first_half(curve, "upper"),
        "note": "interval too narrow" if decisions < len(members) else None,
    }


def _first_half(curve: Table, column: str) -> int | None:
    """The first day on which the column is at most one half."""
    for row in curve:
        value, days = row[column], row["days"]
        if isinstance(value, float) and isinstance(days, int) and value <= 0.5 + TOLERANCE:
            return days
    return None
