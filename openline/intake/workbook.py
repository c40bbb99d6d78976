"""Workbooks: the names of their sheets, and the values of one as CSV.

Nothing in a workbook is run, neither formulas nor macros: only saved values are read. Call this in
a process apart, so that whatever a bad workbook does to the libraries does not reach the board.
"""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time
from typing import Any, Final, TypeVar

import openpyxl

from openline.intake.other_books import LockedError, OtherBook, is_other, reading_workbook
from openline.intake.workbook_scan import scan_workbook
from openline.record.archives import DamagedError, names_in, opened_archive
from openline.record.problems import Problem, problem
from openline.record.progress import Progress, silent

MAX_UNPACKED: Final = 400_000_000
"""How many bytes a workbook may unpack to, unless set otherwise."""
SHEET_ROWS: Final = 1_048_576
"""How many rows a sheet can have at most."""
_MOST_SHEETS: Final = 50
_MAX_CELLS: Final = 50_000_000
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_AS_XLSX: Final = "Open it in Excel and save it as an Excel workbook (.xlsx) or as CSV (UTF-8)."
_SMALLER: Final = "Save the sheet alone as CSV (UTF-8), without what is not needed."
_LOCKED: Final = (
    "The workbook is protected by a password.",
    "Remove the password in Excel and save it again.",
)
_OLD: Final = ("The file is an old Office file, not a workbook of Excel 97 to 2003.", _AS_XLSX)
_DAMAGED: Final = ("The workbook is damaged and cannot be read.", _AS_XLSX)
_FIRST_OF_MONTH: Final = re.compile(r"\d{4}-\d{2}-01", re.ASCII)
_NOT_SHOWN: Final = re.compile(r'"[^"]*"|\[[^\[\]]*\]|\\.|[_*].|;.*', re.DOTALL)
"""What in a number format is not part of a date: words, locales, blanks, and sections for other
numbers."""
_LONGEST_FORMAT: Final = 255
"""How many characters of a number format Excel keeps."""
_BLOCK: Final = 1000
"""After how many rows progress is reported."""
_T = TypeVar("_T")
_R = TypeVar("_R")


def is_workbook(data: bytes) -> bool:
    """Tell whether a file is a workbook, including a locked or old one."""
    if data.startswith(_OLD_OFFICE) or is_other(data):
        return True
    return any(name.startswith("xl/") for name in names_in(data))


def first_rows(data: bytes, count: int) -> dict[str, list[list[str]]] | Problem:
    """Return the first rows of each sheet of a workbook, as text, or the problem if it cannot be
    read. Sheets after the fiftieth are named but not looked at."""

    def rows(book: Any) -> dict[str, list[list[str]]] | Problem:
        rows_by_sheet: dict[str, list[list[str]]] = {}
        for place, sheet in enumerate(book.worksheets):
            looked_at = sheet.iter_rows(max_row=count)
            rows_by_sheet[str(sheet.title)] = (
                list(_texts(looked_at)) if place < _MOST_SHEETS else []
            )
        return rows_by_sheet or _empty("The workbook has no sheet.")

    return _opened(data, MAX_UNPACKED, rows)


def sheet_csv(
    data: bytes,
    name: str,
    max_rows: int | None = None,
    *,
    max_unpacked: int = MAX_UNPACKED,
    progress: Progress = silent,
) -> bytes | Problem:
    """Return the values of a sheet as CSV (UTF-8), or the problem if they cannot be read.

    Dates are ISO days, or a month or year if the cell shows no more, followed by any time other
    than midnight. Whole numbers have no decimal point; booleans are TRUE or FALSE, and an error is
    its text, as in Excel. Rows keep their numbers as lines (empty rows are empty lines) as long as
    no cell contains a line end. `progress` is called after every 1,000 rows, with a share of the
    number of rows that the sheet states.
    """

    def values(book: Any) -> bytes | Problem:
        sheet = next((sheet for sheet in book.worksheets if sheet.title == name), None)
        if sheet is None:
            return _unread(f"The workbook has no sheet {name!r}.", "Choose one of its sheets.")
        said = sheet.max_row or SHEET_ROWS
        sheet.reset_dimensions()
        rows = told_rows(_texts(sheet.iter_rows()), said, progress)
        return _written(rows, name, SHEET_ROWS if max_rows is None else max_rows)

    return _opened(data, max_unpacked, values)


