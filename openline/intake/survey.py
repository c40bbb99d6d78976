"""What a file holds as a whole: what is asked about its columns, rows and words rests on it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from openline.intake.choices import DATE_COLUMNS, WORD_COLUMNS, Choices, LeftOut
from openline.intake.column_gaps import Gaps, column_gaps
from openline.intake.column_texts import Texts, column_texts
from openline.intake.deriving import came
from openline.intake.edits import Edits
from openline.intake.end_days import EndDays, count_end_days, interval_rows
from openline.intake.left_out import find_left_out
from openline.intake.source import Source
from openline.intake.written_rows import Row, RowPlaces
from openline.record.columns import ACTOR, CHANNEL, PARTIES
from openline.record.limits import Extent
from openline.record.problems import Problem
from openline.record.progress import Progress, silent

_MEANT: Final = frozenset({*WORD_COLUMNS, *DATE_COLUMNS, PARTIES, ACTOR})
_ENOUGH: Final = 2_000
"""How many rows say enough of what a column is."""
_FIRST: Final = 3
"""How many rows of a kind, and how many texts of a column, are given as examples."""


@dataclass(frozen=True, slots=True)
class LeftOutRows:
    """Rows that look like no observations: how many they are, and the first of them."""

    count: int
    first: tuple[Row, ...]


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
