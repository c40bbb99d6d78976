"""The choice of how many years the figures on a time axis show."""

from typing import Final

import streamlit as st

from openline.ui.address import key_of

_RANGES: Final = {"3y": "3 yr", "10y": "10 yr", "25y": "25 yr", "all": "All"}


def range_control() -> None:
    """Draw the choice of years, which every page remembers."""
    st.segmented_control(
        "Years shown",
        list(_RANGES),
        format_func=_RANGES.__getitem__,
        required=True,
        key=key_of("range"),
        label_visibility="collapsed",
    )
