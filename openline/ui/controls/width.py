"""The width of the window: guessed from the browser's name, then reported by the browser."""

from typing import Any, Final

import streamlit as st

from openline.figures.theme import MEDIUM, NARROW, WIDE
from openline.ui.browser.components import component

_KEY: Final = "openline_width"
_WORDS: Final = {"n": NARROW, "m": MEDIUM, "w": WIDE}


def width() -> str:
    """Return the window's width, as the name of a figure's layout."""
    return _WORDS[_known()]


def report_width() -> None:
    """Mount the component that reports the width."""
    mount = component("width", "width")
    mount(key=_KEY, data={"known": _known()}, on_width_change=lambda: None, height=1)


def _known() -> str:
    state: Any = st.session_state.get(_KEY, {})
    reported = state.get("width") if hasattr(state, "get") else None
    if reported in _WORDS:
        return str(reported)
    agent = st.context.headers.get("User-Agent", "") or ""
    return "n" if "Mobi" in agent else "w"
