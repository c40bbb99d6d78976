"""Text on a page."""

import pytest
import streamlit as st

from openline.markup.text import NOTHING, tag
from openline.ui.markup.text import draw


def test_nothing_is_drawn_of_no_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty part of a page has no empty element."""
    drawn: list[object] = []
    monkeypatch.setattr(st, "html", lambda markup, **_: drawn.append(markup))
    draw(NOTHING)
    draw(tag("p", "<b>"))
    assert drawn == ["<p>&lt;b&gt;</p>"]
