"""Where a header stands."""

import pytest

from openline.intake.arranging import with_header
from openline.intake.choices import Header
from openline.intake.header_place import find_header, header_score, is_row, likely_sheet
from openline.intake.source import Source, read_source


def source(data: bytes) -> Source:
    """Return the rows of a file."""
    found = read_source(data)
    assert isinstance(found, Source)
    return found


@pytest.mark.parametrize(
    ("data", "line", "mark"),
    [
        (b"Log, made 2026\nLine;Since;Status\nA;2020;open\n", 2, ";"),
        (b"channel|date|state\nA|2020|open\n", 1, "|"),
        (b"Log\n\n\nchannel,date,state\nA,2020,open\n", 4, ","),
    ],
)
def test_a_header_is_found_below_a_title_and_with_another_mark(
    data: bytes, line: int, mark: str
) -> None:
    """The line and the mark are told, and the file from there on has these columns."""
    place = find_header(source(data))
    assert place is not None
    assert (place.line, place.delimiter) == (line, mark)
    after = with_header(source(data), Header(line, mark))
    assert after.header.cells == place.cells
    assert after.rows[-1].cells == ("A", "2020", "open")


@pytest.mark.parametrize(
    "data",
    [
        b"channel,date,state\nA,2020,open\n",
        b"Line,Since,Status\nLine,Since,Status\n",
        b"a,b\n1,2\n",
        b'"open\n',
    ],
)
def test_a_likely_header_stays(data: bytes) -> None:
    """Nothing is proposed where the first row is as likely as any other."""
    assert find_header(source(data)) is None


def test_long_lines_and_wide_rows_take_no_time() -> None:
    """A header of very many cells is known by the format's own names alone."""
    wide = ["Status", "state", *(f"measure {i}" for i in range(3_000))]
    assert header_score(wide) == 1
    assert find_header(source(f"{','.join(wide)}\nchannel,date,state\n".encode())) is not None


def test_a_row_with_a_date_is_no_header() -> None:
    """Observations can have words that columns are called by."""
    assert header_score(["Hotline", "Channel", "2020-01-01"]) == 0
    assert header_score(["channel", "Since", "Status"]) == 3


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((["A", "2020-01-01"], ["B", "2020-02-01"]), True),
        ((["A", "1.9.2020", "open"],), True),
        ((["A", "2020-01-01"], ["B", ""], ["C"]), True),
        ((["A", "2020"], ["B", "2021"]), False),
        ((["channel", "2020-01", "2020-02"], ["A", "open", "open"]), False),
        ((["channel", "Jan 2020"], ["A", ""], ["A", "cut"]), False),
        ((), False),
    ],
)
def test_a_day_above_days_is_one_of_a_row(rows: tuple[list[str], ...], expected: bool) -> None:
    """A table with a column for each month has a header."""
    assert is_row(rows[0] if rows else (), rows[1:]) is expected


def test_the_sheet_with_a_header_is_the_likeliest() -> None:
    """Without any header the first sheet is read."""
    log = [["Log"], [], ["Channel", "Date", "State"]]
    assert likely_sheet({"Read me": [["By Ann"]], "Log": log}) == "Log"
    assert likely_sheet({"Read me": [["By Ann"]], "Other": []}) == "Read me"
