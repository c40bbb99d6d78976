"""Links of the board, followed without leaving the session.

A link in the board's own markup would reload the whole page, and so lose the file that an analyst
is working on. The board's script handles the click instead, adds the address to the history, and
tells Streamlit as Back does: one step, the same session. Opening a page from Python works the same
way, since `st.switch_page` leaves two steps. The part of an address after # is the place on that
page to go to, once it is drawn.
"""

from typing import Final

import streamlit as st

from openline.record.columns import CHANNEL, PARTIES
from openline.ui.browser.components import component
from openline.ui.controls.figure import chosen_mark
from openline.ui.markup.links import address, channel_view
from openline.ui.pages import CHANNEL_PAGE, Page
from openline.ui.scene import Scene
from openline.view.view import View

_KEY: Final = "openline_listening"
_WANTED: Final = "openline_wanted"
_TURN: Final = "openline_wanted_turn"
_SCRIPTS: Final = (
    *("hush", "keyboard", "search", "follow", "doubled", "announce", "menu", "back"),
    "listening",
)


def open_channel(view: View, parties: object, channel: str) -> None:
    """Let the browser open a channel's page under a view."""
    open_page(CHANNEL_PAGE, channel_view(view, parties, channel))


def open_page(page: Page, view: View, place: str = "") -> None:
    """Let the browser open a page under a view; `place` is the id of the wanted part."""
    to = f"#{place}" if place else ""
    _want(f"{address(page.path, view.to_query())}{to}")


def follow_choice(scene: Scene) -> None:
    """Let the browser open the channel of a mark chosen in a figure."""
    follow_mark(scene, chosen_mark())


def follow_mark(scene: Scene, mark: object) -> None:
    """Let the browser open the channel whose id a mark stands for, if the record has it."""
    if isinstance(mark, int | float) and mark in scene.record.channels.index:
        row = scene.record.channels.loc[mark]
        open_channel(scene.view, row[PARTIES], row[CHANNEL])


def show_place(place: str, *, gently: bool = False) -> None:
    """Let the browser show a place on the open page, by its id or its container's key, once this
    run has ended, and focus its first field. `gently`: the page scrolls no further than
    necessary."""
    _want(f"#{'~' if gently else ''}{place}")


def _want(address: str) -> None:
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    st.session_state[_WANTED] = address


def listen() -> None:
    """Mount the browser's part of the board. It goes where this run asks, follows links, closes an
    explanation on Escape, keeps the keyboard focus, leads from a search to its results, names the
    view's feed for feed readers, closes the menu on a phone, restores the scroll position, and asks
    whether its tab was duplicated. It comes first, so that the browser leaves a page before drawing
    it."""
    turn, address = st.session_state.get(_TURN, 0), st.session_state.pop(_WANTED, None)
    mount = component("listening", *_SCRIPTS)
    mount(key=_KEY, data={"turn": turn, "address": address}, height=1)
