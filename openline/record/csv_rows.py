"""Rows of a delimited text, each with the line where it begins."""

import csv
import io
import re
import sys
from functools import partial
from itertools import accumulate, islice
from typing import Final

from openline.record.findings import Listing
from openline.record.layout_problems import bad_quoting, nul_byte, stray_bytes

_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_NUL: Final = "\x00"
_STRAY: Final = "\ufffd"
"""What decoding leaves in place of bytes that are no characters."""
_MARKS: Final = ((_NUL, "nul-byte", nul_byte), (_STRAY, "bytes-stray", stray_bytes))
_QUOTED: Final = re.compile(r'"(?:[^"]|"")*+"')


class RowReader:
    """Rows of a delimited text with their lines; a row that breaks the quoting is a problem.

    `seen` counts the rows that were passed, empty and broken ones among them.
    """

    def __init__(self, text: str, delimiter: str, *, has_strays: bool = False) -> None:
        lift_cell_limit()
        self._reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        marks = _MARKS if has_strays else _MARKS[:1]
        self._marks = [mark for mark in marks if mark[0] in text]
        self.listing = Listing()
        self.seen = 0

    def header(self, most: int | None = None) -> list[str]:
        """Return the first row with content, which is the header; an empty list where none
        comes within so many rows."""
        while most is None or self.seen <= most:
            taken = self.block(1)
            if taken is None:
                break
            for row in taken[1]:
                if any(cell.strip() for cell in row):
                    return row
        return []

    def block(self, size: int) -> tuple[list[int], list[list[str]]] | None:
        """Pass so many rows at most, and return the lines where the sound ones begin and
        their cells; None after the last. A row that breaks the quoting is named."""
        lines, rows, passed = list[int](), list[list[str]](), 0
        while passed < size:
            first, some = self._reader.line_num + 1, list[list[str]]()
            try:
                some.extend(islice(self._reader, size - passed))
            except csv.Error as error:  # the rows before it were taken
                begins = _begins(first, some)
                self._name_broken(begins.pop(), str(error))
                passed += 1
            else:
                if not some:
                    break
                plain = self._reader.line_num + 1 == first + len(some)
                begins = list(range(first, first + len(some))) if plain else _begins(first, some)
            lines += begins[: len(some)]
            rows += some
            passed += len(some)
        self.seen += passed
        self._name_marks(lines, rows)
        return (lines, rows) if passed else None

    def _name_broken(self, line: int, reason: str) -> None:
        self.listing.add("quote-unterminated", partial(bad_quoting, line, reason))

    def _name_marks(self, lines: list[int], rows: list[list[str]]) -> None:
        for mark, code, tell in self._marks:
            for line, row in zip(lines, rows, strict=True):
                cell = next((cell for cell in row if mark in cell), None)
                if cell is not None:
                    self.listing.add(code, partial(tell, line, cell))


def has_wide_header(text: str, delimiter: str, most: int) -> bool:
    """Tell, without taking it apart, whether a line up to the header has more cells."""
    for line in io.StringIO(text, newline=""):
        if line.count(delimiter) >= most and _count_cells(line, delimiter, most) > most:
            return True
        if line.strip(f'{delimiter}" \t\r\n'):
            break
    return False


def lift_cell_limit() -> None:
    """Lift the standard reader's limit of 131,072 characters a cell, which is one for the
    whole process: a record's own limits are those of `read_record`."""
    csv.field_size_limit(sys.maxsize)


def _begins(first: int, rows: list[list[str]]) -> list[int]:
    """Return the line where each row begins, and that of what follows them."""
    heights = (1 + sum(len(_LINE_END.findall(cell)) for cell in row) for row in rows)
    return list(accumulate(heights, initial=first))


def _count_cells(line: str, delimiter: str, most: int) -> int:
    """Return how many cells a line has, or one more than are of interest."""
    count, at = 1, 0
    while count <= most:
        quoted = _QUOTED.match(line, at)
        next_mark = line.find(delimiter, quoted.end() if quoted else at)
        if next_mark < 0:
            break
        count, at = count + 1, next_mark + 1
    return count
