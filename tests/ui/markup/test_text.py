"""Text on a page."""

import pandas as pd
import pytest
import streamlit as st

from openline.markup.text import NOTHING, tag
from openline.ui.markup.text import draw, visible_cells


def test_nothing_is_drawn_of_no_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty part of a page has no empty element."""
    drawn: list[object] = []
    monkeypatch.setattr(st, "html", lambda markup, **_: drawn.append(markup))
    draw(NOTHING)
    draw(tag("p", "<b>"))
    assert drawn == ["<p>&lt;b&gt;</p>"]


def test_a_table_shows_what_cannot_be_seen() -> None:
    """In its texts alone, missing ones left out; the frame itself stays as it is."""
    frame = pd.DataFrame({"name": ["\u202egnp.exe", None], "days": [1, 2]})
    mixed = pd.DataFrame({"cell": pd.Series(["\u200b", 3, None], dtype=object)})
    assert visible_cells(mixed)["cell"].to_list()[:2] == ["\ufffd", 3]
    shown = visible_cells(frame)
    assert shown["name"].to_list()[0] == "�gnp.exe"
    assert shown["name"].isna().to_list() == [False, True]
    assert shown["days"].to_list() == [1, 2]
    assert frame["name"].to_list()[0] == "\u202egnp.exe"
