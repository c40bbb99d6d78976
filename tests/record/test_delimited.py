"""Delimited text: cells, the lines where rows begin, and what breaks them."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openline.record import delimited
from openline.record.delimited import Cells, find_delimiter, normal_name, place_columns, read_cells


def _rows(cells: Cells) -> list[list[str | None]]:
    frame = pd.concat([cells.rows, cells.others.frame(cells.rows.index)], axis="columns")
    frame = frame[[*place_columns(cells.header)]]
    return [[None if pd.isna(v) else v for v in row] for row in frame.to_numpy().tolist()]


def _codes(cells: Cells) -> list[tuple[str, int | None]]:
    return [(item.code, item.line) for item in cells.problems]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_delimiters_and_line_ends_of_spreadsheets_are_read(mark: str, end: str) -> None:
    """Comma, semicolon and tab, and LF, CRLF and CR, give the same cells and lines."""
    text = end.join(mark.join(row) for row in (("channel", "date"), ("A", "2020"), ("", "2021")))
    cells = read_cells(text)
    assert cells.header == ("channel", "date")
    assert _rows(cells) == [["A", "2020"], [None, "2021"]]
    assert cells.lines.tolist() == [2, 3]
    assert not cells.problems


def test_the_known_columns_tell_the_delimiter() -> None:
    """A comma in the name of a semicolon file's column does not make it a comma file."""
    cells = read_cells("channel;date;state;a,b,c,d\nA;2020;open;x\n")
    assert cells.header == ("channel", "date", "state", "a,b,c,d")


def test_a_leading_separator_line_is_obeyed() -> None:
    """A line `sep=` names the delimiter and is no header; the header is line 1 after it."""
    cells = read_cells("sep=|\nchannel|date\nA|2020\n")
    assert cells.header == ("channel", "date")
    assert cells.lines.tolist() == [2]


def test_cells_are_trimmed_and_empty_ones_missing() -> None:
    """Blanks around a cell are left out, also in quotes; a blank cell is missing."""
    cells = read_cells('channel,date\n  A ," 2020 "\n \u00a0 ,2021\n')
    assert _rows(cells) == [["A", "2020"], [None, "2021"]]


def test_rows_begin_where_their_first_cell_does() -> None:
    """A row's line is that where it begins, after line ends in quotes and empty lines."""
    cells = read_cells('channel,date\n"A\nB",2020\n\n,,\nC,2021\n')
    assert cells.lines.tolist() == [2, 6]


def test_empty_rows_and_unnamed_columns_are_left_out() -> None:
    """Rows without content and columns without name and content are no part of the record."""
    cells = read_cells("channel,,date,\nA,,2020,\n,,,\n , ,,\nB,,2021,,,\n")
    assert cells.header == ("channel", "date")
    assert _rows(cells) == [["A", "2020"], ["B", "2021"]]
    assert not cells.problems


def test_short_rows_are_padded() -> None:
    """A row shorter than the header has empty cells at its end."""
    assert _rows(read_cells("channel,date,state\nA\n")) == [["A", None, None]]


def test_content_outside_the_header_is_a_problem() -> None:
    """A cell beyond the header, or under no name, is an error of its row with its value."""
    cells = read_cells("channel,,date\nA,,2020,open\nB,x,2021\n")
    assert _codes(cells) == [("row-too-long", 2), ("row-too-long", 3)]
    assert [item.value for item in cells.problems] == ["open", "x"]


@pytest.mark.parametrize("text", ['channel,date\nA,"2020\nB,2021\n', 'channel,date\nA,"20"20\n'])
def test_broken_quotes_are_a_problem_of_their_row(text: str) -> None:
    """A quote that is never closed, or a cell that goes on after it, is an error."""
    assert _codes(read_cells(text)) == [("quote-unterminated", 2)]


def test_a_broken_quote_names_the_last_line_that_it_takes_in() -> None:
    """Of the whole file where it is never closed, else up to where the cell goes on; blank lines
    at the end are none of a row."""
    never = 'channel,date\nA,"2020\nB,2021\nC,2022\n\n'
    assert "the 3 lines after it, to line 5, are" in read_cells(never).problems[0].message
    later = 'channel,date\nA,"2020\nB,2021\nC,"2022\nD,2023\n'
    (problem,) = read_cells(later).problems
    assert (problem.line, "the 2 lines after it, to line 4, are" in problem.message) == (2, True)
    many = "channel,date\n" + "A,2020\n" * 30_000 + 'B,"2021\n' + "C,2022\n" * 12
    (problem,) = read_cells(many).problems
    assert (problem.line, "the 12 lines after it, to line 30,014, are" in problem.message) == (
        30_002,
        True,
    )


