"""What the ends of intervals mean: their last day, or the first day after them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from openline.record.dates import DateRange, parse_date


@dataclass(frozen=True)
class EndDays:
    """How many intervals speak for what `end` is.

    `last`: those that end on the day before the next one of their channel starts, or on the day
    on which they start. `after`: those that end on the day on which the next one starts.
    `examples`: some ends, the latest first.
    """

    last: int
    after: int
    examples: tuple[str, ...]


def count_end_days(rows: Iterable[tuple[str, str, str]], shown: int = 3) -> EndDays:
    """Count what the rows of intervals say, each its channel, its start and its end as the
    format has them; what is no day says nothing."""
    spans: dict[str, list[tuple[date, date]]] = {}
    for channel, start, end in rows:
        first, last = parse_date(start), parse_date(end)
        if isinstance(first, DateRange) and isinstance(last, DateRange):
            spans.setdefault(channel, []).append((first.earliest, last.earliest))
    last_days = afters = 0
    for channel_spans in spans.values():
        starts = {start for start, _ in channel_spans}
        for begun, ended in channel_spans:
            following = ended + timedelta(days=ended < date.max)
            last_days += ended == begun or following in starts
            afters += ended != begun and ended in starts
    ends = sorted(
        {end for channel_spans in spans.values() for _, end in channel_spans}, reverse=True
    )
    return EndDays(last_days, afters, tuple(day.isoformat() for day in ends[:shown]))
