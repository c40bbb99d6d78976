"""Text to rows of cells, each with the line where it begins."""

import csv
import io
import re
import sys
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from openline.record.columns import FORMAT_NAMES, KNOWN_NAMES, START
from openline.record.csv_rows import LINE_END, RowReader, has_wide_header
from openline.record.layout_problems import over_limit, row_too_long, unknown_delimiter
from openline.record.other_cells import OtherCells
from openline.record.problems import Findings, Listing, Problem, merged
from openline.record.progress import Progress, silent

_DELIMITERS: Final = (",", ";", "\t")
_NAMED: Final = (*_DELIMITERS, "|")
"""The delimiters that a first line may name."""
_LONGEST_NAMING: Final = 10
"""A longer first line is none that names the delimiter."""
_BLOCK: Final = 10_000
"""How many rows are taken at once."""


@dataclass(frozen=True)
class Cells:
    """The cells of a file: `header` as written, `rows` a text column for each of the format's
    columns that the file has (trimmed, missing is NaN), `others` the cells of the other columns,
    `lines` the line of each row, `longer` marks the rows with cells that no name is over,
    `problems` of the layout, and how many more there are by code."""

    header: tuple[str, ...]
    rows: pd.DataFrame
    others: OtherCells
    lines: np.ndarray
    longer: np.ndarray
    problems: tuple[Problem, ...]
    beyond: Mapping[str, int] = field(default_factory=dict)


def normal_name(name: str) -> str:
    """Return a header name without regard to case, outer blanks, or `_`, `-` and blank."""
    return re.sub(r"[\s_-]+", "_", name.strip().casefold()).strip("_")


def place_columns(header: Sequence[str]) -> dict[str, int]:
    """Return where each column stands: the format's names, then other columns as written.

    `start` and `end` are the format's names only where there is a `start`; of a repeated
    column the first place counts.
    """
    normal = [normal_name(name) for name in header]
    names = KNOWN_NAMES if START in normal else {*FORMAT_NAMES}
    places: dict[str, int] = {}
    for i, name in enumerate(normal):
        places.setdefault(name if name in names else header[i], i)
    return places


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
    `has_strays`: U+FFFD is where bytes were no characters, and is named.
    """
    text = text.lstrip("\ufeff")
    delimiter, body = find_delimiter(text)
    named = _check_naming(text)
    if max_columns is not None and has_wide_header(body, delimiter, max_columns):
        problems = (*named, over_limit("columns", max_columns))
        return replace(_Table(()).cells(Findings()), problems=problems)
    reader = RowReader(body, delimiter, has_strays=has_strays)
    table = _Table(reader.header(max_rows))
    total = 1 + (body.count("\n") or body.count("\r"))
    reader.seen, most = 0, max_rows if max_rows is not None else sys.maxsize
    while taken := reader.block(min(_BLOCK, most + 1 - reader.seen)):
        table.add(*taken, reader.listing)
        progress(min(1.0, reader.seen / total), f"Splitting into rows: {reader.seen:,} so far")
        if reader.seen > most:
            reader.listing.add("row-limit", partial(over_limit, "rows", most))
            break
    return table.cells(merged([Findings(named), reader.listing.findings]))


class _Table:
    """The columns of a file, filled block by block."""

    def __init__(self, header: Sequence[str]) -> None:
        names = tuple(cell.strip() for cell in header)
        self._width = max((i + 1 for i, name in enumerate(names) if name), default=0)
        self._named = [bool(name) for name in names[: self._width]]
        kept = [i for i, is_named in enumerate(self._named) if is_named]
        self._header = tuple(names[i] for i in kept)
        places = {name: kept[place] for name, place in place_columns(self._header).items()}
        format_names = KNOWN_NAMES if START in places else FORMAT_NAMES
        self._known = {name: place for name, place in places.items() if name in format_names}
        self._others = {name: place for name, place in places.items() if name not in self._known}
        self._chunks: dict[str, list[pa.Array]] = {name: [] for name in self._known}
        self._rest: list[pa.Array] = []
        self._counts: list[np.ndarray] = []
        self._lines: list[np.ndarray] = []
        self._longer: list[np.ndarray] = []

    def add(self, lines: list[int], rows: list[list[str]], listing: Listing) -> None:
        """Add the rows that have content; cells beyond the header's names are a problem."""
        longer = np.zeros(len(rows), dtype=bool)
        if set(map(len, rows)) != {self._width} or not all(self._named):
            for place, (line, row) in enumerate(zip(lines, rows, strict=True)):
                longer[place] = self._check_width(line, row, listing)
        full = [i for i, row in enumerate(rows) if row and (row[0].strip() or "".join(row).strip())]
        if len(full) < len(rows):
            lines, rows = [lines[i] for i in full], [rows[i] for i in full]
        self._lines.append(np.array(lines, dtype=np.int64))
        self._longer.append(longer[full])
        for name, place in self._known.items():
            cells = [row[place] if place < len(row) else "" for row in rows]
            self._chunks[name].append(_text(cells))
        others = [*self._others.values()]
        rest = [[row[i] for i in others[: bisect_left(others, len(row))]] for row in rows]
        self._rest.append(_text([*chain.from_iterable(rest)]))
        self._counts.append(np.array([*map(len, rest)], dtype=np.int64))

    def cells(self, findings: Findings) -> Cells:
        """Return the cells that were added, with the problems that were found."""
        lines = np.concatenate([np.array([], dtype=np.int64), *self._lines])
        longer = np.concatenate([np.array([], dtype=bool), *self._longer])
        columns = {name: _column(chunks) for name, chunks in self._chunks.items()}
        frame = pd.DataFrame(columns, index=pd.RangeIndex(len(lines)))
        others = OtherCells.of([*self._others], self._rest, self._counts)
        return Cells(self._header, frame, others, lines, longer, findings.listed, findings.beyond)

    def _check_width(self, line: int, row: list[str], listing: Listing) -> bool:
        if len(row) <= self._width == len(self._header):
            return False
        beyond = (
            cell.strip()
            for i, cell in enumerate(row)
            if cell.strip() and (i >= self._width or not self._named[i])
        )
        first = next(beyond, None)
        if first is not None:
            named = len(self._header)
            listing.add("row-too-long", partial(row_too_long, line, first, named))
        return first is not None


def _text(cells: list[str]) -> pa.Array:
    """Return cells trimmed, null where they are empty."""
    text = pc.utf8_trim_whitespace(pa.array(cells, pa.large_string()))
    return pc.if_else(pc.equal(text, ""), None, text)


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
    end = LINE_END.search(text)
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
    return len({normal_name(cell) for cell in row} & KNOWN_NAMES), len(row)
