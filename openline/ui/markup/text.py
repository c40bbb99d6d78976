"""Text on a page: `openline.markup` dresses it, this module draws it."""

import streamlit as st
from streamlit.elements.lib.layout_utils import Width

from openline.markup.text import Markup, tag


def draw(markup: Markup, width: Width = "stretch") -> None:
    """Draw markup on a page, if there is any; plain text is not markup, and is not accepted."""
    if markup:
        st.html(markup, width=width)


def by_hand(words: str) -> Markup:
    """Return words on what the mouse can do, after a blank; they are not printed."""
    return tag("span", f" {words}", "ol-by-hand")
