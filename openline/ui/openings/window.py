"""The window of the page Openings: usual lengths to choose from, and any number of days."""

from typing import Final

import streamlit as st

from openline.record.dates import show_day
from openline.ui.address import key_of
from openline.ui.scene import Scene

CHOICES: Final = {30: "30 d", 90: "90 d", 365: "1 yr", 730: "2 yr", 1826: "5 yr"}
"""The usual windows in days, and what they are called."""
_KEY: Final = "ol_window_choice"
_MOST_DAYS: Final = 100_000


def draw_window(scene: Scene) -> None:
    """Draw the choice of how many days before the as-of day are looked at."""
    window = scene.view.window
    st.session_state[_KEY] = window if window in CHOICES else None
    st.segmented_control(
        f"Days before {show_day(scene.as_of)}",
        list(CHOICES),
        format_func=CHOICES.__getitem__,
        key=_KEY,
        on_change=_take_choice,
    )
    st.number_input(
        "Any number of days",
        min_value=0,
        max_value=_MOST_DAYS,
        step=1,
        key=key_of("window"),
        label_visibility="collapsed",
    )


def _take_choice() -> None:
    """Write a chosen length into the number, which the address follows."""
    chosen = st.session_state[_KEY]
    if chosen is not None:
        st.session_state[key_of("window")] = chosen
