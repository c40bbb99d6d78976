"""One figure on a page: drawn in its place, and what was chosen in it."""

from functools import partial
from typing import Any, Final

import plotly.graph_objects as go
import streamlit as st

from openline.record.hidden import visible
from openline.ui.markup.sheet import reserved
from openline.ui.markup.text import draw

_CHOSEN: Final = "openline_mark_chosen"
_CONFIG: Final = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
}


def plain_chart(figure: go.Figure, key: str, height: int, alt: str, **more: Any) -> None:
    """Draw a figure in its reserved place, in which nothing follows a click."""
    draw(reserved(key, height))
    said = visible(alt)
    st.plotly_chart(figure, height=height, theme=None, key=key, config=_CONFIG, alt=said, **more)


def choice_chart(figure: go.Figure, key: str, height: int, alt: str) -> None:
    """Draw a figure in its reserved place; what a mark that is clicked stands for is told by
    `chosen_mark` in the next run."""
    plain_chart(figure, key, height, alt, on_select=partial(_choose, key), selection_mode="points")


def chosen_mark() -> Any:
    """Return what the mark stands for that was chosen since the last run, once; None where none
    was: a channel's id, or in an overview the text of its parties."""
    return st.session_state.pop(_CHOSEN, None)


def _choose(key: str) -> None:
    """Keep the data of a mark, which Streamlit gives as they are, or in lists of one."""
    points = st.session_state[key].selection.points
    data: Any = points[0].get("customdata") if points else None
    while isinstance(data, (list, tuple)) and data:
        data = data[0]
    if data is not None:
        st.session_state[_CHOSEN] = data
