"""Text to rows of cells, each with the line where it begins."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from openline.record.columns import COLUMNS, END, START
from openline.record.csv_rows import RowReader, has_wide_header
from openline.record.findings import Findings, Listing, joined
from openline.record.layout_problems import (
    row_too_long,
    too_many_columns,
    too_many_rows,
    unknown_delimiter,
)
from openline.record.problems import Problem
from openline.record.progress import Progress, silent

__all__ = ["Cells", "find_delimiter", "normal_name", "read_cells"]

_DELIMITERS: Final = (",", ";", "\t")
_NAMED: Final = (*_DELIMITERS, "|")
"""The delimiters that a first line may name."""
_LONGEST_NAMING: Final = 10
"""A longer first line is none that names the delimiter."""
_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_BLOCK: Final = 10_000
"""How many rows are taken at once."""
_KNOWN: Final = frozenset({column.name for column in COLUMNS} | {START, END})


@dataclass(frozen=True)
class Cells:
    """The cells of a file: `header` as written, `rows` one text column a header cell
    (trimmed, missing is NaN), `lines` the line of each row, `problems` of the layout, and
    how many more there are by code."""

    header: tuple[str, ...]
    rows: pd.DataFrame
    lines: np.ndarray
    problems: tuple[Problem, ...]
    beyond: Mapping[str, int] = field(default_factory=dict)


def normal_name(name: str) -> str:
    """Return a header name without regard to case, outer blanks, or `_`, `-` and blank."""
    return re.sub(r"[\s_-]+", "_", name.strip().casefold()).strip("_")


def read_cells(
    text: str,
    max_rows: int | None = None,
    progress: Progress = silent,
    *,
    max_columns: int | None = None,
    has_strays: bool = False,
) -> Cells:
    """Read the cells of a delimited text, with the problems of its layout.

    Empty rows are left out, short rows padded; a broken row is named and left out.
    `has_strays`: U+FFFD stands where bytes were no characters, and is named.
    """
    text = text.lstrip("\ufeff")
    delimiter, body = find_delimiter(text)
    named = _check_naming(text)
    if max_columns is not None and has_wide_header(body, delimiter, max_columns):
        found = (*named, too_many_columns(max_columns))
        return Cells((), pd.DataFrame(), np.array([], dtype=np.int64), found)
    reader = RowReader(body, delimiter, has_strays=has_strays)
    table = _Table(reader.header(max_rows))
    total = 1 + (body.count("\n") or body.count("\r"))
    reader.seen = 0
    while taken := reader.block(_next(reader.seen, max_rows)):
        table.add(*taken, reader.listing)
        progress(min(1.0, reader.seen / total), f"Splitting into rows: {reader.seen:,} so far")
        if max_rows is not None and reader.seen > max_rows:
            reader.listing.add("row-limit", partial(too_many_rows, max_rows))
            break
    return table.cells(joined([Findings(named), reader.listing.findings]))


def _next(seen: int, max_rows: int | None) -> int:
    """Return how many rows to take after so many: at most one beyond the limit."""
    return _BLOCK if max_rows is None else min(_BLOCK, max_rows + 1 - seen)


class _Table:
    """The columns of a file, filled block by block."""

    def __init__(self, header: Sequence[str]) -> None:
        self._names = tuple(cell.strip() for cell in header)
        self._width = max((i + 1 for i, name in enumerate(self._names) if name), default=0)
        self._kept = [i for i in range(self._width) if self._names[i]]
        self._chunks: dict[int, list[pa.Array]] = {place: [] for place in self._kept}
        self._lines: list[np.ndarray] = []

    def add(self, lines: list[int], rows: list[list[str]], listing: Listing) -> None:
        """Add the rows that have content; cells beyond the header's names are a problem."""
        reach = min(self._width, max(map(len, rows), default=0))
        if set(map(len, rows)) != {self._width} or len(self._kept) < self._width:
            for line, row in zip(lines, rows, strict=True):
                self._check_width(line, row, listing)
            rows = [row if len(row) == reach else (row + [""] * reach)[:reach] for row in rows]
        full = [i for i, row in enumerate(rows) if row and (row[0].strip() or "".join(row).strip())]
        if len(full) < len(rows):
            lines, rows = [lines[i] for i in full], [rows[i] for i in full]
        self._lines.append(np.array(lines, dtype=np.int64))
        columns = list(zip(*rows, strict=True))
        for place, chunks in self._chunks.items():
            if place < len(columns):
                text = pc.utf8_trim_whitespace(pa.array(columns[place], pa.large_string()))
                chunks.append(pc.if_else(pc.equal(text, ""), None, text))
            else:
                chunks.append(pa.nulls(len(lines), pa.large_string()))

    def cells(self, found: Findings) -> Cells:
        """Return the cells that were added, with the problems that were found."""
        lines = np.concatenate(self._lines) if self._lines else np.array([], dtype=np.int64)
        frame = pd.DataFrame({i: _column(chunks) for i, chunks in self._chunks.items()})
        frame.columns = pd.RangeIndex(len(self._kept))
        header = tuple(self._names[i] for i in self._kept)
        return Cells(header, frame, lines, found.listed, found.beyond)

    def _check_width(self, line: int, row: list[str], listing: Listing) -> None:
        if len(row) <= self._width == len(self._kept):
            return
        beyond = (
            cell.strip()
            for i, cell in enumerate(row)
            if cell.strip() and (i >= self._width or not self._names[i])
        )
        first = next(beyond, None)
        if first is not None:
            named = len(self._kept)
            listing.add("row-too-long", partial(row_too_long, line, first, named))


def _column(chunks: list[pa.Array]) -> pd.api.extensions.ExtensionArray:
    return pd.array(pa.chunked_array(chunks, pa.large_string()), dtype="str")


def find_delimiter(text: str) -> tuple[str, str]:
    """Return the delimiter of a text, and the text without a line that only names one."""
    mark, rest = _naming(text)
    if mark in _NAMED:
        return mark, rest
    return max(_DELIMITERS, key=lambda mark: _fit(rest, mark)), rest


def _check_naming(text: str) -> tuple[Problem, ...]:
    """Return the problem that a first line names a delimiter which is none."""
    mark, _ = _naming(text)
    return () if mark is None or mark in _NAMED else (unknown_delimiter(mark),)


def _naming(text: str) -> tuple[str | None, str]:
    """Return the mark that a first line `sep=` names, None without such a line, and the rest."""
    end = _LINE_END.search(text)
    first = text[: end.start()] if end else text
    plain = first.strip(" ") if len(first) <= _LONGEST_NAMING else ""
    if len(plain) > 1 and plain[0] == plain[-1] == '"':
        plain = plain[1:-1]
    if plain[:4].casefold() != "sep=":
        return None, text
    return plain[4:], text[end.end() :] if end else ""


def _fit(text: str, delimiter: str) -> tuple[int, int]:
    """How well a delimiter fits: the known columns it finds, then the cells."""
    reader = csv.reader(io.StringIO(text[:100_000], newline=""), delimiter=delimiter)
    try:
        row = next((row for row in reader if any(row)), [])
    except csv.Error:
        return 0, 0
    return len({normal_name(cell) for cell in row} & _KNOWN), len(row)
