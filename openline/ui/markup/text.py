"""Text on a page: dressed by `openline.markup`; here it is drawn."""

from typing import Any

import pandas as pd
import streamlit as st
from streamlit.elements.lib.layout_utils import Width

from openline.markup.text import Markup, tag
from openline.record.hidden import visible


def draw(markup: Markup, width: Width = "stretch") -> None:
    """Draw markup on a page, where there is any; plain text is none, and is not accepted."""
    if markup:
        st.html(markup, width=width)


def by_hand(words: str) -> Markup:
    """Return words that say what can be done with the mouse, with a blank before them: they are
    not printed."""
    return tag("span", f" {words}", "ol-by-hand")


def visible_cells(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame as a table shows it: what cannot be seen is `�` in its texts."""
    copy = frame.copy(deep=False)
    for name in frame:
        if pd.api.types.is_string_dtype(frame[name].dtype):
            copy[name] = frame[name].map(_visible_cell)
    return copy


def _visible_cell(cell: Any) -> Any:
    return visible(cell) if isinstance(cell, str) else cell
