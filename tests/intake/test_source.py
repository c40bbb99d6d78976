"""A file as it was written: what is not touched stays byte for byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openline.intake.source import Source, read_source
from openline.record.delimited import read_cells
from tests.intake.files import files


def _source(data: bytes) -> Source:
    source = read_source(data)
    assert isinstance(source, Source), source
    return source


@given(files())
def test_nothing_replaced_is_the_same_file(data: bytes) -> None:
    """A file whose rows are not changed is written as it was, in any dialect."""
    assert _source(data).replaced({}) == data


@given(files())
def test_rows_begin_where_the_reader_has_them(data: bytes) -> None:
    """Rows with content begin on the lines that the reader counts."""
    source = _source(data)
    lines = [
        row.line
        for row in source.rows
        if "".join(row.cells).strip() and row.line != source.header.line
    ]
    text = data.decode(source.encoding)
    assert lines == read_cells(text).lines.tolist()


def _with(source: Source, line: int, cells: dict[int, str]) -> bytes:
    """Return a file with some cells of a row replaced."""
    row = source.row_at(line)
    assert row is not None
    texts = [*row.cells, *[""] * (max(cells) + 1 - len(row.cells))]
    for place, text in cells.items():
        texts[place] = text
    return source.replaced({line: source.row_text(row, texts)})


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a,b\r\n1,2\r\n", b"a,b\r\n1,x\r\n"),
        (b"a;b\n1;2", b"a;b\n1;x"),
        (b"sep=\t\na\tb\n1\t2\n", b"sep=\t\na\tb\n1\tx\n"),
        (b'a,b\n"1,1","2"\n', b'a,b\n"1,1",x\n'),
        (b"a,b\n1\n", b"a,b\n1,x\n"),
        ("\ufeffa,b\nß,2\n".encode(), "\ufeffa,b\nß,x\n".encode()),
        ("a,b\nß,2\n".encode("cp1252"), "a,b\nß,x\n".encode("cp1252")),
        ("\ufeffa,b\n1,2\n".encode("utf-16-le"), "\ufeffa,b\n1,x\n".encode("utf-16-le")),
    ],
)
def test_one_cell_is_rewritten_and_no_other_byte(data: bytes, expected: bytes) -> None:
    """Line ends, quotes, delimiter, mark and encoding stay around a new cell."""
    source = _source(data)
    assert _with(source, 2, {1: "x"}) == expected


def test_what_the_encoding_lacks_makes_the_file_utf_8() -> None:
    """A letter that Windows-1252 cannot write turns the file into marked UTF-8."""
    source = _source("a,b\nß,2\n".encode("cp1252"))
    again = _with(source, 2, {1: "Ł"})
    assert again == "\ufeffa,b\nß,Ł\n".encode()


def test_a_new_cell_is_quoted_where_it_must_be() -> None:
    """A delimiter, a quote or a line end in a new cell puts it in quotes."""
    source = _source(b"a,b\n1,2\n")
    assert _with(source, 2, {1: 'x, "y"'}) == b'a,b\n1,"x, ""y"""\n'


def test_a_header_that_hides_the_delimiter_gets_a_line_that_names_it() -> None:
    """Where new names would make the reader find another delimiter, a `sep=` line stands first."""
    source = _source(b"one;two\n1;2\n")
    again = _with(source, 1, {0: "channel,date", 1: "x"})
    assert again.startswith(b"sep=;\n")
    assert _source(again).rows[0].cells == ("channel,date", "x")


def test_rows_are_added_after_a_last_line_without_end() -> None:
    """The last line gets an end before a row is added."""
    assert _source(b"a,b\r\n1,2").replaced({}, [["3", "4"]]) == b"a,b\r\n1,2\r\n3,4\r\n"


@given(
    files(),
    st.text(st.characters(exclude_categories=["Cc"]) | st.sampled_from("\t\r\n"), max_size=8),
)
def test_a_rewritten_cell_is_read_back(data: bytes, value: str) -> None:
    """A new cell is read as it was given, and the others as before."""
    source = _source(data)
    rows = [row for row in source.rows if row.cells and row.line != source.header.line]
    row = rows[-1]
    again = _source(_with(source, row.line, {0: value}))
    found = next(other for other in again.rows if other.line == row.line)
    written = value.encode("utf-8", "replace").decode()
    assert found.cells[0] in {value, written}
    assert found.cells[1:] == row.cells[1:]
