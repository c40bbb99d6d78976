"""Pages of a long list or figure."""

from typing import Any

import streamlit as st

from openline.markup.text import tag
from openline.ui.address import key_of
from openline.ui.markup.notes import notes_html
from openline.ui.markup.text import draw
from openline.view.names import unknown_page
from openline.view.view import View


def shown_page(view: View, pages: int) -> int:
    """Return the page shown, out of `pages`; a note names one that does not exist."""
    problem = unknown_page(view, pages)
    if problem is not None:
        draw(notes_html([problem]))
    return min(view.page, pages)


def page_of(view: View, rows: int, size: int) -> tuple[slice, int]:
    """Return which of `rows` rows are on the page shown, with `size` rows per page, and the number
    of pages."""
    pages = max(1, -(-rows // size))
    page = shown_page(view, pages)
    return slice((page - 1) * size, page * size), pages


def draw_pages(pages: int, printed: View | None = None) -> None:
    """Draw the choice of pages, if there are several; where paper has only the page shown,
    `printed` is the view of it, and paper says so."""
    if pages > 1:
        if printed is not None:
            page = f"Page {min(printed.page, pages):,} of {pages:,}"
            words = f"{page} is printed; the address below leads to the others."
            draw(tag("div", words, "ol-print ol-muted ol-source"))
        with st.container(key="ol_pages"):
            draw_kept_pages(key_of("page"), pages)


def kept_page(key: str, pages: int) -> int:
    """Return the current page, out of `pages`, of a list that the session keeps, by the key of its
    choice."""
    return min(int(st.session_state.get(key, 1)), pages)


def draw_kept_pages(key: str, pages: int, **more: Any) -> None:
    """Draw the choice of pages of a list that the session keeps, if there are several."""
    if pages > 1:
        st.session_state[key] = kept_page(key, pages)
        st.pagination(pages, key=key, **more)
