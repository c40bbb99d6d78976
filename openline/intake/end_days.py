"""What the ends of intervals mean: their last day, or the first day after them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from openline.intake.arranging import Arrangement, arranged_rows
from openline.intake.cell_reading import cell_readers
from openline.intake.choices import Choices
from openline.intake.edits import Edits
from openline.intake.left_out import left_out_lines
from openline.intake.source import Source
from openline.record.columns import CHANNEL, DATE, END, PARTIES, START
from openline.record.dates import DateRange, parse_date
from openline.record.delimited import normal_name


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


def count_end_days(rows: Iterable[tuple[str, str, str]], most: int = 3) -> EndDays:
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
    return EndDays(last_days, afters, tuple(day.isoformat() for day in ends[:most]))


def interval_rows(source: Source, choices: Choices, edits: Edits) -> Iterator[tuple[str, str, str]]:
    """Give the channel, the start and the end of each row as they are read by now."""
    columns = Arrangement.of(source, choices)
    names = [normal_name(name) for name in columns.names]
    if DATE in names or not {START, END} <= {*names}:
        return
    readers = cell_readers(choices, columns.names)
    wanted = [names.index(name) if name in names else -1 for name in (PARTIES, CHANNEL, START, END)]
    left_out = left_out_lines(source, choices)
    for _, cells in arranged_rows(source, columns, edits, left_out):
        read = readers.read(cells)
        texts = [read[at].strip() if 0 <= at < len(read) else "" for at in wanted]
        if isinstance(parse_date(texts[3]), DateRange):
            yield f"{texts[0]}\n{texts[1]}", texts[2], texts[3]
