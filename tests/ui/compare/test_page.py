"""The parts of the page Compare."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from openline.ui.compare.days import Days
from openline.ui.compare.page import dumbbell_to_save
from openline.ui.controls.figure import Drawn
from tests.bundled import counted
from tests.screen import csv_text, markup, run_page

Put = Callable[[str], Path]
PAGE = "pages/compare.py"
DAYS = Days(date(2022, 10, 5), date(2023, 10, 5), date(2022, 10, 5), date(2023, 10, 5))


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


@pytest.mark.usefixtures("set_today")
def test_the_figure_speaks_and_keeps_its_place() -> None:
    """It has its text for those who do not see it, and nothing zooms."""
    at = run_page("pages/compare.py")
    assert not at.exception
    chart: Any = at.get("plotly_chart")[0].proto
    first, second = date(2025, 6, 30), date(2026, 6, 30)
    changes = counted("compare", "change", first=first, second=second)
    drawn = changes.total() - changes["unchanged"]
    assert chart.alt.startswith(f"Dumbbell of {drawn} channels: the state on 30 Jun 2025")
    assert json.loads(chart.config)["scrollZoom"] is False
    styles = [item.proto.body for item in at.get("html") if item.proto.body.startswith("<style")]
    height = json.loads(chart.spec)["layout"]["height"]
    assert any(f".st-key-ol_dumbbell {{ min-height: {height}px; }}" in body for body in styles)


def test_what_is_taken_names_both_days_and_the_states_it_shows() -> None:
    """A picture on its own says what its marks mean, of the states that changed alone."""
    rows = {"from_state": ["open", "partial"], "to_state": ["severed", "partial"]}
    drawn = Drawn((), lambda *_: go.Figure())
    taken = dumbbell_to_save(
        drawn, "One closed.", DAYS, pd.DataFrame({**rows, "change": ["closed", "unchanged"]})
    )
    assert taken.title == "One closed."
    assert taken.states == ("severed", "open")
    assert taken.table == "compare"
    assert "Left out: 1 channel with the same state on both days." in taken.explained
