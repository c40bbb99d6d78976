"""Marks that another program left around cells, on the page."""

import pytest

from tests.records import bring, press
from tests.screen import markup

pytestmark = pytest.mark.usefixtures("set_today")
TEXT = 'channel,date,state\n="Talks &amp; visits",="2019-05-03",open\n="Line",2020,severed\n'


def test_the_proposal_comes_before_errors_that_it_removes() -> None:
    """The bar and the sentence lead to it, not to the rows."""
    page = markup(bring(TEXT, "other.csv"))
    assert "Step 3 of 6: Choose meanings" in page
    assert "Next: choose below how it is to be read." in page


def test_marks_around_cells_are_removed_by_choice() -> None:
    """Until then the file is as it came; it may be left so."""
    at = bring(TEXT)
    assert "In 3 cells another program left marks around the text." in markup(at)
    assert at.session_state["records_draft"].data == TEXT.encode()
    press(at, "records_dressing")
    assert at.session_state["records_draft"].data.decode().splitlines() == [
        "channel,date,state",
        "Talks & visits,2019-05-03,open",
        "Line,2020,severed",
    ]
    assert "has no errors" in markup(at)
    left = press(bring(TEXT, "other.csv"), "records_leave_dressing")
    assert "another program left marks" not in markup(left)


def test_a_file_without_errors_can_be_saved_with_its_marks() -> None:
    """The proposal is there, and the bar saves."""
    page = markup(
        bring("channel,date,state,summary\nLine,2020,open,a &amp; b\nX,2021,open,c &amp; d\n")
    )
    assert "another program left marks" in page
    assert "Step 5 of 6: Save" in page
