"""The header."""

import pytest

from openline.intake.source import Source, read_source
from openline.ui.records_header import twins_of, without_twins
from tests.records import bring, press
from tests.screen import markup

FILE = "Date,date,channel,state,DATE\n2020,x,A,open,y\n"


def source(text: str) -> Source:
    """Return the rows of a file."""
    found = read_source(text.encode())
    assert isinstance(found, Source)
    return found


def test_the_first_of_a_name_stays() -> None:
    """The others get their place as a number, and no name that is there already."""
    assert twins_of(source(FILE)) == {1: "date (2)", 4: "DATE (5)"}
    assert twins_of(source("a,a,a (2),channel\n")) == {1: "a (3)"}
    assert twins_of(source(",,channel\n")) == {}


def test_nothing_but_the_header_changes() -> None:
    """Every other byte of the file stays."""
    assert without_twins(source(FILE)) == (
        b"Date,date (2),channel,state,DATE (5)\n2020,x,A,open,y\n"
    )


@pytest.mark.usefixtures("set_today")
def test_a_header_below_a_title_is_found_on_the_page() -> None:
    """One press leaves out what stands above it, and columns are then chosen as ever."""
    at = bring("Log of lines, 2026\nLine|Since|Status\nHotline|2020-01-01|up\n")
    assert "Line 2 looks like the header: Line, Since, Status." in markup(at)
    assert "Its cells are parted by upright strokes." in markup(at)
    for key in ("records_place", "records_apply_columns", "records_apply_words"):
        press(at, key)
    assert "has no errors" in markup(at)
    assert at.session_state["records_draft"].data == (
        b"sep=|\nchannel|date|state\nHotline|2020-01-01|open\n"
    )


@pytest.mark.usefixtures("set_today")
def test_a_repeated_column_is_settled_on_the_page() -> None:
    """One press makes the file sound."""
    at = bring(FILE)
    assert "has 2 errors in 1 line" in markup(at)
    press(at, "records_twins")
    assert "has no errors" in markup(at)
