"""The table of ranks: the gaps that go on, and than how many that ended each is longer."""

from .gaps import gaps_table
from .options import Options
from .viewing import seen_channels

__all__ = ["unusual_table"]

Table = list[dict[str, object]]


def unusual_table(csv_text: str, options: Options) -> Table:
    """The gaps that go on, longest first, with their ranks."""
    table = gaps_table(csv_text, options)
    lost = _became_unknown(csv_text, options)
    past = [
        row
        for row in table
        if not row["ongoing"] and row["onset_known"] is not False and _place(row) not in lost
    ]
    now = [{**row, **_ranks(row, past)} for row in table if row["ongoing"]]
    return sorted(now, key=lambda row: -_days(row, "days"))


def _became_unknown(csv_text: str, options: Options) -> set[tuple[object, ...]]:
    """The severances after which nothing is known."""
    found: set[tuple[object, ...]] = set()
    for channel in seen_channels(csv_text, options):
        for one, following in zip(channel.entries, channel.entries[1:], strict=False):
            if (one.state, following.state) == ("severed", "unknown"):
                found.add((channel.parties, channel.name, "severance", one.day.isoformat()))
    return found


def _place(row: dict[str, object]) -> tuple[object, ...]:
    return (row["parties"], row["channel"], row["gap"], row["start"])


def _ranks(row: dict[str, object], past: Table) -> dict[str, object]:
    same = [one for one in past if one["gap"] == row["gap"]]
    own = [one for one in same if _place(one)[:2] == _place(row)[:2]]
    ranks: dict[str, object] = {}
    for prefix, others in (("", same), ("own_", own)):
        lengths = [_days(one, "days") for one in others]
        ranks[f"{prefix}ended"] = len(lengths)
        ranks[f"{prefix}longer_than"] = sum(days < _days(row, "days") for days in lengths)
        ranks[f"{prefix}longer_least"] = sum(days < _days(row, "days_min") for days in lengths)
    return ranks


def _days(row: dict[str, object], column: str) -> int:
    days = row[column]
    assert isinstance(days, int)
    return days
