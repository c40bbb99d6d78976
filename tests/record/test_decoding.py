"""Decoding: the bytes of a file become text, or are named for what they are."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openline.record.decoding import decode, encoding_of
from openline.record.problems import Problem

_TEXT = "channel,date,state\nLigne générale – nord,2020,open\n"


def _zip(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "content")
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        _TEXT.encode(),
        b"\xef\xbb\xbf" + _TEXT.encode(),
        b"\xff\xfe" + _TEXT.encode("utf-16-le"),
        b"\xfe\xff" + _TEXT.encode("utf-16-be"),
        _TEXT.encode("utf-16-le"),
        _TEXT.encode("utf-16-be"),
        _TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "mark", "utf-16-le", "utf-16-be", "le-without-mark", "be-without-mark", "1252"],
)
def test_the_encodings_of_spreadsheets_give_the_same_text(data: bytes) -> None:
    """UTF-8 with and without a mark, UTF-16 and Windows-1252 are recognised."""
    assert decode(data) == _TEXT


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (_zip("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook"),
        (_zip("word/document.xml"), "a Word document"),
        (_zip("channels.csv"), "a ZIP archive"),
        (b"PK\x03\x04 and no more", "a ZIP archive"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100, "an old Excel or Office file"),
        (bytes(range(32)) * 10, "binary data"),
    ],
    ids=["xlsx", "docx", "zip", "broken-zip", "pdf", "xls", "binary"],
)
def test_a_file_that_is_not_text_is_named(data: bytes, name: str) -> None:
    """A workbook, an archive and a PDF are called by their names, with what to do."""
    found = decode(data)
    assert isinstance(found, Problem)
    assert found.code == "not-text"
    assert name in found.message
    assert "save it as CSV" in found.suggestion


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n\r\n", b" \t\n", b"\xff\xfe", b",,,\n"])
def test_a_file_without_content_is_empty(data: bytes) -> None:
    """A file of nothing but blanks, line ends and delimiters is empty."""
    found = decode(data)
    assert isinstance(found, Problem)
    assert (found.code, found.line) == ("file-empty", None)


@given(st.binary(max_size=300))
def test_any_bytes_are_answered(data: bytes) -> None:
    """No bytes make decoding fail: they give a text, or the problem."""
    found = decode(data)
    assert isinstance(found, (str, Problem))


def test_bytes_that_windows_has_no_letter_for_are_no_text() -> None:
    """Bytes that are neither UTF-8 nor letters of Windows-1252 are no text."""
    found = decode(b"channel,date,state\nA,2020,open\x81\x8d\n")
    assert isinstance(found, Problem)
    assert found.code == "not-text"


def test_half_a_character_of_utf_16_is_no_text() -> None:
    """A file marked as UTF-16 with an odd byte at its end is no text."""
    found = decode(b"\xff\xfe" + _TEXT.encode("utf-16-le")[:-1])
    assert isinstance(found, Problem)
    assert found.code == "not-text"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a", (b"", "utf-8")),
        (b"\xef\xbb\xbfa", (b"\xef\xbb\xbf", "utf-8")),
        (b"\xe9", (b"", "cp1252")),
        (b"\xff\xfea\x00", (b"\xff\xfe", "utf-16-le")),
        (b"\xfe\xff\x00a", (b"\xfe\xff", "utf-16-be")),
        ("abc".encode("utf-16-le"), (b"", "utf-16-le")),
        (b"", (b"", "utf-8")),
    ],
)
def test_an_encoding_comes_with_its_mark(data: bytes, expected: tuple[bytes, str]) -> None:
    """What a text was encoded with is told, so that it can be written alike."""
    assert encoding_of(data) == expected
