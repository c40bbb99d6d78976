"""Rows that are not observations."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.records import bring, press
from tests.screen import markup

pytestmark = pytest.mark.usefixtures("set_today")
FILE = (
    "channel,date,state,note\nHotline,2020-01-01,open,\nTotal,,,1\n"
    "Channel,Date,State,Note\nTalks,2021-01-01,open,\nSource: the desk,,,\n"
)


def test_totals_headers_and_notes_are_left_out_by_choice() -> None:
    """They are shown with their lines, and asked about nowhere once they are left out."""
    at = bring(FILE)
    page = markup(at)
    assert "1 row; line 3: Total · 1; proposed: leave it out" in page
    assert at.session_state["records_draft"].data == FILE.encode()
    press(at, "records_apply_left_out")
    page = markup(at)
    assert "has no errors; it can be saved" in page
    assert "Total" not in page
    data = at.session_state["records_draft"].data
    assert data == (
        b"channel,date,state,note\nHotline,2020-01-01,open,\n\n\nTalks,2021-01-01,open,\n\n"
    )


def test_rows_can_be_kept_for_good() -> None:
    """Then they are not asked about in that file again; in another they are."""
    at = press(bring(FILE), "records_leave_left_out")
    assert not _is_asked(at)
    assert _is_asked(bring(FILE, "other.csv", press(at, "records_other")))


def _is_asked(at: AppTest) -> bool:
    return "records_apply_left_out" in [button.key for button in at.button]
