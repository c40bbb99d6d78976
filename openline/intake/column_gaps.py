"""Columns with cells that are empty because the one above stands for them too."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from openline.intake.arranging import Arrangement, arranged_rows
from openline.intake.choices import Choices, LeftOut
from openline.intake.edits import Edits
from openline.intake.source import Source
from openline.record.columns import CHANNEL, DATE, PARTIES, START
from openline.record.delimited import normal_name

_ASKED: Final = (PARTIES, CHANNEL, DATE, START)
"""Columns whose cells name what a row is of: an empty one mostly stands for the one above."""
_EXAMPLES: Final = 3


@dataclass(frozen=True)
class Gaps:
    """A column with empty cells below others: its label and its name, how many they are, and
    some of them with the line, and what stands above."""

    label: str
    name: str
    cells: int
    examples: tuple[tuple[int, str], ...]


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
            yield Gaps(wanted[place], name, len(cells_of), tuple(cells_of[:_EXAMPLES]))


def _finer_parts(columns: Arrangement) -> dict[str, tuple[int, ...] | None]:
    """Return the columns that others are made of; those that are parts of a date with the
    places of the finer parts, the others with None."""
    return {
        columns.labels[place]: places[at + 1 :] if join.between is None else None
        for join, places in columns.joins
        for at, place in enumerate(places)
    }


def _text_at(cells: Sequence[str], place: int) -> str:
    return cells[place].strip() if place < len(cells) else ""
