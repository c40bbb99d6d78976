"""One figure on a page, and what was chosen in it."""

import json
from types import SimpleNamespace
from typing import Any

import plotly.graph_objects as go
import pytest
import streamlit as st

from openline.figures.theme import LIGHT, WIDE
from openline.ui.controls import figure as controls
from openline.ui.controls.figure import Drawn, choice_chart, chosen_mark
from tests.screen import run_page


@pytest.mark.parametrize(
    ("points", "datum"),
    [([], None), ([{}], None), ([{"customdata": 3}], 3), ([{"customdata": [["A; B"]]}], "A; B")],
)
def test_a_chosen_mark_gives_what_it_stands_for(
    points: list[dict[str, Any]], datum: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told once, from data that may be wrapped in lists; nothing chosen, or a mark without
    any, gives none."""
    state = {"figure": SimpleNamespace(selection=SimpleNamespace(points=points))}
    monkeypatch.setattr(st, "session_state", state)
    monkeypatch.setattr(controls, "current_theme", lambda: LIGHT)
    monkeypatch.setattr(controls, "width", lambda: WIDE)
    monkeypatch.setattr(st, "html", lambda *_, **__: None)
    monkeypatch.setattr(st, "plotly_chart", lambda *_, on_select, **__: on_select())
    figure = go.Figure(layout={"height": 100})
    choice_chart(Drawn((), lambda *_: figure), "figure", "")
    assert (chosen_mark(), chosen_mark()) == (datum, None)


@pytest.mark.usefixtures("set_today")
def test_a_figure_has_no_tool_bar() -> None:
    """Nothing zooms or moves, and nothing covers the as-of day."""
    config = json.loads(run_page().get("plotly_chart")[0].proto.config)
    assert config["displayModeBar"] is False
    assert config["scrollZoom"] is False
