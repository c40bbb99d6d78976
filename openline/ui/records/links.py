"""The links to a saved record: one that follows it, and one that stays at a revision."""

from urllib.parse import urlencode

import streamlit as st

from openline.markup.text import Markup, tag
from openline.sentences.saved import record_link_words, revisions_title
from openline.ui.controls.page_links import board_address, copy_button
from openline.ui.markup.links import address, anchor_link
from openline.ui.markup.text import draw
from openline.ui.pages import COMPARE_PAGE, RECORDS_PAGE, WHAT_CHANGED
from openline.ui.records.draft import Base
from openline.view.record_name import RecordName
from openline.view.view import View


def draw_links(base: Base) -> None:
    """Draw the two links to a saved revision; the bar opens it."""
    pinned = str(RecordName(base.record, base.number))
    links = (
        ("Follows the newest revision", base.record, "newest"),
        (f"Stays with revision {base.number:,}", pinned, "pinned"),
    )
    with st.container(key="records_share"):
        for title, record, key in links:
            _draw_link(title, record_address(record), key)
        draw(tag("p", record_link_words(base.number), "ol-how"))
        if base.number > 1:
            draw(changed_link(base))


def changed_link(base: Base) -> Markup:
    """Return a link to what a saved revision changed in the previous one."""
    query = View(record=str(RecordName(base.record, base.number))).to_query()
    words = revisions_title(base.number - 1, base.number)
    return anchor_link(words, WHAT_CHANGED, address(COMPARE_PAGE.path, query))


def _draw_link(title: str, link: str, key: str) -> None:
    draw(tag("div", title, "ol-strong"))
    with st.container(key=f"records_link_{key}", horizontal=True):
        st.code(link, language=None, wrap_lines=True)
        with st.container(width=150):
            copy_button(link, f"records_copy_{key}")


def record_address(record: str) -> str:
    """Return the full address of Status for a record, given the record's name in addresses."""
    return f"{board_address(RECORDS_PAGE)}/?{urlencode({'record': record}, safe='@')}"
