"""Formulas of a workbook that were never calculated: their cells hold no value."""

import io
from typing import Any, NamedTuple

import openpyxl

from openline.intake.damage import reading_workbook
from openline.intake.workbook import SHEET_ROWS, told_rows
from openline.record.archives import DamagedError, opened_archive
from openline.record.progress import Progress, silent


class Uncalculated(NamedTuple):
    """How many cells of a sheet have a formula and no value, and which is the first, as B7."""

    cells: int
    first: str


def uncalculated(data: bytes, name: str, progress: Progress = silent) -> Uncalculated | None:
    """Return what a sheet has of formulas without values, None where it has none or cannot be
    read. The workbook is one that `sheet_csv` took, which looks at what it would unpack to.
    Programs other than Excel often save formulas without calculating them. `progress` is told
    how far that is."""
    try:
        with reading_workbook():
            if not _has_formulas(data):
                return None
            formulas = _rows(data, name, progress, values=False)
            return _found(formulas, _rows(data, name, values=True))
    except (DamagedError, MemoryError):
        return None


def _has_formulas(data: bytes) -> bool:
    """Tell whether there may be formulas: only then are the cells looked at, which takes long."""
    with opened_archive(data) as archive:
        parts = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        texts = map(archive.read, parts)
        return any(b"<f>" in text or b"<f " in text for text in texts)


def _rows(data: bytes, name: str, progress: Progress = silent, *, values: bool) -> Any:
    book = openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=values, keep_links=False
    )
    sheet = book[name]
    said = sheet.max_row or SHEET_ROWS
    sheet.reset_dimensions()
    return told_rows(sheet.iter_rows(), said, progress)


def _found(formulas: Any, values: Any) -> Uncalculated | None:
    cells, first = 0, ""
    for row, cached in zip(formulas, values, strict=True):
        for cell, value in zip(row, cached, strict=True):
            if cell.data_type == "f" and value.value is None:
                cells += 1
                first = first or cell.coordinate
    return Uncalculated(cells, first) if cells else None
