"""Tables of another shape, on the page."""

import pytest

from openline.intake.reshaping import Shape
from openline.ui.records.shape import shape_words
from tests.records import bring, press
from tests.screen import markup

WIDE = "channel,2019,2020\nA,open,severed\nB,open,open\n"


@pytest.mark.usefixtures("set_today")
def test_a_table_of_years_is_read_as_rows_by_choice() -> None:
    """It is proposed before anything else is asked, and can be saved then."""
    at = bring(WIDE, "wide.csv")
    assert "The columns 2019, 2020 are dates, and have states in their cells." in markup(at)
    assert "Missing columns" not in markup(at)
    press(at, "records_shape")
    assert not at.exception
    assert "4 rows of 2 channels were read" in markup(at)
    assert at.session_state["records_draft"].name == "wide.csv"


@pytest.mark.usefixtures("set_today")
def test_it_may_be_left_as_it_is() -> None:
    """Then its columns are asked about."""
    assert "Missing columns" in markup(press(bring(WIDE), "records_leave_shape"))


@pytest.mark.usefixtures("set_today")
def test_tables_side_by_side_are_no_further_columns() -> None:
    """The second half of the file is read too."""
    at = bring("channel,date,state,date,state\nA,2019,open,2020,severed\n")
    assert "further columns" not in markup(at)
    assert "2 rows of 1 channel were read" in markup(press(at, "records_shape"))


def test_of_many_names_the_first_are_said() -> None:
    """Six of them, and how many more there are."""
    shape = Shape("dates", tuple(map(str, range(1990, 2000))), (), ())
    assert "1995 and 4 more are dates" in shape_words(shape)


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
