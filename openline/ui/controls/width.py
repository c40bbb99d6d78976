"""How wide the window is: guessed from the browser's name, then reported by it.

What reports it does the rest that only the browser can: it follows the board's links,
closes an explanation when Escape is pressed, puts a dash for a hyphen among parties, and asks
whether its tab was doubled.
"""

from typing import Any, Final

import streamlit as st

from openline.figures import MEDIUM, NARROW, WIDE
from openline.ui.browser.components import component
from openline.ui.controls.following import wanted_address

_KEY: Final = "openline_width"
_WORDS: Final = {"n": NARROW, "m": MEDIUM, "w": WIDE}


def width() -> str:
    """Return the window's width as the name of a figure's layout."""
    return _WORDS[_known()]


def report_width() -> None:
    """Mount the component that reports the width; stands last on a page, where it shifts
    nothing."""
    turn, address = wanted_address()
    data = {"known": _known(), "turn": turn, "address": address}
    mount = component("width", "hush", "follow", "dash", "doubled", "width")
    mount(key=_KEY, data=data, on_width_change=lambda: None, height=1)


def _known() -> str:
    state: Any = st.session_state.get(_KEY, {})
    told = state.get("width") if hasattr(state, "get") else None
    if told in _WORDS:
        return str(told)
    agent = st.context.headers.get("User-Agent", "") or ""
    return "n" if "Mobi" in agent else "w"
