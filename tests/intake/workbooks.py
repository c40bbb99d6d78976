"""Workbooks made for a test, sound and bad ones."""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any, Final

import openpyxl
import pandas as pd

__all__ = ["BAD", "DAY", "ROWS", "VALUES", "packed", "repacked", "saved", "workbook"]

DAY: Final = pd.Timestamp("2022-08-05").to_pydatetime()
ROWS: Final = (("channel", "date", "state"), ("Hotline", DAY, "open"))
VALUES: Final = b"channel,date,state\nHotline,2022-08-05,open\n"
_SHEET: Final = "xl/worksheets/sheet1.xml"
_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def workbook(sheets: Mapping[str, Any] | None = None) -> bytes:
    """Return a workbook with these sheets, each its rows; one small record unless given."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in (sheets or {"Log": ROWS}).items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return saved(book)


def repacked(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """Return a workbook whose parts are changed by name and content; None leaves one out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: change(name, archive.read(name)) for name in archive.namelist()}
    return packed({name: content for name, content in parts.items() if content is not None})


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a ZIP archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def saved(book: Any) -> bytes:
    """Return the bytes of a workbook of openpyxl."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _without(part: str) -> bytes:
    return repacked(workbook(), lambda name, content: None if name == part else content)


def _with(part: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(workbook())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return packed(parts | {part: content})


def _sheet(old: bytes, new: bytes) -> bytes:
    def change(name: str, content: bytes) -> bytes:
        return content.replace(old, new) if name == _SHEET else content

    return repacked(workbook(), change)


def _far() -> bytes:
    book = openpyxl.Workbook()
    for column in range(1, 60):
        book.active.cell(column, 16_384, "x")
    return saved(book)


def _locked() -> bytes:
    data = bytearray(workbook())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


_LAUGHS: Final = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    b"<worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>"
)

BAD: Final[dict[str, tuple[bytes, str]]] = {
    "nothing": (b"", "not-text"),
    "no archive": (b"channel,date,state\nA,2020,open\n", "not-text"),
    "signature alone": (b"PK\x03\x04", "not-text"),
    "cut in the middle": (workbook()[:2000], "not-text"),
    "cut at the end": (workbook()[:-30], "not-text"),
    "zeros inside": (workbook()[:300] + bytes(300) + workbook()[600:], "not-text"),
    "archive without parts": (packed({}), "not-text"),
    "archive of something else": (packed({"word/document.xml": b"<w/>"}), "not-text"),
    "binary workbook": (packed({"xl/workbook.bin": b"\x00"}), "not-text"),
    "open document": (packed({"content.xml": b"<o/>", "mimetype": b"application/x"}), "not-text"),
    "Excel 97": (_OLD + bytes(600), "not-text"),
    "protected": (_OLD + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "not-text"),
    "protected archive": (_locked(), "not-text"),
    "no list of types": (_without("[Content_Types].xml"), "not-text"),
    "no workbook part": (_without("xl/workbook.xml"), "not-text"),
    "no sheet part": (_without(_SHEET), "not-text"),
    "sheet is no XML": (_with(_SHEET, b"\x00\x01\x02"), "not-text"),
    "sheet ends early": (_sheet(b"</sheetData>", b""), "not-text"),
    "workbook part is empty": (_with("xl/workbook.xml", b""), "not-text"),
    "entities": (_with(_SHEET, _LAUGHS), "not-text"),
    "entities in UTF-16": (_with(_SHEET, _LAUGHS.decode().encode("utf-16")), "not-text"),
    "shared text is missing": (
        _sheet(b't="inlineStr"><is><t>channel</t></is>', b't="s"><v>99</v>'),
        "not-text",
    ),
    "place of a cell is no place": (_sheet(b'r="A1"', b'r="1A"'), "not-text"),
    "row without end": (_sheet(b'<row r="2"', b'<row r="99999999999"'), "size-limit"),
    "unpacks to too much": (_with("xl/media/x", bytes(3_000_000)), "size-limit"),
    "too many cells": (_far(), "size-limit"),
    "empty sheet": (workbook({"Log": []}), "file-empty"),
    "blank cells": (workbook({"Log": [[None, " "], ["", None]]}), "file-empty"),
}
"""Bad workbooks, and the code of the problem that each has to give."""
