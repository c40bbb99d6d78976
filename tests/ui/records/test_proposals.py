"""What is proposed for a file as a whole."""

import pytest

from openline.intake.choices import Choices
from openline.intake.source import Source, read_source
from openline.ui.records.proposals import twins_of
from tests.intake.workbooks import workbook
from tests.records import bring, press
from tests.screen import markup

FILE = "Date,date,channel,state,DATE\n2020,x,A,open,y\n"


def source(text: str) -> Source:
    """Return the rows of a file."""
    found = read_source(text.encode())
    assert isinstance(found, Source)
    return found


def test_the_first_of_a_name_stays() -> None:
    """The others get their place as a number, and no name that is there already; a name that
    was chosen counts as if the file had it."""
    twins = twins_of(source(FILE), Choices())
    assert twins == {"date": "date (2)", "DATE": "DATE (5)"}
    assert twins_of(source("a,a,a (2),channel\n"), Choices()) == {"a (2)?": "a (3)"}
    assert twins_of(source(",,channel\n"), Choices()) == {}
    assert twins_of(source("a,b\n"), Choices(names={"b": "a"})) == {"b": "a (2)"}


@pytest.mark.usefixtures("set_today")
def test_a_header_below_a_title_is_found_on_the_page() -> None:
    """One press leaves out what stands above it, and columns are then chosen as ever."""
    at = bring("Log of lines, 2026\nLine|Since|Status\nHotline|2020-01-01|up\n")
    assert "Line 2 looks like the header: Line, Since, Status." in markup(at)
    assert "Its cells are separated by vertical bars." in markup(at)
    press(at, "records_place")
    for what in ("columns", "words"):
        press(at, f"records_apply_{what}")
    assert "has no errors" in markup(at)
    assert at.session_state["records_draft"].data == (
        b"sep=|\n\nchannel|date|state\nHotline|2020-01-01|open\n"
    )


@pytest.mark.usefixtures("set_today")
def test_a_first_row_that_is_an_observation_is_not_lost() -> None:
    """Names are put above it, guessed from the cells; a year may be the name of a column."""
    at = bring("Hotline;1.9.2020;open\nTalks;5.10.2021;cut\n")
    assert "Line 1 looks like a row: Hotline, 1.9.2020, open." in markup(at)
    press(at, "records_headless")
    assert at.session_state["records_draft"].data.decode().splitlines() == [
        "channel;date;state",
        "Hotline;1.9.2020;open",
        "Talks;5.10.2021;cut",
    ]
    assert "Columns without a header" in markup(at)
    assert "The file has no header" not in markup(bring("Line,2020,2021\nA,open,open\n"))


@pytest.mark.usefixtures("set_today")
def test_a_sheet_with_names_put_above_it_is_a_text() -> None:
    """What is kept of it is no workbook any more, and is not called one."""
    at = bring(workbook({"Log": [["Hotline", "2020-01-01", "open"]]}), "log.xlsx")
    press(at, "records_headless")
    draft = at.session_state["records_draft"]
    assert (draft.name, draft.original[:8]) == ("log.csv", b"channel,")


@pytest.mark.usefixtures("set_today")
def test_a_repeated_column_is_settled_on_the_page() -> None:
    """One press makes the file sound."""
    at = bring(FILE)
    assert "has 2 errors in 1 line" in markup(at)
    press(at, "records_twins")
    assert "has no errors" in markup(at)


@pytest.mark.usefixtures("set_today")
def test_the_table_that_a_text_holds_is_read_by_choice() -> None:
    """The file is said to be of that kind, and the other questions wait."""
    at = bring('[{"channel": "A", "date": "2019-03-01", "state": "open"}]', "log.json")
    page = markup(at)
    assert "The file seems to hold JSON. Next: read its table of 1 row, with channel, date" in page
    assert "Missing columns" not in page
    press(at, "records_table")
    assert at.session_state["records_draft"].data == b"channel,date,state\nA,2019-03-01,open\n"
    assert "has no errors" in markup(at)


@pytest.mark.usefixtures("set_today")
def test_a_text_without_a_table_is_named() -> None:
    """With what to do."""
    page = markup(bring("BEGIN:VCALENDAR\nDTSTART:20190301\nEND:VCALENDAR\n", "log.ics"))
    assert "The file seems to be a calendar (ICS), not a table. Export what it holds" in page


@pytest.mark.usefixtures("set_today")
def test_nothing_is_proposed_for_a_text_without_a_table() -> None:
    """Not even where its letters or marks would give reason to in a table."""
    at = bring('<?xml version="1.0"?>\n<a b="1">annÃ©e</a>\n<a>x &amp; y</a>\n', "log.xml")
    assert "The file seems to be XML, not a table." in markup(at)
    assert "Letters in the wrong" not in markup(at)
    assert "Marks of another program" not in markup(at)
    assert not [box for box in at.selectbox if str(box.key).startswith("records_")]


@pytest.mark.usefixtures("set_today")
def test_letters_that_were_encoded_twice_are_restored_by_choice() -> None:
    """The file says nothing of it; the words that show it are said, and can be left."""
    file = "channel,date,state\nLigne cÃ´tiÃ¨re,2019,open\n"
    at = bring(file)
    assert "“cÃ´tiÃ¨re” for “côtière”" in markup(at)
    press(at, "records_twice")
    assert not at.exception
    assert at.session_state["records_draft"].data.decode("utf-8-sig").splitlines()[1] == (
        "Ligne côtière,2019,open"
    )
    assert "Letters in the wrong" not in markup(at)
    assert "Letters in the wrong" not in markup(press(bring(file), "records_leave_twice"))


@pytest.mark.usefixtures("set_today")
def test_letters_of_a_workbook_are_restored_too() -> None:
    """A text that was opened in the wrong encoding and saved as a workbook is the usual case."""
    rows = [["channel", "date", "state"], ["Ligne cÃ´tiÃ¨re", "2019", "open"]]
    at = press(bring(workbook({"Log": rows}), "log.xlsx"), "records_twice")
    assert "Ligne côtière,2019,open" in at.session_state["records_draft"].data.decode()
