"""Limits on a file that is read: its bytes, rows, columns, channels, letters and cells."""

from dataclasses import dataclass
from typing import Final

from openline.record.cell_checks import LONGEST_CELL
from openline.record.problems import Problem, problem

MOST_CELLS: Final = 4_000_000
"""How many cells a file may have that the board reads, blank lines and empty cells included."""
LONGEST_LINE: Final = 2_000_000
"""How many bytes a line may have."""
_LINE_ENDS: Final = (b"\n", b"\r")
_DELIMITERS: Final = (b",", b";", b"\t", b"|")
_PIECE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """The most bytes, rows, columns and channels of a file, None where any number is read, and
    the most letters of a cell."""

    size: int | None = None
    rows: int | None = None
    columns: int | None = None
    channels: int | None = None
    letters: int = LONGEST_CELL


UNLIMITED: Final = ReadingLimits()
"""Any size is read; a cell may be as long as one of a workbook."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The most cells that a file may have, and the most bytes of a line."""

    cells: int = MOST_CELLS
    line: int = LONGEST_LINE


EXTENT: Final = Extent()
"""What a file may have by default."""


def check_extent(data: bytes, extent: Extent) -> Problem | None:
    """Return the problem of a text with more cells than the board reads, or a longer line, None
    where it has neither. Marks within cells count as if they stood between some, so it may be
    named a little before."""
    if count_lines(data) + max(_count(data, mark) for mark in _DELIMITERS) > extent.cells:
        what = f"more than {extent.cells:,} cells, blank lines and empty cells included"
        return _too_large(what, "Split the file, or leave out what is empty.")
    if _has_long_line(data, extent.line):
        what = f"a line of more than {extent.line:,} bytes"
        return _too_large(what, "Shorten its cells; a line end may be missing.")
    return None


def count_lines(data: bytes) -> int:
    """Return how many line ends a text has."""
    return max(_count(data, mark) for mark in _LINE_ENDS)


def _count(data: bytes, mark: bytes) -> int:
    """Count a mark a piece at a time: in between others have their turn."""
    return sum(data.count(mark, at, at + _PIECE) for at in range(0, len(data), _PIECE))


def _has_long_line(data: bytes, longest: int) -> bool:
    """Tell whether bytes have a line of more than so many, going from end to end."""
    at = 0
    while len(data) - at > longest:
        end = max(data.rfind(mark, at, at + longest + 1) for mark in _LINE_ENDS)
        if end < 0:
            return True
        at = end + 1
    return False


def _too_large(what: str, hint: str) -> Problem:
    return problem("size-limit", None, None, None, f"The file has {what}.", hint)
