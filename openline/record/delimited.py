"""Text to rows of cells, each with the line where it begins."""

import csv
import io
import re
import sys
from dataclasses import dataclass
from itertools import islice
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from openline.record.columns import COLUMNS, END, START
from openline.record.layout_problems import (
    bad_quoting,
    nul_byte,
    row_too_long,
    stray_bytes,
    too_many_columns,
    too_many_rows,
)
from openline.record.problems import Problem
from openline.record.progress import Progress, silent

__all__ = ["Cells", "find_delimiter", "normal_name", "read_cells"]

# The standard reader refuses cells of over 131,072 characters, and the limit is one for
# the whole process; a record's own limits are those of `read_record`.
csv.field_size_limit(sys.maxsize)

_DELIMITERS: Final = (",", ";", "\t")
_SEPARATOR_LINE: Final = re.compile(r'"?sep=(.)"?', re.IGNORECASE | re.DOTALL)
_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_STRAY: Final = "\ufffd"
"""What decoding leaves in place of bytes that are no characters."""
_BLOCK: Final = 10_000
"""How many rows are taken at once."""
_KNOWN: Final = frozenset({column.name for column in COLUMNS} | {START, END})


@dataclass(frozen=True)
class Cells:
    """The cells of a file: `header` as written, `rows` one text column a header cell
    (trimmed, missing is NaN), `lines` the line of each row, `problems` of the layout."""

    header: tuple[str, ...]
    rows: pd.DataFrame
    lines: np.ndarray
    problems: tuple[Problem, ...]


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
    reader = _Reader(body, delimiter, has_strays=has_strays)
    header = reader.header()
    if max_columns is not None and len(header) > max_columns:
        return _without_rows(too_many_columns(len(header), max_columns))
    names = tuple(cell.strip() for cell in header)
    width = max((i + 1 for i, name in enumerate(names) if name), default=0)
    columns: list[list[pa.Array]] = [[] for _ in range(width)]
    lines: list[np.ndarray] = []
    problems: list[Problem] = []
    count, total = 0, 1 + (body.count("\n") or body.count("\r"))
    while taken := reader.block(_BLOCK if max_rows is None else max_rows + 1 - count):
        row_lines, rows = _with_content(*taken, names, width, problems)
        for column, values in zip(columns, zip(*rows, strict=True), strict=bool(rows)):
            column.append(pc.utf8_trim_whitespace(pa.array(values, pa.large_string())))
        lines.append(row_lines)
        count += len(rows)
        progress(min(1.0, count / total), f"Splitting into rows: {count:,} so far")
        if max_rows is not None and count > max_rows:
            problems.append(too_many_rows(max_rows))
            break
    keep = [i for i in range(width) if names[i]]
    frame = pd.DataFrame({i: _column(columns[i], count) for i in keep})
    frame.columns = pd.RangeIndex(len(keep))
    line = np.concatenate(lines) if lines else np.array([], dtype=np.int64)
    return Cells(tuple(names[i] for i in keep), frame, line, tuple(reader.problems + problems))


def _column(chunks: list[pa.Array], count: int) -> pd.api.extensions.ExtensionArray:
    if not count:
        return pd.array([], dtype="str")
    text = pa.chunked_array(chunks)
    return pd.array(pc.if_else(pc.equal(text, ""), None, text), dtype="str")


def _with_content(
    lines: np.ndarray,
    rows: list[list[str]],
    names: tuple[str, ...],
    width: int,
    problems: list[Problem],
) -> tuple[np.ndarray, list[list[str]]]:
    """Return the rows that have content, each as wide as the header, and their lines."""
    if set(map(len, rows)) != {width} or "" in names[:width]:
        for line, row in zip(lines.tolist(), rows, strict=True):
            if len(row) != width or "" in names[:width]:
                _check_width(line, row, names, problems)
        rows = [row if len(row) == width else (row + [""] * width)[:width] for row in rows]
    empty = {i for i, row in enumerate(rows) if not (row[0].strip() or "".join(row).strip())}
    if empty:
        rows = [row for i, row in enumerate(rows) if i not in empty]
        lines = np.delete(lines, list(empty))
    return lines, rows


def _check_width(
    line: int, row: list[str], names: tuple[str, ...], problems: list[Problem]
) -> None:
    named = sum(1 for name in names if name)
    beyond = [
        cell.strip()
        for i, cell in enumerate(row)
        if cell.strip() and (i >= len(names) or not names[i])
    ]
    if beyond:
        problems.append(row_too_long(line, beyond[0], named))


def _without_rows(found: Problem) -> Cells:
    return Cells((), pd.DataFrame(), np.array([], dtype=np.int64), (found,))


class _Reader:
    """Rows of a delimited text with their lines; a row that breaks the quoting is a problem."""

    def __init__(self, text: str, delimiter: str, *, has_strays: bool) -> None:
        self._reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        self._marks = [
            (mark, name)
            for mark, name, looked_for in (
                ("\x00", nul_byte, True),
                (_STRAY, stray_bytes, has_strays),
            )
            if looked_for and mark in text
        ]
        self.problems: list[Problem] = []

    def header(self) -> list[str]:
        """Return the first row with content, which is the header; none is an empty list."""
        while taken := self.block(1):
            for row in taken[1]:
                if any(cell.strip() for cell in row):
                    return row
        return []

    def block(self, size: int) -> tuple[np.ndarray, list[list[str]]] | None:
        """Return the next rows, so many at most, with the line where each begins; None
        after the last. A row that breaks the quoting ends a block and is named."""
        first, rows = self._reader.line_num + 1, list[list[str]]()
        try:
            rows.extend(islice(self._reader, min(size, _BLOCK)))
        except csv.Error as error:  # the rows before it were taken
            lines = self._lines(first, rows, whole=False)
            self.problems.append(bad_quoting(int(lines[-1]), str(error)))
        else:
            if not rows:
                return None
            lines = self._lines(first, rows, whole=True)
        self._name_marks(lines.tolist(), rows)
        return lines[: len(rows)], rows

    def _lines(self, first: int, rows: list[list[str]], *, whole: bool) -> np.ndarray:
        """Return the line of each row, and that of what follows them."""
        if whole and self._reader.line_num + 1 == first + len(rows):
            return np.arange(first, first + len(rows) + 1)
        taken = [1 + sum(len(_LINE_END.findall(cell)) for cell in row) for row in rows]
        return first + np.cumsum([0, *taken])

    def _name_marks(self, lines: list[int], rows: list[list[str]]) -> None:
        for mark, name in self._marks:
            for line, row in zip(lines, rows, strict=False):
                cell = next((cell for cell in row if mark in cell), None)
                self.problems += [] if cell is None else [name(line, cell)]


def find_delimiter(text: str) -> tuple[str, str]:
    """Return the delimiter of a text, and the text without a line that only names it."""
    first, rest = _first_line(text)
    match = _SEPARATOR_LINE.fullmatch(first.strip(" \r\n"))
    if match:
        return match[1], rest
    return max(_DELIMITERS, key=lambda mark: _fit(text, mark)), text


def _first_line(text: str) -> tuple[str, str]:
    match = _LINE_END.search(text)
    return (text[: match.start()], text[match.end() :]) if match else (text, "")


def _fit(text: str, delimiter: str) -> tuple[int, int]:
    """How well a delimiter fits: the known columns it finds, then the cells."""
    reader = csv.reader(io.StringIO(text[:100_000], newline=""), delimiter=delimiter)
    try:
        row = next((row for row in reader if any(row)), [])
    except csv.Error:
        return 0, 0
    return len({normal_name(cell) for cell in row} & _KNOWN), len(row)
