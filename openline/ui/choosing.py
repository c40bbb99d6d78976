"""What was chosen in a figure."""

from typing import Any

import streamlit as st

__all__ = ["chosen_datum"]


def chosen_datum(key: str) -> Any:
    """Return what the mark that was chosen in a figure stands for, None where none was.

    Streamlit gives a mark's data as it is, or in lists of one.
    """
    points = st.session_state[key].selection.points
    data: Any = points[0].get("customdata") if points else None
    while isinstance(data, (list, tuple)) and data:
        data = data[0]
    return data
