"""Reading: every file gives a record, with all of its problems in one pass."""

import hashlib
from datetime import date

import pytest

from openline.record.limits import ReadingLimits
from openline.record.reading import read_record
from tests.asking import TODAY, codes, read


@pytest.mark.parametrize(
    "data", [b"", b"\x00", b"PK\x03\x04", b"%PDF-1.7", b'"', b"\xff\xfe", b","]
)
def test_no_bytes_raise(data: bytes) -> None:
    """Whatever the bytes are, there is a record, with an error."""
    record = read_record(data, TODAY)
    assert record.has_errors
    assert record.observations.empty


def test_digest_is_that_of_the_bytes() -> None:
    """The digest is the SHA-256 of the file, also where it could not be read."""
    for data in (b"channel,date,state\nC,2020,open\n", b"%PDF-1.7"):
        assert read_record(data, TODAY).digest == hashlib.sha256(data).hexdigest()


def test_problems_come_by_line_and_column() -> None:
    """Problems are in order of their lines, and within one of the file's columns."""
    found = read("state,date,channel", "shut,2020-13-01,", "open,2020,C", "shut,2020,C").problems
    assert [(item.line, item.column) for item in found] == [
        (2, "state"),
        (2, "date"),
        (2, "channel"),
        (4, "state"),
    ]


def test_rows_with_errors_are_left_out() -> None:
    """A row at fault is named and the sound ones are still read."""
    record = read("channel,date,state", "C,2020,open", "C,2021,shut")
    assert record.observations["line"].tolist() == [2]


def test_observations_are_in_order_of_channel_and_day() -> None:
    """Rows are sorted by parties, channel and earliest day; `order` is their place."""
    record = read(
        "channel,parties,date,state",
        "C,B; A,2021,open",
        "C,A; B,2020,severed",
        "A,A; B,2022,open",
        "Z,,2022,open",
    )
    rows = record.observations
    assert rows["channel"].tolist() == ["Z", "A", "C", "C"]
    assert rows["order"].tolist() == [3, 2, 1, 0]


def test_what_rows_do_is_worked_out() -> None:
    """Each row says whether it moves the state, and what holds at the end of its day."""
    rows = read(
        "channel,date,state,event",
        "C,2020,open,",
        "C,2021,open,change",
        "C,2022,severed,",
        "C,2023,,ended",
    ).observations
    assert rows["moves"].tolist() == [True, False, True, True]
    assert rows["repeats"].tolist() == [False, True, False, False]
    assert rows["held"].tolist() == ["open", "open", "severed", "ended"]


def test_dates_after_today_are_warned_of() -> None:
    """A day is in the future only after today."""
    data = b"channel,date,state\nC,2020-01-02,open\n"
    assert not read_record(data, date(2020, 1, 2)).problems
    (found,) = read_record(data, date(2020, 1, 1)).problems
    assert (found.code, found.severity) == ("date-future", "warning")


def test_a_header_alone_has_no_rows() -> None:
    """A file without rows is an error of the whole file."""
    assert codes("channel,date,state") == [("rows-missing", None)]


def test_rows_without_a_column_of_the_format_are_rows() -> None:
    """Of a file with none of the format's columns it is said which are missing, no more."""
    assert codes("id,opened", "1,2020") == [("column-missing", 1)] * 3


def test_other_columns_are_kept() -> None:
    """Columns that are not of the format go with the observations."""
    record = read("channel,date,state,Note", "C,2021,open,later", "C,2020,open,first")
    assert record.extras["Note"].tolist() == ["first", "later"]
    assert record.columns == ("channel", "date", "state")


def test_an_interval_s_problems_name_its_own_columns_once() -> None:
    """A row of the interval form has no `date`, and is told once that it lies in the future."""
    data = b"channel,start,end,state\nLine,2099-01-01,2099-02-01,open\n"
    told = [(item.code, item.line, item.column) for item in read_record(data, TODAY).problems]
    assert told == [("date-future", 2, "start")]


def test_an_end_that_lies_in_the_future_is_named_as_such() -> None:
    """Of an interval that began, an end after today is what is wrong: one without end has none."""
    data = b"channel,start,end,state\nLine,2019-01-01,9999-12-31,open\n"
    (told,) = read_record(data, TODAY).problems
    assert (told.code, told.line, told.column, told.value) == (
        "date-future",
        2,
        "end",
        "9999-12-31",
    )
    assert told.suggestion == "Correct the date, or leave `end` empty if the interval continues."


def test_words_for_no_end_are_to_be_left_out() -> None:
    """Where an `end` has no figure the hint says first how one that continues is written."""
    data = b"channel,start,end,state\nLine,2019-01-01,ongoing,open\n"
    (told,) = read_record(data, TODAY).problems
    assert (told.code, told.column) == ("date-form", "end")
    begin = "Leave `end` empty if the interval continues; otherwise write 2022-08-05"
    assert told.suggestion.startswith(begin)


def test_the_letters_of_a_cell_have_a_limit_that_can_be_set() -> None:
    """A longer cell is an error of its line; the header's own cells count too."""
    data = b"channel,date,state,a longer name\nA,2020,open,123456789\n"
    assert not read_record(data, TODAY, ReadingLimits(letters=13)).problems
    found = read_record(data, TODAY, ReadingLimits(letters=8)).problems
    assert [(item.line, item.code) for item in found] == [
        (1, "cell-too-long"),
        (2, "cell-too-long"),
    ]
    assert found[1].message == "The cell has 9 characters; it may have 8."
