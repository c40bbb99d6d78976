"""What a file's own words and dates mean."""

import pytest

from tests.records import bring, press
from tests.screen import markup


@pytest.mark.usefixtures("set_today")
def test_words_and_dates_are_read_as_chosen() -> None:
    """Nothing is read in another way until a button is pressed, and nothing is chosen before."""
    at = bring("channel,date,state\nHotline,25/8/2022,shut\n")
    assert "Words to translate" in markup(at)
    leave = "leave it; fix it by hand"
    assert [box.value for box in at.selectbox if box.label == "Word 1 is read as"] == [leave]
    assert b"shut" in at.session_state["records_draft"].data
    press(at, "records_apply_words")
    assert b"25/8/2022" in at.session_state["records_draft"].data
    press(at, "records_apply_dates_date")
    assert at.session_state["records_draft"].data.endswith(b"Hotline,2022-08-25,severed\n")
    assert "has no errors" in markup(at)
