"""Rows of a delimited text, each with the line where it begins."""

import csv
import io
import re
import sys
from collections.abc import Iterable
from functools import partial
from itertools import accumulate, islice
from typing import Final, NamedTuple

from openline.record.layout_problems import bad_quoting, nul_byte, stray_bytes
from openline.record.problems import Listing

LINE_END: Final = re.compile(r"\r\n|\n|\r")
"""How a line may end."""
_NUL: Final = "\x00"
_STRAY: Final = "\ufffd"
"""What decoding leaves in place of bytes that are not characters."""
_MARKS: Final = ((_NUL, "nul-byte", nul_byte), (_STRAY, "bytes-stray", stray_bytes))
_QUOTED: Final = re.compile(r'"(?:[^"]|"")*+"')


class Block(NamedTuple):
    """Some rows in a row: the lines where they begin, their cells, why some break the quoting, by
    their places, and the line after the last. One that breaks it has no cells."""

    lines: list[int]
    cells: list[list[str]]
    broken: dict[int, str]
    end: int


class CsvRows:
    """The rows of lines, the first of which is line 1, taken some at a time."""

    def __init__(self, lines: Iterable[str], delimiter: str) -> None:
        lift_cell_limit()
        self._reader = csv.reader(lines, delimiter=delimiter, strict=True)

    def take(self, most: int) -> Block:
        """Take so many rows at most; none after the last. One that breaks the quoting ends where
        the csv module finds that it does, and what follows is taken as well."""
        lines, cells, broken = list[int](), list[list[str]](), dict[int, str]()
        while len(cells) < most:
            first, some = self._reader.line_num + 1, list[list[str]]()
            try:
                some.extend(islice(self._reader, most - len(cells)))
            except csv.Error as error:  # the rows before it were taken
                broken[len(cells) + len(some)] = str(error)
                lines += _begins(first, some)
                cells += [*some, []]
                continue
            if not some:
                break
            plain = self._reader.line_num + 1 == first + len(some)
            lines += range(first, first + len(some)) if plain else _begins(first, some)[:-1]
            cells += some
        return Block(lines, cells, broken, self._reader.line_num + 1)


class RowReader:
    """Rows of a delimited text with their lines; a row that breaks the quoting is a problem.

    `seen` counts the rows that were passed, empty and broken ones among them.
    """

    def __init__(self, text: str, delimiter: str, *, has_strays: bool = False) -> None:
        self._rows = CsvRows(io.StringIO(text, newline=""), delimiter)
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
        lines, rows, broken, end = self._rows.take(size)
        if not rows:
            return None
        self.seen += len(rows)
        for place, reason in broken.items():
            last = [*lines, end][place + 1] - 1
            tell = partial(bad_quoting, lines[place], reason, last)
            self.listing.add("quote-unterminated", tell)
        if broken:
            sound = [place for place in range(len(rows)) if place not in broken]
            lines, rows = [lines[place] for place in sound], [rows[place] for place in sound]
        self._name_marks(lines, rows)
        return lines, rows

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
    heights = (1 + sum(len(LINE_END.findall(cell)) for cell in row) for row in rows)
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
