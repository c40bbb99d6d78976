"""Openness over time, and time in state."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from .judging import ENDED, UNKNOWN
from .options import Options
from .spans import spans_of
from .viewing import Channel, channels, iso

__all__ = ["group_of", "openness_table", "shares_table"]

KNOWN = ("open", "partial", "severed")
STALE_DAYS = 730


def openness_table(text: str, options: Options) -> list[dict[str, object]]:
    """One row for each day on which any channel changes."""
    found = channels(text, options)
    days = sorted({move.day for one in found for move in one.moves})
    return [_openness_row(found, day) for day in days]


def _openness_row(found: list[Channel], day: date) -> dict[str, object]:
    states = Counter(one.on(day) for one in found)
    known = sum(states[state] for state in KNOWN)
    stale = [one for one in found if one.on(day) in KNOWN and _age(one, day) > STALE_DAYS]
    full, half = states["open"], states["partial"]
    return {
        "date": iso(day),
        **{state: states[state] for state in (*KNOWN, UNKNOWN, ENDED)},
        "stale": len(stale),
        "openness": (full + half / 2) / known if known else None,
        "low": full / known if known else None,
        "high": (full + half) / known if known else None,
    }


def _age(channel: Channel, day: date) -> int:
    return (day - max(row.day for row in channel.rows if row.day <= day)).days


def shares_table(text: str, options: Options) -> list[dict[str, object]]:
    """Per channel that has existed, or per group with its channels' days pooled."""
    found = [one for one in channels(text, options) if one.moves]
    if options.by is None:
        return [{"parties": one.parties, "channel": one.name, **_shares([one])} for one in found]
    groups = {group_of(one, options.by) for one in found}
    return [
        {"group": group, **_shares(one for one in found if group_of(one, options.by) == group)}
        for group in sorted(groups, key=lambda group: group or "")
    ]


def group_of(channel: Channel, by: str | None) -> str | None:
    """The group that a channel is in, None where it has none."""
    names = {"parties": channel.parties, "level": channel.level, "kind": channel.kind}
    return names[by] if by else None


def _shares(found: Iterable[Channel]) -> dict[str, object]:
    days: Counter[str] = Counter()
    for channel in found:
        days += _days(channel)
    known = sum(days[state] for state in KNOWN)
    return {
        **{f"{state}_days": days[state] for state in (*KNOWN, UNKNOWN)},
        "known_days": known,
        **{f"{state}_share": days[state] / known if known else None for state in KNOWN},
    }


def _days(channel: Channel) -> Counter[str]:
    """From the first known state on; a later life counts from its beginning, unknown or not."""
    days: Counter[str] = Counter()
    known = False
    for span in spans_of(channel):
        known = known or span.state in KNOWN
        if known:
            days[span.state] += span.lengths[0]
    return days
