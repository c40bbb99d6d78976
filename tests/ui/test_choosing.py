"""What was chosen in a figure."""

from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st

from openline.ui.choosing import chosen_datum


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
