"""The history of gaps on its page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screen import csv_text, markup, run_page, values

Put = Callable[[str], Path]
PAGE = "pages/gaps.py"


def test_old_gaps_are_a_range_away(put_record: Put) -> None:
    """Where all gaps ended before the years shown, the page says so and draws nothing."""
    rows = [
        ("Talks", "A; B", "2000-01-01", "", "severed"),
        ("Talks", "A; B", "2001-01-01", "", "open"),
        ("Talks", "A; B", "2020-01-01", "check", "open"),
    ]
    put_record(csv_text(rows))
    at = run_page(PAGE)
    assert "None in the years to 1 Jan 2020; choose more years." in markup(at)
    at.segmented_control(key="view_range").set_value("all").run()
    assert not at.exception
    assert "History of the gaps of 1 channel from 1 Jan 2000" in at.get("plotly_chart")[0].proto.alt


def test_three_hundred_channels_are_paged(put_record: Put) -> None:
    """Forty channels are a page; the address says which, and one that is not there is named."""
    rows = [
        (f"Line {i}", f"S {i % 60}; Z", f"2018-03-{1 + i % 28:02}", "", "severed")
        for i in range(300)
    ]
    put_record(csv_text(rows))
    at = run_page(PAGE, page="8")
    assert "History of the gaps of 20 channels" in at.get("plotly_chart")[1].proto.alt
    assert "These 20 channels as a list" in markup(at)
    at = run_page(PAGE, page="9")
    assert "There is no page 9" in markup(at)
    assert values(at, "page") == ["9"]


@pytest.mark.usefixtures("set_today")
def test_a_past_stretch_has_the_gaps_that_were_known_then() -> None:
    """A gap that ended later goes on in it, and the page says as of when it is drawn."""
    at = run_page(PAGE, asof="2023-10-05", range="2020-01-01..2022-09-01")
    assert not at.exception
    alts = [item.proto.alt for item in at.get("plotly_chart")]
    assert any(alt.startswith("History of the gaps") and "1 Sep 2022" in alt for alt in alts)
    assert "Drawn as of 1 Sep 2022, the last day chosen" in markup(at)


@pytest.mark.usefixtures("set_today")
def test_a_stretch_before_the_record_has_no_gap() -> None:
    """It says so, and draws nothing."""
    at = run_page(PAGE, range="1900-01-01..1910-01-01")
    assert not at.exception
    assert "is on record up to 1 Jan 1910" in markup(at)
