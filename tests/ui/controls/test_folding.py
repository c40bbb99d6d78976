"""Long figures and lists on a telephone."""

import pytest
import streamlit as st

from openline.figures.theme import NARROW, WIDE
from openline.markup.text import BREAK, tag
from openline.ui.controls import folding
from openline.ui.controls.folding import FEW, folded_list, rows_shown

LINE = '<details class="ol-more"><summary class="ol-opener">12 more</summary>'


def _in(monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setattr(folding, "width", lambda: width)


def test_a_figure_has_its_first_rows_until_all_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On a telephone the longest come first, and the others when they are asked for."""
    _in(monkeypatch, NARROW)
    assert (rows_shown("here", 40), rows_shown("here", FEW + 2)) == (FEW, FEW + 2)
    monkeypatch.setitem(st.session_state, "openline_all_here", True)
    assert (rows_shown("here", 40), rows_shown("there", 40)) == (40, FEW)


def test_a_list_has_its_last_items_behind_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """No item is lost: those after the first few stand in what the line opens."""
    items = [tag("p", f"{number}") for number in range(FEW + 12)]
    _in(monkeypatch, NARROW)
    html = folded_list(items)
    assert html.startswith(f"{''.join(items[:FEW])}{LINE}")
    assert html.replace(LINE, "").replace("</details>", "") == "".join(items)


def test_a_wide_window_has_all_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is room, nothing has to be opened."""
    _in(monkeypatch, WIDE)
    assert rows_shown("here", 40) == 40
    assert folded_list([BREAK] * 40) == "<br>" * 40
