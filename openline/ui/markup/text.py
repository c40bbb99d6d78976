"""Text on a page: dressed by `openline.markup`; here it is drawn."""

import streamlit as st
from streamlit.elements.lib.layout_utils import Width

from openline.markup.text import Markup, tag


def draw(markup: Markup, width: Width = "stretch") -> None:
    """Draw markup on a page, where there is any; plain text is none, and is not accepted."""
    if markup:
        st.html(markup, width=width)


def by_hand(words: str) -> Markup:
    """Return words that say what can be done with the mouse, with a blank before them: they are
    not printed."""
    return tag("span", f" {words}", "ol-by-hand")
