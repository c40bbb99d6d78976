"""The width of the window."""

import pytest
import streamlit as st

from openline.figures.theme import NARROW, WIDE
from openline.ui.controls.width import width


class _Context:
    def __init__(self, agent: str) -> None:
        self.headers = {"User-Agent": agent}


@pytest.mark.parametrize(
    ("agent", "expected"), [("Mozilla/5.0 (Android) Mobile", NARROW), ("Mozilla/5.0 (X11)", WIDE)]
)
def test_the_first_width_is_guessed_from_the_browser(
    monkeypatch: pytest.MonkeyPatch, agent: str, expected: str
) -> None:
    """Until the browser reports, a phone is narrow and all else is wide."""
    monkeypatch.setattr(st, "context", _Context(agent))
    assert width() == expected
