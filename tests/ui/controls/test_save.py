"""What can be taken from a figure."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.screen import run_page


def _taken(at: AppTest, part: str) -> dict[str, Any]:
    """What the browser is told of a figure."""
    found = [item.proto for item in at.get("bidi_component")]
    told = [json.loads(item.json) for item in found if item.component_name == "openline_saving"]
    return next(item for item in told if item["chart"] == f"ol_{part}")


@pytest.mark.usefixtures("set_today")
def test_a_picture_says_what_it_shows() -> None:
    """A picture on its own has the answer, the record, the day, the filters and the key."""
    at = run_page(parties="China; United States", asof="2023-10-05", carry="400")
    told = _taken(at, "timeline")
    name = "openline_bundled_status-timeline_china-united-states-carry-400_2023-10-05"
    assert told["file"].startswith(name)
    assert told["title"].startswith("On 5 Oct 2023,")
    assert told["source"] == (
        "Source: Openline, Bundled record · as of 5 Oct 2023 · 5 Oct 2013 – 5 Oct 2023 shown · "
        "China–United States · states carried for 400 days"
    )
    assert told["states"] == ["severed", "partial", "open", "unknown"]
    assert any("overture" in words for words in told["explained"])


@pytest.mark.usefixtures("set_today")
def test_a_picture_says_which_page_it_has() -> None:
    """A timeline in pages says that its picture has not all channels; one of a page says nothing
    of pages."""
    words = "Page 2 of 2 of the channels; title and openness count all."
    assert words in _taken(run_page(page="2"), "timeline")["explained"]
    alone = _taken(run_page(parties="China; United States"), "timeline")["explained"]
    assert not any("Page" in said for said in alone)


@pytest.mark.usefixtures("set_today")
def test_a_figure_has_its_table() -> None:
    """Beside the picture stands the table, under the same name."""
    at = run_page(asof="2023-10-05", level="military")
    buttons = [item.proto for item in at.get("download_button")]
    assert "CSV" in [button.label for button in buttons]


@pytest.mark.usefixtures("set_today")
def test_the_band_can_be_taken_too() -> None:
    """A channel's band has its own name and title."""
    query = {"parties": "China; India", "channel": "Defence ministers", "asof": "2023-10-05"}
    told = _taken(run_page("pages/channel.py", **query), "band")
    assert told["file"].startswith("openline_bundled_channel-band_china-india")
    assert told["title"].startswith("China–India, Defence ministers: open since 2006, as\xa0of")


@pytest.mark.usefixtures("set_today")
def test_a_table_says_how_much_it_holds() -> None:
    """A CSV file has all years and pages of the view, or, of the counts, the years drawn."""
    at = run_page("pages/openings.py", range="3y")
    helps = {
        item.proto.id.rpartition("-")[2]: item.proto.help for item in at.get("download_button")
    }
    assert helps["ol_save_signs"] == "All rows of this view, of all years and pages"
    assert helps["ol_save_counts"] == "The rows of the years shown"