def _opened(data: bytes, max_unpacked: int, take: Callable[[Any], _T | Problem]) -> _T | Problem:
    trouble = _trouble(data, max_unpacked)
    if trouble:
        return trouble
    try:
        with reading_workbook():
            return take(_book(data))
    except LockedError:
        return _unread(*_LOCKED)
    except DamagedError:
        return _unread(*_DAMAGED)


def _book(data: bytes) -> Any:
    if is_other(data):
        return OtherBook(data)
    return openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=True, keep_links=False
    )


def _trouble(data: bytes, max_unpacked: int) -> Problem | None:
    """Check a workbook from outside: its kind, and how much it would unpack to."""
    if data.startswith(_OLD_OFFICE):
        fault = _LOCKED if _ENCRYPTED in data else None if is_other(data) else _OLD
        return _unread(*fault) if fault else None
    try:
        with opened_archive(data) as archive:
            parts = archive.infolist()
            size = sum(part.file_size for part in parts)
            if size > max_unpacked:
                return _too_large(f"unpacks to {size:,} bytes; the limit is {max_unpacked:,}")
            fault = None if _is_open_document(archive) else _fault(parts)
            if fault is None and (problem := scan_workbook(archive)) is not None:
                if problem.is_too_large:
                    return _too_large(problem.words)
                return _unread(f"The workbook {problem.words}.", _AS_XLSX)
    except DamagedError:
        fault = _DAMAGED
    return _unread(*fault) if fault else None


def _fault(parts: Sequence[zipfile.ZipInfo]) -> tuple[str, str] | None:
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        return _LOCKED
    if not any(name.startswith("xl/") for name in names):
        return "The file is not an Excel workbook.", _AS_XLSX
    return None


def _is_open_document(archive: zipfile.ZipFile) -> bool:
    return "content.xml" in archive.namelist() and "mimetype" in archive.namelist()


def _texts(rows: Iterable[Iterable[Any]]) -> Iterator[list[str]]:
    for row in rows:
        texts = [value if type(value := cell.value) is str else _cell_text(cell) for cell in row]
        while texts and not texts[-1]:
            texts.pop()
        yield texts


def told_rows(rows: Iterable[_R], said: int, progress: Progress) -> Iterator[_R]:
    """Yield the rows of a sheet that states it has `said` of them, reporting progress."""
    for count, row in enumerate(rows):
        if count and count % _BLOCK == 0:
            progress(min(1.0, count / said), f"Reading the sheet: {count:,} rows so far")
        yield row


def _written(rows: Iterable[list[str]], name: str, max_rows: int) -> bytes | Problem:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    empty = cells = filled = 0
    for count, row in enumerate(rows):
        cells += len(row)
        blank = not any(text.strip() for text in row)
        filled += not blank
        if count >= SHEET_ROWS or filled > max_rows + 1 or cells > _MAX_CELLS:
            return _too_large(f"has more rows or cells than the limit in {name!r}")
        if blank:
            empty += 1
            continue
        out.write("\n" * empty)
        empty = 0
        writer.writerow(row)
    if not filled:
        return _empty(f"The sheet {name!r} is empty.")
    return out.getvalue().encode("utf-8", "replace")


def _cell_text(cell: Any) -> str:
    text = _text(cell.value)
    return _as_shown(text, cell.number_format) if _FIRST_OF_MONTH.fullmatch(text) else text


def _as_shown(day: str, number_format: str) -> str:
    """Return the first day of a month as precisely as its cell shows it: if the cell shows no day,
    as in `Aug-22`, only the month is known."""
    pattern = _NOT_SHOWN.sub("", number_format[:_LONGEST_FORMAT]).casefold()
    if "d" in pattern or "y" not in pattern:
        return day
    year, month, _ = day.split("-")
    if "m" in pattern:
        return f"{year}-{month}"
    return year if month == "01" else day


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        midnight = value.time() == time.min
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def _unread(message: str, suggestion: str) -> Problem:
    return problem("not-text", None, None, None, message, suggestion)


def _empty(message: str) -> Problem:
    hint = "Choose a sheet with a header line (channel, date, state) and at least one row."
    return problem("file-empty", None, None, None, message, hint)


def _too_large(what: str) -> Problem:
    return problem("size-limit", None, None, None, f"The workbook {what}.", _SMALLER)
