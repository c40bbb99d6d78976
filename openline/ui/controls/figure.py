"""One figure on a page: drawn in its place, and what was chosen in it."""

from typing import Any, Final

import plotly.graph_objects as go
import streamlit as st

from openline.record.hidden import visible
from openline.ui.markup.sheet import reserved
from openline.ui.markup.text import draw

_CONFIG: Final = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
}


def chosen_datum(key: str) -> Any:
    """Return what the mark that was chosen in a figure stands for, None where none was.

    Streamlit gives a mark's data as it is, or in lists of one.
    """
    points = st.session_state[key].selection.points
    data: Any = points[0].get("customdata") if points else None
    while isinstance(data, (list, tuple)) and data:
        data = data[0]
    return data


def plain_chart(figure: go.Figure, key: str, height: int, alt: str, **more: Any) -> None:
    """Draw a figure in its reserved place; nothing follows a click unless `on_select` says."""
    draw(reserved(key, height))
    said = visible(alt)
    st.plotly_chart(figure, height=height, theme=None, key=key, config=_CONFIG, alt=said, **more)
