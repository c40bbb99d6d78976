"""What a file says, before it is saved."""

import pytest

from tests.records import bring
from tests.screen import markup


@pytest.mark.usefixtures("set_today")
def test_what_was_read_is_drawn() -> None:
    """Sentence, timeline and board are those of the file, on its last day."""
    at = bring("channel,date,state\nA,2020-01-01,open\nB,2021-05-01,severed\n")
    assert "On 1 May 2021," in markup(at)
    assert len(at.get("plotly_chart")) == 1
    assert any("State" in table.value and len(table.value) == 2 for table in at.dataframe)


@pytest.mark.usefixtures("set_today")
def test_days_to_come_leave_nothing_to_draw() -> None:
    """A file of plans alone is told so."""
    at = bring("channel,date,state\nA,2090-01-01,open\n")
    assert "All its rows are dated in the future." in markup(at)


@pytest.mark.usefixtures("set_today")
def test_many_channels_are_an_overview_in_pages() -> None:
    """300 channels are drawn as lines, a page at a time."""
    rows = "".join(f"Line {i},A; B,2020-01-01,open\n" for i in range(300))
    at = bring(f"channel,parties,date,state\n{rows}")
    assert "300 channels" in markup(at)
    assert len(at.get("plotly_chart")) == 1
