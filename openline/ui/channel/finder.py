"""A field in which one of many channels is found by typing."""

from functools import partial
from typing import Final

import streamlit as st

from openline.record.columns import CHANNEL, PARTIES
from openline.record.frames import Frame
from openline.sentences.runs import show_sides
from openline.ui.controls.following import open_channel
from openline.view.view import View

_KEY: Final = "openline_found_channel"
_LEAST: Final = 20
"""Fewer channels are seen at a glance."""
_WIDTH: Final = 480


def draw_finder(view: View, status: Frame) -> None:
    """Draw the field where there are many channels, `status` having a row for each; the one
    that is chosen is opened under the view."""
    if len(status) < _LEAST:
        return
    pairs = zip(status[PARTIES].map(show_sides), status[CHANNEL], strict=True)
    names = [", ".join(filter(None, pair)) for pair in pairs]
    st.selectbox(
        "Find a channel",
        range(len(names)),
        index=None,
        format_func=names.__getitem__,
        placeholder="Type a side or a name",
        key=_KEY,
        on_change=partial(_open, view, status),
        width=_WIDTH,
    )


def _open(view: View, status: Frame) -> None:
    """Let the browser open what was chosen, and empty the field for the next time."""
    chosen = st.session_state[_KEY]
    st.session_state[_KEY] = None
    if chosen is not None:
        row = status.iloc[chosen]
        open_channel(view, row[PARTIES], row[CHANNEL])
