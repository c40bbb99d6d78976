"""What a workbook is made of, counted before it is built."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from openline.intake import workbook_scan as room
from openline.intake.workbook_scan import WorkbookFault, scan_workbook
from tests.intake.workbooks import workbook

_ROWS = '<worksheet><sheetData><row r="1"><c r="A1"/><c r="B1"/></row>{}</sheetData></worksheet>'
_SHEET = "xl/worksheets/sheet1.xml"


def _scanned(parts: Mapping[str, str]) -> WorkbookFault | None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    with zipfile.ZipFile(data) as archive:
        return scan_workbook(archive)


def test_nothing_speaks_against_a_plain_workbook() -> None:
    """A workbook as it is saved is read."""
    with zipfile.ZipFile(io.BytesIO(workbook())) as archive:
        assert scan_workbook(archive) is None


@pytest.mark.parametrize(
    ("rows", "is_read"),
    [
        ("<row>" + "<c/>" * 8 + "</row>", True),
        ("<row>" + "<c/>" * 9 + "</row>", False),
        ('<row><c r="H2"/></row>', True),
        ('<row><c r="I2"/></row>', False),
        ('<row><c r="XFD2"/></row>', False),
        ('<x:row><x:c r="I2"/></x:row>', False),
        ('<row><c r="D2"/></row><row><c r="D3"/></row>', True),
        ('<row><c r="D2"/></row><row><c r="E3"/></row>', False),
        ('<row><c r="é!"/></row>', True),
    ],
)
def test_cells_are_counted_up_to_the_last_of_each_row(
    rows: str, is_read: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The empty cells before a cell far to the right count as if they were there."""
    monkeypatch.setattr(room, "SHEET_CELLS", 10)
    found = _scanned({_SHEET: _ROWS.format(rows)})
    assert (found is None) == is_read
    assert found is None or (found.is_too_large and "empty ones included" in found.words)


def test_elements_of_all_parts_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two parts that are small enough alone may be too many together."""
    monkeypatch.setattr(room, "MOST_ELEMENTS", 10)
    part = "<a>" + "<b/>" * 5 + "</a>"
    assert _scanned({"xl/styles.xml": part}) is None
    found = _scanned({"xl/styles.xml": part, "xl/theme.xml": part})
    assert found == WorkbookFault("has more than 10 elements", is_too_large=True)


@pytest.mark.parametrize("before", ["", f"<!--{' ' * 100_000}-->"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_wherever_it_stands(before: str, encoding: str) -> None:
    """Neither a long comment before it nor another encoding hides it."""
    head = f'<?xml version="1.0" encoding="{encoding}"?>{before}'
    text = f'{head}<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("xl/sharedStrings.xml", text.encode(encoding))
    with zipfile.ZipFile(data) as archive:
        found = scan_workbook(archive)
    assert found == WorkbookFault("declares a document type, as no workbook does")


def test_a_part_under_many_names_is_refused() -> None:
    """A list of sheets that leads to fewer parts than it has names would be read over and over."""
    names = '<sheets><sheet name="a"/><x:sheet xmlns:x="y" name="b"/></sheets>'
    one = '<Relationships><Relationship Target="1.xml"/>{}</Relationships>'
    twice = one.format('<Relationship Target="1.xml"/>')
    both = one.format('<Relationship Target="2.xml"/>')
    parts = {"xl/workbook.xml": names, "xl/_rels/workbook.xml.rels": both}
    assert _scanned(parts) is None
    found = _scanned({**parts, "xl/_rels/workbook.xml.rels": twice})
    assert found == WorkbookFault("names more sheets than it has")
