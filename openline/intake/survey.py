"""What a file holds as a whole: what is asked about its columns, rows and words rests on it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from openline.intake.arranging import Arrangement, arranged_rows
from openline.intake.cell_reading import cell_readers
from openline.intake.choices import DATE_COLUMNS, WORD_COLUMNS, Choices, LeftOut
from openline.intake.column_texts import Texts, column_texts
from openline.intake.deriving import came
from openline.intake.edits import Edits
from openline.intake.left_out import find_left_out, left_out_lines
from openline.intake.source import Source
from openline.intake.written_rows import Row, RowPlaces
from openline.record.columns import ACTOR, CHANNEL, DATE, END, PARTIES, START
from openline.record.dates import DateRange, parse_date
from openline.record.delimited import normal_name
from openline.record.limits import Extent
from openline.record.problems import Problem
from openline.record.progress import Progress, silent

_MEANT: Final = frozenset({*WORD_COLUMNS, *DATE_COLUMNS, PARTIES, ACTOR})
_ASKED: Final = (PARTIES, CHANNEL, DATE, START)
"""Columns whose cells name what a row is of: an empty one mostly stands for the one above."""
_SIDES: Final = 2
_ENOUGH: Final = 2_000
"""How many rows say enough of what a column is."""
_FIRST: Final = 3
"""How many rows of a kind, and how many texts of a column, are given as examples."""


@dataclass(frozen=True, slots=True)
class LeftOutRows:
    """Rows that look like no observations: how many they are, and the first of them."""

    count: int
    first: tuple[Row, ...]


@dataclass(frozen=True)
class Gaps:
    """A column with empty cells below others: its label and its name, how many they are, and
    some of them with the line, and what stands above."""

    label: str
    name: str
    cells: int
    examples: tuple[tuple[int, str], ...]


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


@dataclass(frozen=True, slots=True)
class Survey:
    """What a file holds after what was chosen and edited.

    `left_out`: rows that look like no observations, by their kind. `samples`: of each of its own
    columns the first distinct texts. By the names of columns, `first`: what stands in the first
    rows of each; `meant`: what stands in those whose words, dates or names have a meaning to be
    chosen. `channels`: what stands in the column of channels. `gaps`: columns with empty cells
    below others. `ends`: what the ends of intervals speak for.
    """

    left_out: Mapping[LeftOut, LeftOutRows]
    samples: tuple[tuple[str, ...], ...]
    first: Mapping[str, Texts]
    meant: Mapping[str, Texts]
    channels: Texts
    gaps: tuple[Gaps, ...]
    ends: EndDays


def read_survey(
    data: bytes, choices: Choices, edits: Edits, extent: Extent, progress: Progress = silent
) -> tuple[RowPlaces, Survey] | Problem:
    """Read a file as it came and look through it; return where its rows are too, or the problem
    that it is no text."""
    source = came(data, choices, progress, extent)
    if isinstance(source, Problem):
        return source
    progress(1.0, "Looking at its columns, rows and words")
    return source.rows.places, survey(source, choices, edits)


def survey(source: Source, choices: Choices, edits: Edits) -> Survey:
    """Look through all rows of a file, which are kept as long as that takes."""
    source = replace(source, rows=source.rows.held())
    kinds = find_left_out(source)
    lines = {row.line: kind for kind, rows in kinds.items() for row in rows}
    meant = column_texts(source, choices, edits, {*_MEANT, CHANNEL})
    channels = meant.pop(CHANNEL, {})
    return Survey(
        {kind: LeftOutRows(len(rows), rows[:_FIRST]) for kind, rows in kinds.items()},
        _samples(source),
        column_texts(source, choices, edits, most_rows=_ENOUGH),
        meant,
        channels,
        tuple(column_gaps(source, choices, edits, lines)),
        count_end_days(interval_rows(source, choices, edits)),
    )


def _samples(source: Source) -> tuple[tuple[str, ...], ...]:
    samples: list[dict[str, None]] = [{} for _ in source.header.cells]
    wanted = [*range(len(samples))]
    for row in source.rows:
        if row.line == source.header.line:
            continue
        for place in wanted:
            if place < len(row.cells) and (text := row.cells[place].strip()):
                samples[place][text] = None
        wanted = [place for place in wanted if len(samples[place]) < _FIRST]
    return tuple(map(tuple, samples))


def column_gaps(
    source: Source, choices: Choices, edits: Edits, none: Mapping[int, LeftOut]
) -> Iterator[Gaps]:
    """Give the columns that name what rows are of, or a part of that, and have empty cells below
    others. Rows that look like no observations do not count, which are `none` by their lines;
    nor does a part of a date where the finer ones are empty too: it is not known then."""
    columns = Arrangement.of(source, choices)
    parts = _finer_parts(columns)
    wanted = {
        place: label
        for place, label in enumerate(columns.labels[: columns.own])
        if (normal_name(columns.names[place]) in _ASKED or label in parts)
        and place not in columns.filled
    }
    above: dict[int, str] = {}
    empty: dict[int, list[tuple[int, str]]] = {place: [] for place in wanted}
    for row, cells in arranged_rows(source, columns, edits, none):
        for place, label in wanted.items():
            finer = parts.get(label)
            if text := _text_at(cells, place):
                above[place] = text
            elif place in above and (finer is None or any(_text_at(cells, at) for at in finer)):
                empty[place].append((row.line, above[place]))
    for place, cells_of in empty.items():
        if cells_of:
            name = columns.names[place].strip()
            yield Gaps(wanted[place], name, len(cells_of), tuple(cells_of[:_FIRST]))


def _finer_parts(columns: Arrangement) -> dict[str, tuple[int, ...] | None]:
    """Return the columns that others are made of; those that are parts of a date with the
    places of the finer parts, the others with None. A third side, or how long something lasted,
    is not said of every row: an empty cell there is empty."""
    return {
        columns.labels[place]: places[at + 1 :] if join.between is None else None
        for join, places in columns.joins
        for at, place in enumerate(places)
        if join.half is None and (join.between is None or at < _SIDES)
    }


def _text_at(cells: Sequence[str], place: int) -> str:
    return cells[place].strip() if place < len(cells) else ""


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
