"""What a workbook is made of, counted while its parts stream by, before any of it is built."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

MOST_ELEMENTS: Final = 20_000_000
"""How many elements the parts of a workbook may have together."""
SHEET_CELLS: Final = 5_000_000
"""How many cells its sheets may have together, including empty ones before a row's last cell."""
_BLOCK: Final = 1 << 18
_CONTENTS: Final = "xl/workbook.xml"
_OPEN_DOCUMENT: Final = "content.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_DIGITS: Final = 9
_LETTERS: Final = {letter: place for place, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 1)}


@dataclass(frozen=True, slots=True)
class WorkbookFault:
    """Why a workbook is not read: it `is_too_large`, or is built as no workbook is; in words that
    continue "The workbook"."""

    words: str
    is_too_large: bool = False


class _Stop(Exception):  # noqa: N818 - not an error, but the end of the scan
    """Raised when enough was found to refuse the workbook."""

    def __init__(self, fault: WorkbookFault) -> None:
        super().__init__(fault.words)
        self.fault = fault


class _Counts:
    """Elements, cells and sheets so far; it raises `_Stop` above a limit."""

    def __init__(self) -> None:
        self.elements = self.cells = self.sheets = 0
        self.targets: set[str] = set()
        self._last, self._in_row = "", 0
        self._times, self._blank = 1, [0, 0]

    def element(self, name: str, marks: Mapping[str, str]) -> None:
        """Count an element that begins."""
        self.elements += 1
        if name == "c" or name.endswith(":c"):
            self._in_row += 1
            self._last = marks.get("r", "")
        elif name == "row" or name.endswith(":row"):
            self.end_row()
        if self.elements > MOST_ELEMENTS:
            words = f"has more than {MOST_ELEMENTS:,} elements"
            raise _Stop(WorkbookFault(words, is_too_large=True))
        if self._in_row > SHEET_CELLS:
            self.end_row()

    def sheet(self, name: str, marks: Mapping[str, str]) -> None:
        """Count a sheet in the list of sheets."""
        self.element(name, marks)
        self.sheets += name == "sheet" or name.endswith(":sheet")

    def target(self, name: str, marks: Mapping[str, str]) -> None:
        """Note a part to which the list of sheets leads."""
        self.element(name, marks)
        self.targets |= {marks["Target"]} if "Target" in marks else set()

    def open_document(self, name: str, marks: Mapping[str, str]) -> None:
        """Count an element of an OpenDocument sheet, where a row or cell can stand for several
        identical ones; empty ones count once something follows them."""
        self.element("", marks)
        if name == "table:table-row":
            self.end_open_row()
            self._times = _times(marks, "table:number-rows-repeated")
        elif name in ("table:table-cell", "table:covered-table-cell"):
            times = _times(marks, "table:number-columns-repeated")
            if "office:value-type" in marks:
                self._in_row += times + self._blank[0]
                self._blank[0] = 0
            else:
                self._blank[0] += times

    def end_open_row(self) -> None:
        """Count the cells of the previous row, and the empty rows before it."""
        if self._in_row:
            self.cells += self._in_row * self._times + self._blank[1]
            self._blank[1] = 0
        else:
            self._blank[1] += self._times
        self._blank[0] = self._in_row = 0
        self._times = 1
        self._check_cells()

    def end_row(self) -> None:
        """Count the cells of the previous row, up to the column of its last one."""
        self.cells += max(self._in_row, _column(self._last))
        self._last, self._in_row = "", 0
        self._check_cells()

    def _check_cells(self) -> None:
        if self.cells > SHEET_CELLS:
            words = f"has more than {SHEET_CELLS:,} cells, empty ones included"
            raise _Stop(WorkbookFault(words, is_too_large=True))


def scan_workbook(archive: zipfile.ZipFile) -> WorkbookFault | None:
    """Return why a workbook should not be read, None if nothing is wrong with it.

    Raises whatever `zipfile` and the parser raise for a damaged one.
    """
    counts = _Counts()
    parts = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    try:
        for name in parts:
            _scan(archive, name, counts)
    except _Stop as stop:
        return stop.fault
    # Each sheet would be read once for every name that it has.
    if _RELATIONS in parts and counts.sheets > len(counts.targets):
        return WorkbookFault("names more sheets than it has")
    return None


def _scan(archive: zipfile.ZipFile, name: str, counts: _Counts) -> None:
    parser = expat.ParserCreate()
    handlers = {
        _CONTENTS: counts.sheet,
        _RELATIONS: counts.target,
        _OPEN_DOCUMENT: counts.open_document,
    }
    parser.StartElementHandler = handlers.get(name, counts.element)
    parser.StartDoctypeDeclHandler = _refuse_types
    with archive.open(name) as stream:
        while block := stream.read(_BLOCK):
            parser.Parse(block, False)
        parser.Parse(b"", True)
    counts.end_open_row() if name == _OPEN_DOCUMENT else counts.end_row()


def _refuse_types(*_: object) -> None:
    """Refuse a document type, which can make XML grow without end."""
    raise _Stop(WorkbookFault("declares a document type, as no workbook does"))


def _times(marks: Mapping[str, str], name: str) -> int:
    """Return how often a row or a cell is repeated."""
    said = marks.get(name, "1")[:_DIGITS]
    return int(said) if said.isascii() and said.isdigit() else 1


def _column(reference: str) -> int:
    """Return the number of a cell's column: 28 for `AB7`."""
    number = 0
    for letter in reference[:3]:
        number = number * 26 + _LETTERS[letter] if letter in _LETTERS else number
    return number
