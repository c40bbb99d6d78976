"""The step function of openness, and the time in each state."""

from datetime import date

from .judging import KNOWN
from .options import Options
from .timeline import state_on
from .viewing import Channel, seen_channels

__all__ = ["openness_table", "shares_table"]

Table = list[dict[str, object]]
STATES = ("open", "partial", "severed", "unknown")
STALE_AFTER = 730


def openness_table(csv_text: str, options: Options) -> Table:
    """One row a day on which any channel changes."""
    channels = seen_channels(csv_text, options)
    days = sorted({entry.day for channel in channels for entry in channel.entries})
    return [_step(channels, day) for day in days]


def _step(channels: list[Channel], day: date) -> dict[str, object]:
    held = [(state_on(list(channel.entries), day), channel) for channel in channels]
    count = {name: sum(1 for state, _ in held if state == name) for name in (*STATES, "ended")}
    known = count["open"] + count["partial"] + count["severed"]
    return {
        "date": day.isoformat(),
        **count,
        "stale": sum(1 for state, one in held if state in KNOWN and _is_stale(one, day)),
        "openness": (count["open"] + 0.5 * count["partial"]) / known if known else None,
        "low": count["open"] / known if known else None,
        "high": (count["open"] + count["partial"]) / known if known else None,
    }


def _is_stale(channel: Channel, day: date) -> bool:
    latest = max(row.day for row in channel.rows if row.day <= day)
    return (day - latest).days > STALE_AFTER


def shares_table(csv_text: str, options: Options) -> Table:
    """Days in each state per channel, or pooled per group."""
    channels = [one for one in seen_channels(csv_text, options) if one.entries]
    if options.by is None:
        return [
            {"parties": one.parties, "channel": one.name, **_shares(_days(one))} for one in channels
        ]
    groups = {one.group(options.by) for one in channels}
    table: Table = []
    for group in sorted(groups, key=lambda name: (name is not None, name or "")):
        members = [_days(one) for one in channels if one.group(options.by) == group]
        pooled = {state: sum(days[state] for days in members) for state in STATES}
        table.append({"group": group, **_shares(pooled)})
    return table


def _days(channel: Channel) -> dict[str, int]:
    """Days in each state, from the first state (unknown is none) to the as-of day or `ended`."""
    days = dict.fromkeys(STATES, 0)
    begun = False
    stops = [entry.day for entry in channel.entries[1:]] + [channel.as_of]
    for entry, stop in zip(channel.entries, stops, strict=False):
        begun = begun or entry.state in KNOWN
        if begun and entry.state != "ended":
            days[entry.state] += (stop - entry.day).days
    return days


def _shares(days: dict[str, int]) -> dict[str, object]:
    known = days["open"] + days["partial"] + days["severed"]
    row: dict[str, object] = {f"{state}_days": days[state] for state in STATES}
    row["known_days"] = known
    for state in ("open", "partial", "severed"):
        row[f"{state}_share"] = days[state] / known if known else None
    return row
