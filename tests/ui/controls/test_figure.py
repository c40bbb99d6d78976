"""One figure on a page, and what was chosen in it."""

import json
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st

from openline.ui.controls.figure import chosen_datum
from tests.screen import run_page


@pytest.mark.parametrize(
    ("points", "datum"),
    [([], None), ([{}], None), ([{"customdata": 3}], 3), ([{"customdata": [["A; B"]]}], "A; B")],
)
def test_a_chosen_mark_gives_what_it_stands_for(
    points: list[dict[str, Any]], datum: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its data may be wrapped in lists; nothing chosen, or a mark without any, gives none."""
    chosen = SimpleNamespace(selection=SimpleNamespace(points=points))
    monkeypatch.setattr(st, "session_state", {"figure": chosen})
    assert chosen_datum("figure") == datum


@pytest.mark.usefixtures("set_today")
def test_a_figure_has_no_tool_bar() -> None:
    """Nothing zooms or moves, and nothing covers the as-of day."""
    config = json.loads(run_page().get("plotly_chart")[0].proto.config)
    assert config["displayModeBar"] is False
    assert config["scrollZoom"] is False
