"""Bytes to text: which encoding a file has, or why it is no text at all."""

import codecs
import io
import zipfile
from typing import Final

from openline.record.problems import Problem, problem

__all__ = ["decode", "encoding_of", "has_controls"]

_SIGNATURES: Final = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel or Office file"),
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"SQLite format 3\x00", "a database (SQLite)"),
    (b"PAR1", "a Parquet file"),
)
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 4096
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x00"))
_AS_CSV: Final = "Open it in the program that made it and save it as CSV (UTF-8)."


def decode(data: bytes) -> str | Problem:
    """Return the text of a file, or the problem that it is empty or no text.

    UTF-8 and UTF-16 are told by their marks or their bytes; anything else that
    could be text is read as Windows-1252.
    """
    what = _not_text(data)
    if what:
        return problem("not-text", None, None, None, f"The file is {what}, not text.", _AS_CSV)
    text = _text(data)
    if text is None:
        message = "The file is not text in UTF-8, UTF-16 or Windows-1252."
        return problem("not-text", None, None, None, message, _AS_CSV)
    if not text.strip("\ufeff\x1a \t\r\n,;"):
        return problem(
            "file-empty",
            None,
            None,
            None,
            "The file is empty.",
            "Choose a file with a header line (channel,date,state) and at least one row.",
        )
    return text


def encoding_of(data: bytes) -> tuple[bytes, str]:
    """Return the mark that a text begins with, empty where it has none, and its encoding."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return mark, encoding
    if b"\x00" in data[:_SAMPLE]:
        guess = _utf16_without_mark(data)
        if guess:
            return b"", guess
    return b"", "cp1252" if _decoded(data, "utf-8") is None else "utf-8"


def has_controls(data: bytes) -> bool:
    """Tell whether bytes have some that text has not, by which a file may be taken for none."""
    return len(data.translate(None, _CONTROLS + b"\x00")) < len(data)


def _text(data: bytes) -> str | None:
    mark, encoding = encoding_of(data)
    return _decoded(data[len(mark) :], encoding)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[: _SAMPLE - _SAMPLE % 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _not_text(data: bytes) -> str | None:
    if data.startswith(b"PK\x03\x04"):
        return _archive(data)
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    sample = data[:_SAMPLE]
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return "binary data" if controls > 0.01 * len(sample) else None


def _archive(data: bytes) -> str:
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return "a ZIP archive"
    if any(name.startswith("xl/") for name in names):
        return "an Excel workbook"
    if any(name.startswith("word/") for name in names):
        return "a Word document"
    return "a ZIP archive"
