"""The parts of the page Compare."""

from collections.abc import Callable
from pathlib import Path

from tests.screen import csv_text, markup, run_page

Put = Callable[[str], Path]
PAGE = "pages/compare.py"


def _record(channels: int) -> str:
    """Channels that are open since 2019; every third was severed in 2021."""
    rows = [(f"Line {i:03}", f"S{i % 60}; Z", "2019-01-01", "", "open") for i in range(channels)]
    rows += [
        (f"Line {i:03}", f"S{i % 60}; Z", "2021-01-01", "", "severed")
        for i in range(0, channels, 3)
    ]
    return csv_text(rows)


def test_many_changes_have_pages(put_record: Put) -> None:
    """Three hundred channels: forty rows a page, in the figure and in the table."""
    put_record(_record(300))
    at = run_page(PAGE, asof="2021-06-01", page="3")
    assert not at.exception
    page = markup(at)
    assert "100 channels closed</span>; 200 are unchanged." in page
    assert page.count(">closed</td>") == 20
    assert "Unchanged 200" in page
    none = markup(run_page(PAGE, asof="2021-06-01", page="9"))
    assert "There is no page 9; page 3 is shown." in none


def test_nothing_changed_has_no_figure(put_record: Put) -> None:
    """Where all is as it was the list of the unchanged is the answer."""
    put_record(_record(1))
    at = run_page(PAGE, asof="2020-06-01")
    assert not at.exception
    assert not at.get("plotly_chart")
    page = markup(at)
    assert "On 1 Jun 2020 as on 1 Jun 2019, " in page
    assert '<details class="ol-unchanged" open>' in page
    assert "What changed" not in page


def test_one_channel_needs_no_counters(put_record: Put) -> None:
    """Under three channels the sentence and the row say it all."""
    put_record(_record(1))
    at = run_page(PAGE, asof="2021-06-01")
    page = markup(at)
    assert "the S0–Z channel closed" in page
    assert "ol-counters" not in page
    assert len(at.get("plotly_chart")) == 1
