"""The table of signs: contacts and overtures that moved nothing, in channels not open."""

from dataclasses import replace
from datetime import timedelta

from .openings import openings_table
from .options import Options
from .reading import Row
from .timeline import state_on
from .viewing import Channel, seen_channels

__all__ = ["signs_table"]

Table = list[dict[str, object]]


def signs_table(csv_text: str, options: Options) -> Table:
    """The signs of the window, newest first."""
    listed = {
        (row["parties"], row["channel"], row["date"])
        for row in openings_table(csv_text, replace(options, closings=True))
    }
    table: Table = []
    for channel in seen_channels(csv_text, options):
        for row in _candidates(channel, options):
            taken = (channel.parties, channel.name, row.day.isoformat()) in listed
            if row.event == "overture" or not taken:
                table.append(_row(channel, row))
    found = [row for row in table if row["state"] in ("severed", "partial")]
    return sorted(found, key=lambda row: str(row["date"]), reverse=True)


def _candidates(channel: Channel, options: Options) -> list[Row]:
    oldest = options.as_of - timedelta(days=options.window)
    rows = [*channel.contacts(), *(row for row in channel.rows if row.event == "overture")]
    return sorted((row for row in rows if row.day >= oldest), key=lambda row: (row.day, row.order))


def _row(channel: Channel, row: Row) -> dict[str, object]:
    return {
        "parties": channel.parties,
        "channel": channel.name,
        "date": row.day.isoformat(),
        "event": row.event,
        "state": state_on(list(channel.entries), row.day),
        "actor": row.actor,
        "summary": row.summary,
        "cause": row.cause,
        "source": row.source,
        "source_url": row.source_url,
    }
