"""Links of the board, followed without leaving the session.

A link in the board's own markup would load the whole page anew, and with it lose the file that
an analyst is working on. The browser's side of the board takes the click instead, puts the
address into the history, and tells Streamlit as Back does: one step, the same session. What
opens another page from Python goes the same way, since `st.switch_page` leaves two steps.
What stands after a # is the place on that page to go to, once it is drawn.
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
    """Let the browser open a page under a view; `place` is the id of what on it is wanted."""
    to = f"#{place}" if place else ""
    _want(f"{address(page.path, view.to_query())}{to}")


def follow_choice(scene: Scene) -> None:
    """Let the browser open the channel of a mark that was chosen in a figure."""
    follow_mark(scene, chosen_mark())


def follow_mark(scene: Scene, mark: object) -> None:
    """Let the browser open the channel whose id a mark stands for, if the record has it."""
    if isinstance(mark, int | float) and mark in scene.record.channels.index:
        row = scene.record.channels.loc[mark]
        open_channel(scene.view, row[PARTIES], row[CHANNEL])


def show_place(place: str, *, gently: bool = False) -> None:
    """Let the browser show a place on the page that is open, by its id or its container's key,
    once this run has ended, and go on typing in its first field. `gently`: the page moves no
    further than it has to."""
    _want(f"#{'~' if gently else ''}{place}")


def _want(address: str) -> None:
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    st.session_state[_WANTED] = address


def listen() -> None:
    """Mount what the browser does beside the page: it goes where this run has asked to, follows
    links, closes an explanation at Escape, keeps the keyboard where it was, leads from a search
    to what it found, tells readers of feeds where that of the view is, closes the menu of a
    telephone, returns to where a page stood, and asks whether its tab was doubled. It stands
    first, so that the browser leaves before the page is drawn that it leaves."""
    turn, address = st.session_state.get(_TURN, 0), st.session_state.pop(_WANTED, None)
    mount = component("listening", *_SCRIPTS)
    mount(key=_KEY, data={"turn": turn, "address": address}, height=1)
