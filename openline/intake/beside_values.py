"""What a workbook has besides the values of the sheet being read: formulas without values, links
behind cells, comments, hidden rows and columns, and other sheets with the same header."""

import io
import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, NamedTuple
from zipfile import ZipFile

import openpyxl

from openline.intake.header_place import header_score
from openline.intake.other_books import reading_workbook
from openline.intake.source import Source
from openline.intake.workbook import SHEET_ROWS, first_rows, told_rows
from openline.intake.written_rows import csv_of
from openline.record.archives import DamagedError, opened_archive
from openline.record.problems import Problem
from openline.record.progress import Progress, silent

_LOOKED_AT: Final = 10
"""How many rows of each sheet are looked at."""
_ENOUGH: Final = 2
_LINK: Final = re.compile(rb"<hyperlink[ /]")
_COMMENT: Final = re.compile(rb"<comment ")
_HIDDEN_ROW: Final = re.compile(rb"<row [^<>]*hidden=\"(?:1|true)\"")
_HIDDEN_COLUMN: Final = re.compile(rb"<col [^<>]*hidden=\"(?:1|true)\"")
_TARGET: Final = re.compile(rb"Target=\"([^\"<>]*)\"")


class Uncalculated(NamedTuple):
    """How many cells of a sheet have a formula without a value, and the first of them, such as
    B7."""

    cells: int
    first: str


@dataclass(frozen=True, slots=True)
class BesideValues:
    """What a sheet has besides its values. `alike` are the sheets that share its header, itself
    included, where there are several."""

    uncalculated: Uncalculated | None = None
    links: int = 0
    comments: int = 0
    hidden_rows: int = 0
    hidden_columns: int = 0
    alike: tuple[str, ...] = ()


def beside_values(data: bytes, name: str, progress: Progress = silent) -> BesideValues:
    """Return what a workbook has besides the values of a sheet; nothing if it cannot be read. The
    workbook must have passed `sheet_csv`, which checks how much it would unpack to."""
    looked_at = first_rows(data, _LOOKED_AT)
    alike = () if isinstance(looked_at, Problem) else _alike(looked_at, name)
    formulas = uncalculated(data, name, progress)
    try:
        with reading_workbook(), opened_archive(data) as archive:
            sheet, comments = _parts(archive, _path(data, name))
    except (DamagedError, MemoryError):
        sheet = comments = b""
    return BesideValues(
        formulas,
        len(_LINK.findall(sheet)),
        len(_COMMENT.findall(comments)),
        len(_HIDDEN_ROW.findall(sheet)),
        len(_HIDDEN_COLUMN.findall(sheet)),
        alike,
    )


def sheets_together(sources: Mapping[str, Source]) -> bytes:
    """Return the rows of sheets with the same header as CSV, one sheet below another, with a
    column for the sheet's name."""
    rows: list[list[str]] = []
    for title, source in sources.items():
        first = islice(source.rows, _LOOKED_AT)
        header = max(first, key=lambda row: header_score(row.cells), default=source.header)
        names = [cell.strip() for cell in header.cells]
        rows = rows or [[*names, _free("sheet", names)]]
        width = len(rows[0]) - 1
        for row in source.rows:
            if row.line > header.line and any(map(str.strip, row.cells)):
                cells = [*row.cells, *[""] * (width - len(row.cells))]
                rows.append([*cells[:width], title, *cells[width:]])
    return csv_of(rows)


def _alike(sheets: Mapping[str, Sequence[Sequence[str]]], name: str) -> tuple[str, ...]:
    header = max(sheets.get(name, ()), key=header_score, default=())
    if header_score(header) < _ENOUGH:
        return ()
    plain = _plain(header)
    alike = tuple(own for own, rows in sheets.items() if plain in map(_plain, rows))
    return alike if len(alike) > 1 else ()


def _path(data: bytes, name: str) -> str:
    """Return which part of a workbook holds a sheet, "" if none does."""
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    sheet = next((own for own in book.worksheets if own.title == name), None)
    # No public name gives it.
    return str(getattr(sheet, "_worksheet_path", "")).lstrip("/")


def _parts(archive: ZipFile, path: str) -> tuple[bytes, bytes]:
    """Return a sheet's part and its comments' part, each empty if there is none."""
    folder, part = posixpath.split(path)
    targets = _TARGET.findall(_read(archive, f"{folder}/_rels/{part}.rels"))
    said = next((own for own in targets if b"comments" in own), b"").decode("utf-8", "replace")
    comments = posixpath.normpath(posixpath.join(f"/{folder}", said)).lstrip("/")
    return _read(archive, path), _read(archive, comments) if said else b""


def _read(archive: ZipFile, part: str) -> bytes:
    return archive.read(part) if part in archive.namelist() else b""


def _plain(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(cell.strip().casefold() for cell in cells if cell.strip())


def _free(name: str, names: Sequence[str]) -> str:
    while name.casefold() in _plain(names):
        name += " of the workbook"
    return name


def uncalculated(data: bytes, name: str, progress: Progress = silent) -> Uncalculated | None:
    """Return the formulas of a sheet that have no values; None if it has none or cannot be read.

    The workbook must have passed `sheet_csv`, which checks how much it would unpack to. Programs
    other than Excel often save formulas without calculating them. `progress` is called as the rows
    are read.
    """
    try:
        with reading_workbook():
            if not _has_formulas(data):
                return None
            formulas = _cells(data, name, progress, values=False)
            return _without_values(formulas, _cells(data, name, values=True))
    except (DamagedError, MemoryError):
        return None


def _has_formulas(data: bytes) -> bool:
    """Tell whether a sheet might have formulas: only then is it worth looking at every cell."""
    with opened_archive(data) as archive:
        parts = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        texts = map(archive.read, parts)
        return any(b"<f>" in text or b"<f " in text for text in texts)


def _cells(data: bytes, name: str, progress: Progress = silent, *, values: bool) -> Any:
    book = openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=values, keep_links=False
    )
    sheet = book[name]
    said = sheet.max_row or SHEET_ROWS
    sheet.reset_dimensions()
    return told_rows(sheet.iter_rows(), said, progress)


def _without_values(formulas: Any, values: Any) -> Uncalculated | None:
    cells, first = 0, ""
    for row, cached in zip(formulas, values, strict=True):
        for cell, value in zip(row, cached, strict=True):
            if cell.data_type == "f" and value.value is None:
                cells += 1
                first = first or cell.coordinate
    return Uncalculated(cells, first) if cells else None
