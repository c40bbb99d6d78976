"""Workbooks that are none of .xlsx, made for a test: an OpenDocument sheet and a binary one."""

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from tests.intake.workbooks import packed

__all__ = ["BINARY", "OLD", "OPEN", "binary", "open_document"]

OLD: Final = (Path(__file__).parent / "lines.xls").read_bytes()
_NAMES: Final = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
_MIME: Final = b"application/vnd.oasis.opendocument.spreadsheet"


def open_document(rows: str) -> bytes:
    """Return an OpenDocument sheet with these rows."""
    body = (
        f'<office:document-content {_NAMES} office:version="1.3"><office:body><office:spreadsheet>'
        f'<table:table table:name="Log">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    parts = {"mimetype": _MIME, "META-INF/manifest.xml": manifest.encode()}
    return packed({**parts, "content.xml": body.encode()})


def _text(word: str) -> str:
    kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}><text:p>{word}</text:p></table:table-cell>"


def _row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


_DAY: Final = (
    '<table:table-cell office:value-type="date" office:date-value="2022-08-05">'
    "<text:p>5 Aug 2022</text:p></table:table-cell>"
)
OPEN: Final = open_document(
    _row(*map(_text, ("channel", "date", "state")))
    + _row(_text("Hotline"), _DAY, _text("open"))
    + '<table:table-row table:number-rows-repeated="1048574">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)


def _record(kind: int, content: bytes = b"") -> bytes:
    marks = [kind] if kind < 128 else [kind & 127 | 128, kind >> 7]
    size, length = len(content), b""
    while size > 127:
        length, size = length + bytes([size & 127 | 128]), size >> 7
    return bytes(marks) + length + bytes([size]) + content


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _sheet(rows: Mapping[int, Sequence[tuple[int, str]]]) -> bytes:
    last = max(column for row in rows.values() for column, _ in row)
    size = struct.pack("<4I", min(rows), max(rows), 0, last)
    parts = [_record(129), _record(148, size), _record(145)]
    for number, row in rows.items():
        parts.append(_record(0, struct.pack("<I", number) + bytes(13)))
        for column, text in row:
            parts.append(_record(6, struct.pack("<II", column, 0) + _wide(text)))
    return b"".join([*parts, _record(146), _record(130)])


_LINKS: Final = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/worksheet" Target="worksheets/sheet1.bin"/></Relationships>'
)


def binary(rows: Mapping[int, Sequence[tuple[int, str]]]) -> bytes:
    """Return a binary workbook whose rows have texts in columns, by their numbers."""
    parts = {
        "xl/workbook.bin": b"".join(
            [
                _record(131),
                _record(143),
                _record(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Log")),
                _record(144),
                _record(132),
            ]
        ),
        "xl/_rels/workbook.bin.rels": _LINKS.encode(),
        "xl/worksheets/sheet1.bin": _sheet(rows),
    }
    return packed(parts)


BINARY: Final = binary(
    {
        0: [*enumerate(("channel", "date", "state"))],
        1: [*enumerate(("Hotline", "2022-08-05", "open"))],
    }
)
