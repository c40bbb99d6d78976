"""Workbooks other than .xlsx, which another library reads: .xls, .xlsb and .ods.

The library holds a sheet as a full rectangle, and crashes the process if memory has no room for
it: it is only called in a process apart. It does not report how a cell shows its date.
"""

import io
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

from python_calamine import CalamineWorkbook, PasswordError

from openline.intake.workbook_scan import SHEET_CELLS
from openline.record.archives import DamagedError, as_damage, names_in, opened_archive

_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS: Final = tuple(name.encode("utf-16-le") for name in ("Workbook\0", "Book\0"))
_SHEETS: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_LONGEST_KIND: Final = 99
_BINARY: Final = "xl/workbook.bin"
_FIRST_OF_MONTH: Final = re.compile(rb"(?<![^,\n])\d{4}-\d\d-01(?![^,\n])")


class LockedError(Exception):
    """The workbook is protected by a password."""


class _Cell(NamedTuple):
    """A cell's value; how it is shown is not known."""

    value: Any
    number_format: str = ""


class _Sheet:
    """A sheet, laid out when its rows are requested."""

    def __init__(self, book: Any, title: str) -> None:
        self._book, self.title = book, title
        self.max_row: int | None = None

    def iter_rows(self, max_row: int | None = None) -> Iterator[tuple[_Cell, ...]]:
        """Yield the rows, including empty ones before the first with content."""
        sheet = self._book.get_sheet_by_name(self.title)
        first, self.max_row = sheet.start, sheet.total_height
        if sheet.total_height * sheet.total_width > SHEET_CELLS:
            raise MemoryError
        if first is None:
            return
        blanks = tuple(_Cell(None) for _ in range(first[1]))
        for _ in range(first[0] if max_row is None else min(first[0], max_row)):
            yield ()
        for count, row in enumerate(sheet.iter_rows(), start=first[0]):
            if max_row is not None and count >= max_row:
                return
            yield (*blanks, *(_Cell(None if value == "" else value) for value in row))

    def reset_dimensions(self) -> None:
        """Do nothing: the rows themselves give their number."""


class OtherBook:
    """A workbook read by the other library, with openpyxl's names for its parts."""

    def __init__(self, data: bytes) -> None:
        """Open a workbook. Raises `LockedError`, or whatever a damaged one makes the library
        raise."""
        try:
            book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        except PasswordError as error:
            raise LockedError from error
        self.worksheets = [_Sheet(book, name) for name in book.sheet_names]


def is_other(data: bytes) -> bool:
    """Tell whether a file is a workbook of one of these kinds."""
    if data.startswith(_OLD_OFFICE):
        return any(name in data for name in _STREAMS)
    names = names_in(data)
    return _BINARY in names or ("mimetype" in names and _begin(data, "mimetype") == _SHEETS)


def _begin(data: bytes, name: str) -> bytes:
    """Return the beginning of a part, however much it would unpack to."""
    try:
        with opened_archive(data) as archive, archive.open(name) as part:
            return part.read(_LONGEST_KIND)
    except DamagedError:
        return b""


def months_note(data: bytes, text: bytes) -> str:
    """Return a warning about dates in a sheet, given as CSV, that may stand for a month though a
    day is read; "" if there are none, or if this kind of workbook says how they are shown."""
    months = len(_FIRST_OF_MONTH.findall(text))
    if not months or not is_other(data):
        return ""
    return (
        f"Dates that are the first of a month: {months:,}. This kind of workbook does not say"
        " whether they show the day: where only the month is known, write 2022-08."
    )


@contextmanager
def reading_workbook() -> Iterator[None]:
    """Run a block that reads a workbook, without its library's warnings.

    Raises `DamagedError` for whatever a damaged workbook makes the library raise. Two errors pass
    unchanged: `LockedError`, and `MemoryError`, because the process doing this has a memory limit
    and reports that it was reached.
    """
    with warnings.catch_warnings(), as_damage(LockedError, MemoryError):
        warnings.simplefilter("ignore")
        yield
