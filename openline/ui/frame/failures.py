"""Failures: any exception of a page is caught here, logged with a number, and shown with it."""

from collections.abc import Callable

import streamlit as st

from openline.counts import drawing
from openline.settings import SettingError
from openline.ui.browser.media import note_reader
from openline.ui.data.turns import the_turns
from openline.ui.markup.sheet import style_sheet
from openline.ui.markup.text import draw as draw_markup
from openline.web.envelope import failure_number


def draw_safely(draw: Callable[[], None]) -> None:
    """Draw a page in its turn; if that fails, say so on the page and in the log."""
    try:
        turn = the_turns().turn(st.context.ip_address or "", note_reader())
        with turn, drawing(draw.__name__.removeprefix("draw_")):
            draw()
    except SettingError as error:
        _say(f"{error}. This is a setting of the board; tell whoever runs it.")
    except Exception:  # noqa: BLE001 - the edge: any failure of a page is reported here
        _say(
            "This page could not be drawn; that is a fault of the board, not of your view. "
            f"Reload it, or tell whoever runs the board the number {failure_number()}."
        )


def _say(words: str) -> None:
    """Show what failed, with the style, as the page may have failed before drawing it and would
    still say that it is loading."""
    draw_markup(style_sheet({}))
    st.error(words)
