"""What a file may have at most to be read."""

from dataclasses import dataclass
from typing import Final

from openline.record.cell_checks import LONGEST_CELL


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
