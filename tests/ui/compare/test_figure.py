"""The dumbbell on the page Compare."""

import json
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from openline.ui.compare.days import Days
from openline.ui.compare.figure import dumbbell_to_save
from openline.ui.controls.figure import Drawn
from tests.bundled import counted
from tests.screen import run_page

DAYS = Days(date(2022, 10, 5), date(2023, 10, 5), date(2022, 10, 5), date(2023, 10, 5))


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
    assert "Left out: 1 channel with one state on both days." in taken.explained
