"""The sidebar: pages, what is looked at, and what can be taken away from it."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from openline.record.columns import CONFIRMED, INFERRED, KIND, LEVEL, PARTIES, REPORTED
from openline.record.dates import show_day
from openline.record.record import Record
from openline.sentences.runs import show_sides
from openline.ui.cache import bundled_name
from openline.ui.copying import copy_button
from openline.ui.file_names import file_name
from openline.ui.pages_table import PAGES, Page
from openline.ui.state import A_DAY, DAY_KEY, add_missing, key_of
from openline.view import BUNDLED, LATEST, TODAY, View

__all__ = ["draw_sidebar", "draw_takeaway", "pinned_link"]

_CONFIDENCES: Final = {
    INFERRED: "All rows",
    REPORTED: "Confirmed and reported",
    CONFIRMED: "Confirmed only",
}
_FIRST_DAY: Final = date(1, 1, 1)
_LAST_DAY: Final = date(9999, 12, 31)


def draw_sidebar(page: Page, view: View, record: Record | None, today: date) -> None:
    """Draw the sidebar's mark, links and widgets; `record` is None where there is no data."""
    with st.sidebar:
        st.html('<div class="ol-mark">Openline</div>')
        for other in PAGES:
            kept = view if other == page else view.for_other_page()
            st.page_link(other.script, label=other.title, query_params=kept.to_query())
        _draw_record(view)
        _draw_as_of(view, record, today)
        _draw_list("Parties", PARTIES, record, show_sides)
        _draw_list("Level", LEVEL, record)
        _draw_list("Kind", KIND, record)
        if view.channel:
            _draw_list("Channel", "channel", record)
        st.selectbox(
            "Confidence",
            list(_CONFIDENCES),
            format_func=_CONFIDENCES.__getitem__,
            key=key_of("confidence"),
        )
        st.number_input(
            "Days a state is carried",
            min_value=0,
            max_value=100_000,
            step=1,
            value=None,
            placeholder="No limit",
            key=key_of("carry"),
        )


def draw_takeaway(page: Page, view: View, as_of: date, data: Callable[[], bytes]) -> None:
    """Draw what can be taken from a view: a link that keeps its day, and its data."""
    link = pinned_link(page, view, as_of)
    with st.sidebar:
        with st.popover("Link to this view", width="stretch"):
            st.code(link, language=None, wrap_lines=True)
            copy_button(link)
        st.download_button(
            "Download data",
            data,
            file_name=file_name(page.title, "", view, as_of, ".csv"),
            mime="text/csv",
            on_click="ignore",
            width="stretch",
        )


def pinned_link(page: Page, view: View, as_of: date) -> str:
    """Return the whole address of a view on a page, with its day fixed."""
    here = (st.context.url or "").partition("?")[0].rstrip("/")
    base = here.removesuffix(f"/{page.path}") if page.path else here
    query = urlencode(view.fixed_on(as_of).to_query(), doseq=True)
    return f"{base}/{page.path}?{query}"


def _draw_record(view: View) -> None:
    names = list(dict.fromkeys([BUNDLED, view.record]))
    st.selectbox("Record", names, format_func=_record_name, key=key_of("record"))


def _record_name(name: str) -> str:
    return bundled_name() if name == BUNDLED else name


def _draw_as_of(view: View, record: Record | None, today: date) -> None:
    named = isinstance(view.asof, date)
    latest = f" ({show_day(record.latest_day(today))})" if record else ""
    words = {
        LATEST: f"Latest{latest}",
        TODAY: f"Today ({show_day(today)})",
        A_DAY: "Another day",
    }
    st.selectbox("As of", list(words), format_func=words.__getitem__, key=key_of("asof"))
    if named:
        st.date_input(
            "Day",
            min_value=_FIRST_DAY,
            max_value=_LAST_DAY,
            format="YYYY-MM-DD",
            key=DAY_KEY,
            label_visibility="collapsed",
        )


def _draw_list(
    label: str, column: str, record: Record | None, show: Callable[[str], str] = str
) -> None:
    known: Sequence[str] = []
    if record is not None:
        known = sorted(str(name) for name in record.channels[column].dropna().unique())
    placeholder = f"All {len(known)}" if column == PARTIES and known else "All"
    st.multiselect(
        label,
        add_missing(known, column),
        format_func=show,
        placeholder=placeholder,
        key=key_of(column),
    )
