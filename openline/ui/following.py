"""Links of the board, followed without leaving the session.

A link in the board's own markup would load the whole page anew, and with it lose the file that
an analyst is working on. The browser's side of the board takes the click instead, puts the
address into the history, and tells Streamlit as Back does: one step, the same session. What
opens another page from Python goes the same way, since `st.switch_page` leaves two steps.
"""

from typing import Final

import streamlit as st

from openline.ui.pages_table import CHANNEL_PAGE
from openline.ui.text import address, channel_view
from openline.view import View

__all__ = ["FOLLOW", "open_channel", "wanted_address"]

_WANTED: Final = "openline_wanted"
_TURN: Final = "openline_wanted_turn"
FOLLOW: Final = """
function goTo(address) {
  history.pushState({}, "", new URL(address, document.baseURI));
  window.dispatchEvent(new PopStateEvent("popstate"));
  document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
}
function follow(event) {
  const address = event.target.closest?.("a.ol-link")?.getAttribute("href");
  const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!address || /^(https?:|#)/.test(address) || elsewhere || event.button) return;
  event.preventDefault();
  goTo(address);
}
"""
"""The script that follows a click on a link, and that goes to an address."""


def open_channel(view: View, parties: object, channel: str) -> None:
    """Let the browser open a channel's page under a view, once this run has ended."""
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    query = channel_view(view, parties, channel).to_query()
    st.session_state[_WANTED] = address(CHANNEL_PAGE.path, query)


def wanted_address() -> tuple[int, str | None]:
    """Return where the browser has to go, once, and the number of that going."""
    return st.session_state.get(_TURN, 0), st.session_state.pop(_WANTED, None)
