"""What a file holds as a whole, the basis for questions about its columns, rows and words."""

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
"""Columns whose cells name what a row is about: an empty one usually repeats the one above."""
_SIDES: Final = 2
_ENOUGH: Final = 2_000
"""How many rows are enough to show what a column is."""
_FIRST: Final = 3
"""How many rows of a kind, and how many texts of a column, are kept as examples."""


@dataclass(frozen=True, slots=True)
class LeftOutRows:
    """Rows that do not look like observations: how many there are, and the first few."""

    count: int
    first: tuple[Row, ...]


@dataclass(frozen=True)
class Gaps:
    """A column with empty cells below filled ones: its label and name, how many there are, and a
    few of them with their line and the text above."""

    label: str
    name: str
    cells: int
    examples: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class EndDays:
    """How many intervals support each meaning of `end`.

    `last`: those that end on the day before the next one of their channel starts, or on the day on
    which they start. `after`: those that end on the day on which the next one starts. `examples`:
    some ends, the latest first.
    """

    last: int
    after: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """What a file holds after choices and edits.

    `left_out`: rows that do not look like observations, by kind. `samples`: the first distinct
    texts of each of its own columns. By column name, `first`: the texts in the first rows;
    `meant`: the texts in columns whose words, dates or names have a meaning to be chosen.
    `channels`: the texts in the column of channels. `gaps`: columns with empty cells below filled
    ones. `ends`: which meaning the ends of intervals support.
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
    """Read a file as it came and survey it; return its rows' places too, or the problem if it is
    not text."""
    source = came(data, choices, progress, extent)
    if isinstance(source, Problem):
        return source
    progress(1.0, "Looking at its columns, rows and words")
    return source.rows.places, survey(source, choices, edits)


def survey(source: Source, choices: Choices, edits: Edits) -> Survey:
    """Survey all rows of a file; they are held in memory meanwhile."""
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
    """Yield the columns that name what rows are about, or a part of that, and have empty cells
    below filled ones. Rows that do not look like observations are ignored: `none` has them by
    line. So is an empty part of a date whose finer parts are empty too: it is unknown."""
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
    """Return the columns that others are made of: parts of a date with the places of the finer
    parts, others with None. A third side and a length of time are omitted: not every row has one,
    so an empty cell there is just empty."""
    return {
        columns.labels[place]: places[at + 1 :] if join.between is None else None
        for join, places in columns.joins
        for at, place in enumerate(places)
        if join.half is None and (join.between is None or at < _SIDES)
    }


def _text_at(cells: Sequence[str], place: int) -> str:
    return cells[place].strip() if place < len(cells) else ""


def count_end_days(rows: Iterable[tuple[str, str, str]], most: int = 3) -> EndDays:
    """Count what the rows of intervals support. Each row is its channel, its start and its end in
    the format's form; rows without two dates are ignored."""
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
    """Yield the channel, the start and the end of each row as it is now read."""
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
