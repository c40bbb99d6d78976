"""Decoding: the bytes of a file become text, or are named for what they are."""

import io
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from openline.record.decoding import Decoded, decode, encoding_of
from openline.record.problems import Problem

_TEXT = "channel,date,state\nLigne générale – nord,2020,open\n"


def _decoded(data: bytes, encoding: str | None = None) -> Decoded:
    found = decode(data, encoding)
    assert isinstance(found, Decoded)
    return found


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
        _TEXT.encode("utf-32"),
        _TEXT.encode("cp1252"),
        f"{_TEXT}\x1a".encode(),
    ],
    ids=[
        "utf-8",
        "mark",
        "utf-16-le",
        "utf-16-be",
        "le-without-mark",
        "be-without-mark",
        "utf-32",
        "1252",
        "dos",
    ],
)
def test_the_encodings_of_spreadsheets_give_the_same_text(data: bytes) -> None:
    """UTF-8 with and without a mark, UTF-16 and Windows-1252 are recognised."""
    assert _decoded(data).text == _TEXT


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
        (b"\xff\xfe" + bytes(range(256)), "binary data"),
        (b"\xfe\xff" + bytes(range(256)), "binary data"),
    ],
    ids=["xlsx", "docx", "zip", "broken-zip", "pdf", "xls", "binary", "bytes-le", "bytes-be"],
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
@example(b"\xa4\xd4")
def test_any_bytes_are_answered(data: bytes) -> None:
    """No bytes make decoding fail: they give a text, or the problem."""
    found = decode(data)
    assert isinstance(found, (Decoded, Problem))


@pytest.mark.parametrize(
    ("word", "encoding", "shown"),
    [
        ("Ligne générale", "cp1252", "Windows-1252 (Western European)"),
        ("Линия", "cp1251", "Windows-1251 (Cyrillic)"),
        ("Łączność", "cp1250", "Windows-1250 (Central European)"),
        ("热线", "gb18030", "GB 18030 (Chinese)"),
        ("서해선", "cp949", "EUC-KR (Korean)"),
        ("ホットライン", "cp932", "Shift-JIS (Japanese)"),
    ],
)
def test_another_encoding_is_named_with_its_first_word(
    word: str, encoding: str, shown: str
) -> None:
    """Bytes that are neither UTF-8 nor UTF-16 are read in the likeliest other encoding, and a
    warning names it with the first word that shows it."""
    found = _decoded(f"channel,date,state\n{word},2019-03-01,open\n".encode(encoding))
    (named,) = found.problems
    assert (found.text.splitlines()[1].split(",")[0], found.encoding) == (word, encoding)
    assert (named.code, named.severity, named.value) == (
        "encoding-guessed",
        "warning",
        next(part for part in word.split() if not part.isascii()),
    )
    assert shown in named.message


@pytest.mark.parametrize("data", [b"a,b\n1,2\n", "é".encode(), b"\xff\xfea\x00", b"\xef\xbb\xbfa"])
def test_what_the_bytes_say_is_no_guess(data: bytes) -> None:
    """Plain text, UTF-8 and text with a mark are not named."""
    assert _decoded(data).problems == []


def test_an_encoding_that_is_set_is_no_guess() -> None:
    """An encoding that somebody sets is used without a word, by any of its names."""
    data = "Линия".encode("cp1251")
    for name in ("cp1251", "windows-1251", "Windows-1251", "CP1251"):
        found = _decoded(data, name)
        assert (found.text, found.problems) == ("Линия", [])
    assert _decoded(data, "latin-1").text == "Ëèíèÿ"


def test_a_mark_counts_for_more_than_what_is_set() -> None:
    """A byte-order mark says what a file is, whatever encoding is set."""
    assert _decoded("é".encode("utf-8-sig"), "cp1251").text == "é"
    assert _decoded(b"\xff\xfe" + "é".encode("utf-16-le"), "cp1251").text == "é"


@pytest.mark.parametrize("name", ["klingon", "", "base64", "punycode", "rot13", "utf-7", "\x00"])
def test_an_unknown_encoding_is_named(name: str) -> None:
    """An encoding that is none, or none of a file, is a problem that says what could be set."""
    found = decode(b"channel,date,state\nA,2020,open\n", name)
    assert isinstance(found, Problem)
    assert (found.code, found.value) == ("encoding-unknown", name)
    assert "utf-8, cp1252" in found.suggestion


def test_mostly_utf_8_is_utf_8() -> None:
    """A file with more characters of UTF-8 beyond ASCII than stray bytes is UTF-8."""
    data = "é,é,é\n".encode() + b"\xe9,\xe9\n"
    found = _decoded(data)
    assert (found.encoding, found.has_strays, found.problems) == ("utf-8", True, [])
    assert found.text == "é,é,é\n\ufffd,\ufffd\n"


def test_as_many_stray_bytes_are_another_encoding() -> None:
    """Where stray bytes are as many as characters of UTF-8, the file is another encoding's."""
    found = _decoded("é".encode() + b" caf\xe9\n")
    assert found.encoding != "utf-8"
    assert "café" in found.text


def test_stray_bytes_of_a_set_encoding_are_kept_apart() -> None:
    """Bytes that are no characters of the encoding leave U+FFFD, and that is said."""
    assert _decoded(b"a\x81b", "cp1252") == Decoded("a\ufffdb", b"", "cp1252", None, True)
    assert _decoded(b"\xff\xfea\x00b", None).has_strays


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_letters_of_the_east_need_no_mark(encoding: str) -> None:
    """Of whose bytes fewer are zero: those of line ends, commas and dates alone."""
    text = "채널,날짜,상태\n서해 지구 군통신선,2019-03-01,open\n판문점,2020-06-09,severed\n"
    assert _decoded(text.encode(encoding)).text == text


def test_the_first_word_is_cut_to_what_stands_near() -> None:
    """The word that shows an encoding is short, however long its cell is."""
    found = _decoded(b"a" * 100_000 + b"\xe9" + b"b" * 100_000)
    assert found.guessed_by == "a" * 30 + "é" + "b" * 29


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


def test_an_archive_is_named_with_what_is_in_it() -> None:
    """And what to do with it; a file of Apple Numbers is told from an archive of files."""

    def told(*names: str) -> tuple[str, str]:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for name in names:
                archive.writestr(name, "x")
        found = decode(packed.getvalue())
        assert isinstance(found, Problem)
        return found.message, found.suggestion

    assert told("log.csv", "__MACOSX/._log.csv") == (
        "The file is a ZIP archive with 'log.csv', not text.",
        "Unpack it; if what is in it is not text, save it as CSV (UTF-8).",
    )
    assert told("a", "b", "c", "d")[0] == (
        "The file is a ZIP archive with 'a', 'b', 'c' and 1 more, not text."
    )
    numbers, what = told("Index/Document.iwa", "preview.jpg")
    assert numbers == "The file is a document of Apple Numbers, Pages or Keynote, not text."
    assert what.endswith("save it as CSV (UTF-8).")
