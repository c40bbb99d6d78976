"""How wide the window is: guessed from the browser's name, then reported by it.

What reports it does the rest that only the browser can: it follows the board's links,
closes an explanation when Escape is pressed, puts a dash for a hyphen among parties, and asks
whether its tab was doubled.
"""

from collections.abc import Callable
from typing import Any, Final

import streamlit as st

from openline.figures import MEDIUM, NARROW, WIDE
from openline.ui.dashes import DASHED
from openline.ui.doubled import SETTLE
from openline.ui.following import FOLLOW, wanted_address
from openline.ui.terms import HUSH

__all__ = ["report_width", "width"]

_KEY: Final = "openline_width"
_WORDS: Final = {"n": NARROW, "m": MEDIUM, "w": WIDE}
_SCRIPT: Final = (
    f"{HUSH}{FOLLOW}{DASHED}{SETTLE}let gone = 0;\n"
    """
export default function (component) {
  const { setStateValue } = component;
  const narrow = window.matchMedia("(max-width: 640px)");
  const medium = window.matchMedia("(max-width: 1100px)");
  let told = component.data.known;
  const tell = () => {
    const word = narrow.matches ? "n" : medium.matches ? "m" : "w";
    if (word !== told) {
      told = word;
      setStateValue("width", word);
    }
  };
  narrow.addEventListener("change", tell);
  medium.addEventListener("change", tell);
  // Listeners of this call alone: what an earlier one leaves behind takes away only its own.
  const onKey = (event) => hush(event);
  const onClick = (event) => follow(event);
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
  const onInput = (event) => dash(event);
  document.addEventListener("beforeinput", onInput, true);
  document.documentElement.dataset.links = "followed";
  tell();
  const { address, turn } = component.data;
  if (address && turn > gone) {
    gone = turn;
    goTo(address);
  }
  return () => {
    narrow.removeEventListener("change", tell);
    medium.removeEventListener("change", tell);
    document.removeEventListener("keydown", onKey);
    document.removeEventListener("click", onClick);
    document.removeEventListener("beforeinput", onInput, true);
  };
}
"""
)


def width() -> str:
    """Return the window's width as the name of a figure's layout."""
    return _WORDS[_known()]


def report_width() -> None:
    """Mount the component that reports the width; stands last on a page, where it shifts
    nothing."""
    component = _component()
    turn, address = wanted_address()
    data = {"known": _known(), "turn": turn, "address": address}
    component(key=_KEY, data=data, on_width_change=lambda: None, height=1)


def _known() -> str:
    state: Any = st.session_state.get(_KEY, {})
    told = state.get("width") if hasattr(state, "get") else None
    if told in _WORDS:
        return str(told)
    agent = st.context.headers.get("User-Agent", "") or ""
    return "n" if "Mobi" in agent else "w"


@st.cache_resource(show_spinner=False)
def _component() -> Callable[..., Any]:
    renderer: Callable[..., Any] = st.components.v2.component("openline_width", js=_SCRIPT)
    return renderer
