"""Mending: the cells of faulty rows, to be edited, and the file with what was edited."""

import io
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pandas as pd

from openline.intake.source import Row, Source, read_source
from openline.record.problems import Problem

__all__ = [
    "LINE",
    "Edits",
    "edits_of",
    "faulty_rows",
    "lines_after",
    "mended",
    "mended_rows",
    "rows_at",
    "rows_of_lines",
    "texts_of",
]

LINE: Final = "line"
"""The name of the index of faulty rows."""


@dataclass(frozen=True)
class Edits:
    """What is to be changed in a file.

    `changed`: by line, the new text of cells by their place in the row (from 0).
    `added`: rows for the end of the file, each a cell a column. `removed`: lines of rows.
    """

    changed: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    added: Sequence[Sequence[str]] = ()
    removed: frozenset[int] = frozenset()


def faulty_rows(data: bytes, problems: Iterable[Problem]) -> pd.DataFrame:
    """Return the cells of the rows that problems name, as text, by the line where the row
    begins; columns are named as in the header, numbered where a name is missing or stands
    twice (`7`, `date (9)`). Cells that a row lacks are empty."""
    return rows_at(data, {item.line for item in problems if item.line is not None})


def rows_at(data: bytes, lines: Collection[int]) -> pd.DataFrame:
    """Return the cells of the rows that begin on some lines, as `faulty_rows` does."""
    source = read_source(data)
    if isinstance(source, Problem):
        return pd.DataFrame(index=pd.Index([], name=LINE, dtype="int64"))
    return rows_of_lines(source, lines)


def rows_of_lines(source: Source, lines: Collection[int]) -> pd.DataFrame:
    """Return the cells of the rows of a file that begin on some lines, as `faulty_rows` does."""
    found = (source.row_at(line) for line in sorted(set(lines) - {source.header.line}))
    rows = [row for row in found if row is not None]
    width = max([len(source.header.cells), *(len(row.cells) for row in rows)])
    return pd.DataFrame(
        [[*row.cells, *[""] * (width - len(row.cells))] for row in rows],
        index=pd.Index([row.line for row in rows], name=LINE, dtype="int64"),
        columns=_labels(source.header, width),
        dtype="str",
    )


def edits_of(frame: pd.DataFrame, edited: Mapping[str, Any]) -> Edits:
    """Return the edits that a table editor made of `faulty_rows`: `edited_rows` (cells by
    place of the row, then column), `added_rows` (cells by column), `deleted_rows` (places)."""
    places = {name: place for place, name in enumerate(frame.columns)}
    lines = frame.index.tolist()
    changed = {
        lines[int(row)]: {
            places[name]: _text(value) for name, value in cells.items() if name in places
        }
        for row, cells in edited.get("edited_rows", {}).items()
    }
    added = [
        [_text(row.get(name)) for name in frame.columns] for row in edited.get("added_rows", ())
    ]
    removed = frozenset(lines[int(row)] for row in edited.get("deleted_rows", ()))
    return Edits(changed, [row for row in added if any(row)], removed)


def mended(data: bytes, edits: Edits) -> bytes:
    """Return a file with edits made; every other byte stays, so far as the encoding can
    write what is new. What is no text is returned as it is."""
    source = read_source(data)
    return data if isinstance(source, Problem) else mended_rows(source, data, edits)


def mended_rows(source: Source, data: bytes, edits: Edits) -> bytes:
    """Return a file with its edits, as `mended` does, where its rows are known already."""
    texts, added = texts_of(source, edits)
    return source.replaced(texts, added) if texts or added else data


def texts_of(source: Source, edits: Edits) -> tuple[dict[int, str], list[list[str]]]:
    """Return what edits write into a file: the text of rows by their line, "" where one is
    taken out, and the cells of rows for its end. The header stays as it is."""
    changed = {line: cells for line, cells in edits.changed.items() if line not in edits.removed}
    texts = source.rewritten(changed)
    texts |= {line: "" for line in edits.removed if source.row_at(line) is not None}
    texts.pop(source.header.line, None)
    return texts, [_fitted(row, source) for row in edits.added]


def lines_after(
    source: Source, edits: Edits, lines: Sequence[int]
) -> tuple[list[int | None], list[int]]:
    """Return on which line each row of a file begins after edits, None for one that is taken
    out; and on which the added ones begin.

    Where lines end in a lone carriage return, a row that is taken out may let one line's end
    join the next blank line; that is not looked for."""
    texts, added = texts_of(source, edits)
    grown = {
        line: _height(text) - (row.end - row.line)
        for line, text in texts.items()
        if (row := source.row_at(line)) is not None
    }
    stand = [
        None if texts.get(line) == "" else line + sum(grown[at] for at in grown if at < line)
        for line in lines
    ]
    heights = [_height(source.new_row(row)) for row in added]
    first = len(source.lines) + 1 + sum(grown.values())
    return stand, [first + sum(heights[:place]) for place in range(len(added))]


def _height(text: str) -> int:
    return len(list(io.StringIO(text, newline="")))


def _fitted(cells: Sequence[str], source: Source) -> list[str]:
    """Cut from an added row the empty cells beyond the header."""
    width = len(source.header.cells)
    kept = list(cells)
    while len(kept) > width and not kept[-1]:
        kept.pop()
    return kept


def _labels(header: Row, width: int) -> list[str]:
    labels: list[str] = []
    for place in range(width):
        name = header.cells[place].strip() if place < len(header.cells) else ""
        label = name if name and name not in labels else f"{name} ({place + 1})".strip()
        labels.append(label if name else str(place + 1))
    return labels


def _text(value: Any) -> str:
    return "" if value is None or value != value else str(value)
