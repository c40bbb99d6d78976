"""Rows pasted from a sheet: with and without a header, in quotes or not."""

import csv
import io
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openline.intake.arranging import Arrangement
from openline.intake.choices import Choices, DateReading
from openline.intake.pasted import (
    guess_header,
    has_header,
    pasted_csv,
    pasted_rows,
    rows_alone,
    under_columns,
)
from openline.intake.source import Source, read_source
from openline.record.reading import read_record
from tests.asking import TODAY


def test_pasted_rows_with_a_header_are_a_record() -> None:
    """Rows from a sheet become a file that the reader takes, each on its line."""
    data = pasted_csv("channel\tdate\tstate\r\nHotline, red\t2022\topen\r\n\tx\r\n")
    assert data == b'channel,date,state\n"Hotline, red",2022,open\n,x\n'


def test_pasted_rows_without_a_header_take_given_names() -> None:
    """Where the rows bring no names, those given stand first."""
    data = pasted_csv("Hotline\t2022\topen", ("channel", "date", "state"))
    assert data == b"channel,date,state\nHotline,2022,open\n"
    assert read_record(data, TODAY).problems == ()


def test_cells_in_quotes_may_hold_tabs_and_line_ends() -> None:
    """A cell that a sheet quotes is one cell."""
    assert pasted_rows('a\tb\n"x\ty"\t"two\nlines"\n') == [["a", "b"], ["x\ty", "two\nlines"]]


def test_quotes_that_do_not_add_up_are_text() -> None:
    """A quote that belongs to the words does not swallow the rows after it."""
    assert pasted_rows('"No" he said\tb\n5"\t6\n') == [['"No" he said', "b"], ['5"', "6"]]


def test_text_without_tabs_is_taken_as_csv() -> None:
    """Pasted CSV is handed on as it is."""
    assert pasted_csv("channel,date,state\nA,2022,open") == b"channel,date,state\nA,2022,open"


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (["channel", "date", "state"], True),
        (["Line", "Since", "Status"], True),
        (["Hotline", "2022-08-05", "open"], False),
        (["Hotline", "A; B", "severed"], False),
        ([], False),
    ],
)
def test_a_header_is_told_from_rows(first: list[str], expected: bool) -> None:
    """Names of columns are a header; a row with a date or with values is none."""
    assert has_header([[""], first, ["x", "2022", "open"]]) is expected


def test_names_are_guessed_from_what_cells_look_like() -> None:
    """Dates, states, events, sides, addresses, names and sentences are told apart."""
    rows = [
        ["Hotline", "A; B", "2022-08-05", "open", "change", "It rings.", "https://a.org", ""],
        ["Talks", "A; C", "2022", "severed", "change", "It is cut off.", "https://b.org", "1"],
    ]
    assert guess_header(rows) == (
        "channel",
        "parties",
        "date",
        "state",
        "event",
        "summary",
        "source_url",
        "column 8",
    )


def test_yes_and_no_say_no_state() -> None:
    """The column of states is the one that has words for them, wherever it stands."""
    rows = [["A", "2020-01-01", "yes", "cut"], ["B", "2020-01-02", "no", "open"]]
    assert guess_header(rows)[3] == "state"


def test_the_first_rows_are_looked_at() -> None:
    """A file without a header may have a million; what stands below them is still counted."""
    rows = [[], *[["A", "2020-01-01"]] * 500, ["A", "2020-01-01", "open"]]
    assert guess_header(rows) == ("channel", "date", "column 3")


def test_nothing_is_guessed_of_nothing() -> None:
    """Without cells there are no names."""
    assert guess_header([]) == ()
    assert guess_header([["", ""]]) == ("column 1", "column 2")


@given(st.lists(st.lists(st.text(st.sampled_from('ab"\t\n,; ')), min_size=2, max_size=4)))
def test_what_a_sheet_copies_is_pasted_alike(rows: list[list[str]]) -> None:
    """Cells that a sheet writes with tabs and quotes come through as they were."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    assert pasted_rows(out.getvalue()) == rows
    pasted = pasted_csv(out.getvalue()).decode()
    again = list(csv.reader(io.StringIO(pasted, newline="")))
    assert again == rows


@given(st.text())
def test_no_text_makes_pasting_raise(text: str) -> None:
    """Any text is pasted, read and named without raising."""
    read_record(pasted_csv(text), TODAY)
    rows = pasted_rows(text)
    assert has_header(rows) in {True, False}
    assert len(guess_header(rows)) == max(map(len, rows), default=0)


FILE: Final = b"Line;When;Status;Note\nHotline;5.8.2022;shut;x\n"
CHOICES: Final = Choices(
    names={"Line": "channel", "When": "date", "Status": "state"},
    words={"state": {"up": "open", "shut": "severed"}},
    dates={"date": DateReading("day-first")},
)


def _source() -> Source:
    found = read_source(FILE)
    assert isinstance(found, Source)
    return found


COLUMNS: Final = Arrangement.of(_source(), CHOICES)
ROW: Final = {"Line": "Talks", "When": "1.9.2022", "Status": "up"}


@pytest.mark.parametrize(
    "rows",
    [
        [["Talks", "1.9.2022", "up"]],
        [["Talks", "1.9.2022", "up", ""], ["", "", ""]],
        [["Line", "When", "Status"], ["Talks", "1.9.2022", "up"]],
        [["status", "LINE", "", "when"], ["up", "Talks", "", "1.9.2022"]],
        [["state", "date", "channel"], ["up", "1.9.2022", "Talks"]],
    ],
)
def test_rows_stand_under_the_columns_of_the_record(rows: list[list[str]]) -> None:
    """Without a header in the record's own order; with one by its names, those of the file as
    it came and those that were chosen for them."""
    assert under_columns(rows, COLUMNS) == (ROW,)


def test_a_header_of_other_names_is_not_guessed() -> None:
    """What its columns are is chosen first."""
    assert under_columns([["Hotline", "Since", "State now"], ["A", "2020", "up"]], COLUMNS) is None
    assert under_columns([["Ch", "Day"], ["A", "2020"]], COLUMNS, named=True) is None


def test_a_cell_beyond_the_columns_keeps_its_place() -> None:
    """It is told as one, and is not lost."""
    found = under_columns([["Talks", "2020", "up", "n", "more"]], COLUMNS)
    assert found == ({"Line": "Talks", "When": "2020", "Status": "up", "Note": "n", "5": "more"},)


def test_no_rows_are_no_rows() -> None:
    """Blank lines and a header alone add nothing."""
    assert under_columns([[""], []], COLUMNS) == ()
    assert under_columns([["Line", "When"]], COLUMNS) == ()


def test_rows_are_read_as_those_of_the_record() -> None:
    """Its words and the order of its dates hold for them; each is on a line of its own."""
    rows = (ROW, {"Line": "Two\nlines", "When": "2022-09-02", "Status": "severed"})
    assert rows_alone(_source(), CHOICES, rows).decode() == (
        "channel,date,state,Note\nTalks,2022-09-01,open,\nTwo lines,2022-09-02,severed,\n"
    )