def test_rows_after_a_broken_quote_are_read() -> None:
    """A row whose quotes are broken does not hide the rows after it."""
    cells = read_cells('channel,date\nA,"20"20\nB,2021\n')
    assert _rows(cells) == [["B", "2021"]]
    assert cells.lines.tolist() == [3]


def test_a_nul_byte_is_a_problem_of_its_row() -> None:
    """A row with a NUL byte is named, whatever its cell."""
    assert _codes(read_cells("channel,date\nA,20\x0020\n")) == [("nul-byte", 2)]


def test_the_limit_of_rows_is_exact() -> None:
    """As many rows as the limit are read; one more is an error, and reading stops."""
    text = "channel,date\n" + "A,2020\n" * 5
    assert _codes(read_cells(text, 5)) == []
    assert _codes(read_cells(text, 4)) == [("row-limit", None)]
    assert _codes(read_cells(text)) == []


def test_a_cell_may_be_long() -> None:
    """A cell of over 131,072 characters is read like any other."""
    assert len(str(_rows(read_cells(f"channel,date\n{'A' * 200_000},2020\n"))[0][0])) == 200_000


@pytest.mark.parametrize(
    "name", ["cadence_days", " Cadence-Days ", "CADENCE  DAYS", "cadence_-days"]
)
def test_header_names_match_without_regard_to_spelling(name: str) -> None:
    """Case, outer blanks and what stands between words make no difference to a name."""
    assert normal_name(name) == "cadence_days"


_CELL = st.text(st.characters(exclude_categories=["C"]), max_size=5)


@given(st.lists(st.tuples(_CELL, _CELL), min_size=1, max_size=5))
def test_quoted_cells_come_back(rows: list[tuple[str, str]]) -> None:
    """Cells of any text, quoted as RFC 4180 has it, come back trimmed."""
    body = "".join(
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in rows
    )
    expected = [[cell.strip() or None for cell in row] for row in rows]
    found = _rows(read_cells('"channel","date"\r\n' + body))
    assert found == [row for row in expected if any(row)]


_BLOCKS = (
    'channel,date,state\nA,2020,"two\nlines"\n\nB,2021,open\n"C,2022\nD,2023\n',
    'channel,date,state\n"A" x,2020,open\nB,\x00,open\n"C\r\nc",2,3,4\n,,\nD\n',
    "channel;date\n\n\nA;1\nB;2\nC;3\n",
    '"x',
    "",
)


@pytest.mark.parametrize("text", _BLOCKS)
@pytest.mark.parametrize("size", [1, 2, 3])
@pytest.mark.parametrize("max_rows", [None, 0, 1, 2])
def test_rows_are_read_alike_in_blocks_of_any_size(
    text: str, size: int, max_rows: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cells, lines and problems do not depend on how many rows are taken at once."""
    whole = read_cells(text, max_rows)
    monkeypatch.setattr(delimited, "_BLOCK", size)
    parts = read_cells(text, max_rows)
    assert parts.header == whole.header
    assert parts.problems == whole.problems
    assert parts.lines.tolist() == whole.lines.tolist()
    assert _rows(parts) == _rows(whole)


def test_lines_are_counted_after_rows_of_several_lines_and_broken_ones() -> None:
    """Line ends inside cells count, and reading goes on at the line after a broken row."""
    cells = read_cells('a,b\n1,"x\r\ny\rz"\n\n"2" 3,4\n5,6\n7,"8')
    assert cells.lines.tolist() == [2, 7]
    assert _codes(cells) == [("quote-unterminated", 6), ("quote-unterminated", 8)]


def test_a_delimiter_is_found_with_what_it_parts() -> None:
    """The delimiter comes with the text after a line that only names it."""
    assert find_delimiter("sep=;\nchannel;date\n") == (";", "channel;date\n")
    assert find_delimiter("channel\tdate\n") == ("\t", "channel\tdate\n")
