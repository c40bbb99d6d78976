"""The table of causes: what each brought, and what is still unhealed."""

from statistics import median

from .gaps import gaps_table
from .options import Options
from .timeline import Entry
from .viewing import seen_channels

__all__ = ["causes_table"]

Table = list[dict[str, object]]


def causes_table(csv_text: str, options: Options) -> Table:
    """One row a cause, most severances first, then the newest; those without a cause last."""
    stopped = _unhealed(csv_text, options)
    grouped: dict[str | None, Table] = {}
    for row in gaps_table(csv_text, options):
        if row["gap"] == "severance":
            key = (row["parties"], row["channel"], row["start"])
            cause = row["cause"]
            assert cause is None or isinstance(cause, str)
            grouped.setdefault(cause, []).append({**row, "unhealed": stopped[key]})
    named = sorted(cause for cause in grouped if cause is not None)
    named.sort(key=lambda cause: max(str(row["start"]) for row in grouped[cause]), reverse=True)
    named.sort(key=lambda cause: -len(grouped[cause]))
    order: list[str | None] = [*named, *([None] if None in grouped else [])]
    return [_row(cause, grouped[cause]) for cause in order]


def _row(cause: str | None, rows: Table) -> dict[str, object]:
    return {
        "cause": cause,
        "severances": len(rows),
        "start_days": len({row["start"] for row in rows}),
        "median_days": float(median(_numbers(rows, "days"))),
        "shortest_days": min(_numbers(rows, "days")),
        "longest_days": max(_numbers(rows, "days")),
        "least_days": min(_numbers(rows, "days_min")),
        "greatest_days": max(_numbers(rows, "days_max")),
        "ongoing": sum(bool(row["ongoing"]) for row in rows),
        "unhealed": sum(bool(row["unhealed"]) for row in rows),
    }


def _numbers(rows: Table, column: str) -> list[int]:
    found = [row[column] for row in rows]
    return [days for days in found if isinstance(days, int)]


def _unhealed(csv_text: str, options: Options) -> dict[tuple[object, ...], bool]:
    """Of each severance whether its channel is still not open: as far as is known, not cut
    anew since."""
    found: dict[tuple[object, ...], bool] = {}
    for channel in seen_channels(csv_text, options):
        for place, entry in enumerate(channel.entries):
            if entry.state == "severed":
                key = (channel.parties, channel.name, entry.day.isoformat())
                found[key] = _goes_on(channel.entries[place + 1 :])
    return found


def _goes_on(later: tuple[Entry, ...]) -> bool:
    for entry in later:
        if entry.state != "partial":
            return entry.state == "ended"
    return True
