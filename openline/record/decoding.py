"""Bytes to text: which encoding a file has, or why it is not text at all."""

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from openline.record.archives import names_in
from openline.record.encodings import ENCODINGS, encoding_name, guess_encoding, show_encoding
from openline.record.problems import Problem, problem, short

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
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_END_OF_FILE: Final = "\x1a"
"""What DOS ends a text with."""
_SAMPLE: Final = 4096
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_BETWEEN_WORDS: Final = re.compile(r"[\s,;|\"]")
_NEAR: Final = 30
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x00"))
_FEW: Final = 4
_UNWRITTEN: Final = ("Cn", "Co", "Cs")
_PACKED: Final = ("a ZIP archive", "a compressed file")
_UNPACKED: Final = "Unpack it; if what is in it is not text, save it as CSV (UTF-8)."
_MOST_NAMED: Final = 3
_AS_CSV: Final = "Open it in the program that made it and save it as CSV (UTF-8)."


@dataclass(frozen=True)
class Decoded:
    """The text of a file, without the mark it began with, and the encoding that gave it.

    `guessed_by`: the first word that an encoding which was guessed decided, else None.
    `has_strays`: some bytes are not characters of the encoding; U+FFFD stands for each.
    """

    text: str
    mark: bytes
    encoding: str
    guessed_by: str | None
    has_strays: bool

    @property
    def problems(self) -> list[Problem]:
        """A warning that names an encoding which was guessed, and how to set another."""
        return [] if self.guessed_by is None else [_guessed(self.encoding, self.guessed_by)]


def decode(data: bytes, encoding: str | None = None) -> Decoded | Problem:
    """Return the text of a file, or the problem that it is empty or no text.

    UTF-8 and UTF-16 are told by their marks or their bytes; anything else that could be text
    is read in the likeliest encoding, or in the one that is set. A mark counts for more.
    """
    name = None if encoding is None else encoding_name(encoding)
    if encoding is not None and name is None:
        return _no_encoding(encoding)
    what = _not_text(data, name)
    if what:
        hint = _UNPACKED if what.startswith(_PACKED) else _AS_CSV
        return problem("not-text", None, None, None, f"The file is {what}, not text.", hint)
    mark, used, is_guess = _encoding(data, name)
    text, has_strays = _text(data[len(mark) :], used)
    text = text.removesuffix(_END_OF_FILE)
    if not text.strip("\ufeff\x1a \t\r\n,;"):
        return _empty()
    return Decoded(text, mark, used, _first_word(text) if is_guess else None, has_strays)


def encoding_of(data: bytes) -> tuple[bytes, str]:
    """Return the mark that a text begins with, empty where it has none, and its encoding: what
    its bytes say, else the likeliest."""
    return _encoding(data, None)[:2]


def has_controls(data: bytes) -> bool:
    """Tell whether bytes have some that text has not, by which a file may be taken for none."""
    return len(data.translate(None, _CONTROLS + b"\x00")) < len(data)


def _encoding(data: bytes, name: str | None) -> tuple[bytes, str, bool]:
    """Return the mark of a file, its encoding, and whether that was guessed."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return mark, encoding, False
    if name is not None:
        return b"", name, False
    if b"\x00" in data[:_SAMPLE]:
        guess = _utf16_without_mark(data)
        if guess:
            return b"", guess, False
    return (b"", "utf-8", False) if _is_utf8(data) else (b"", guess_encoding(data), True)


def _is_utf8(data: bytes) -> bool:
    """Tell whether all bytes are UTF-8, or more characters beyond ASCII than stray bytes."""
    try:
        data.decode()
    except UnicodeDecodeError:
        sound = data.decode("utf-8", "ignore")
        beyond = len(sound) - len(sound.encode("ascii", "ignore"))
        return beyond > len(data) - len(sound.encode())
    return True


def _text(data: bytes, encoding: str) -> tuple[str, bool]:
    """Return bytes as text, and whether some of them are none."""
    try:
        return data.decode(encoding), False
    except UnicodeDecodeError:
        return data.decode(encoding, "replace"), True


def _first_word(text: str) -> str:
    """Return the first word with a letter beyond ASCII, cut to what is near that letter."""
    match = _BEYOND_ASCII.search(text)
    at = match.start() if match else 0
    before = _BETWEEN_WORDS.split(text[max(0, at - _NEAR) : at])[-1]
    return before + _BETWEEN_WORDS.split(text[at : at + _NEAR])[0]


def _guessed(encoding: str, word: str) -> Problem:
    message = f"The file is not UTF-8; it was read as {show_encoding(encoding)}, as in {word!r}."
    hint = "If that word is wrong, choose the encoding (on the page Records, or with --encoding)."
    return problem("encoding-guessed", None, None, word, message, hint)


def _no_encoding(name: str) -> Problem:
    message = f"{name!r} is not a known encoding."
    hint = f"Set one such as {', '.join(list(ENCODINGS)[:4])}, or none."
    return problem("encoding-unknown", None, None, name, message, hint)


def _empty() -> Problem:
    message = "The file is empty."
    hint = "Choose a file with a header line (channel,date,state) and at least one row."
    return problem("file-empty", None, None, None, message, hint)


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[: _SAMPLE - _SAMPLE % 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        # Letters of Latin scripts are most of the text, or of its marks, line ends and dates alone.
        is_latin = zeros > 0.4 * half and others < 0.05 * half
        is_other = zeros > 0.1 * half and not others
        if is_latin or (is_other and not _has_no_meaning(sample.decode(encoding, "replace"))):
            return encoding
    return None


def _not_text(data: bytes, codec: str | None) -> str | None:
    if data.startswith(b"PK\x03\x04"):
        return _archive(data)
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    sample = data[:_SAMPLE]
    for mark, encoding in _BOMS[1:]:
        if sample.startswith(mark):
            return "binary data" if _has_no_meaning(sample.decode(encoding, "replace")) else None
    if codec or (b"\x00" in sample and _utf16_without_mark(data)):
        return None
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return "binary data" if controls > 0.01 * len(sample) else None


def _has_no_meaning(text: str) -> bool:
    """Tell whether many marks of a text of UTF-16, in which any bytes are some, are none that
    anybody writes."""
    odd = sum(unicodedata.category(mark) in _UNWRITTEN or mark == "\ufffd" for mark in text)
    return odd > _FEW + 0.05 * len(text)


def _archive(data: bytes) -> str:
    names = names_in(data)
    if any(name.startswith("xl/") for name in names):
        return "an Excel workbook"
    if any(name.startswith("word/") for name in names):
        return "a Word document"
    if any(name.startswith("Index/") and name.endswith(".iwa") for name in names):
        return "a document of Apple Numbers, Pages or Keynote"
    files = [name for name in names if not name.endswith("/") and not name.startswith("__MACOSX/")]
    if not files:
        return "a ZIP archive"
    more = len(files) - _MOST_NAMED
    listed = ", ".join(repr(short(name)) for name in files[:_MOST_NAMED])
    listed += f" and {more:,} more" if more > 0 else ""
    return f"a ZIP archive with {listed}"
