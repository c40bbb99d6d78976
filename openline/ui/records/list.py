"""Saved records: the list of them; a click on one shows its history beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

import streamlit as st

from openline.markup.tables import heads_of, table_of
from openline.markup.text import Markup, tag
from openline.record.dates import show_day
from openline.record.problems import Problem
from openline.sentences.runs import count
from openline.store.revisions import SavedRecord
from openline.ui.controls.paging import draw_kept_pages, kept_page
from openline.ui.data.answers import read_revision
from openline.ui.markup.headings import section
from openline.ui.markup.links import view_link
from openline.ui.markup.notes import notes_html
from openline.ui.markup.text import draw
from openline.ui.pages import RECORDS_PAGE, STATUS_PAGE
from openline.view.parameters import BUNDLED
from openline.view.record_name import RecordName
from openline.view.view import View
from openline.web.source import Kept

_HIDDEN: Final = "records_show_hidden"
_PAGE: Final = "records_list_page"
_MOST: Final = 15
"""How many records are listed at a time, since each one's channels are counted."""


def draw_list(view: View, kept: Kept, today: date) -> None:
    """Draw the list of saved records."""
    chosen = chosen_record(view, kept)
    draw(section("Saved records", _how(kept)))
    if kept.problem is not None:
        draw(notes_html([kept.problem]))
    if any(item.hidden for item in kept.records):
        st.toggle("Include hidden", key=_HIDDEN, persist_state="session")
    records = kept.records if st.session_state.get(_HIDDEN) else kept.shown
    if records:
        _draw_table(records, chosen, view, today)


def chosen_record(view: View, kept: Kept) -> SavedRecord | None:
    """Return the saved record that an address names, None if it names none."""
    named = RecordName.read(view.record)
    if named is None or view.record == BUNDLED:
        return None
    return kept.find(named.name)


def named_revision(view: View) -> int | None:
    """Return the revision that an address is pinned to, None if it follows the newest."""
    named = RecordName.read(view.record)
    return named.revision if named else None


def list_html(
    records: Sequence[SavedRecord], channels: Mapping[str, int | None], view: View, chosen: str
) -> Markup:
    """Return saved records as a table: a name links to the history of its record, under the same
    view, and the `chosen` one is marked."""
    heads = heads_of(("Name", "Channels", "Newest revision", ""))
    body = (_row(item, channels.get(item.name), view, chosen) for item in records)
    return table_of(heads, body, "ol-records-list")


def _row(item: SavedRecord, channels: int | None, view: View, chosen: str) -> Markup:
    newest, own = item.newest, replace(view.for_other_page(), record=item.name)
    name = view_link(item.name, RECORDS_PAGE.path, own)
    name += tag("span", ", hidden", "ol-muted") if item.hidden else ""
    note = tag("div", newest.note, "ol-muted ol-source") if newest.note else ""
    saved = f"{show_day(newest.saved_at.date())}, by {newest.saved_by}"
    cells = (
        tag("td", (tag("span", name, "ol-strong"), note)),
        tag("td", "" if channels is None else f"{channels:,}", "ol-figure"),
        tag("td", (f"{newest.number:,}", tag("div", saved, "ol-muted ol-source"))),
        tag("td", view_link("Open", STATUS_PAGE.path, own), "ol-figure"),
    )
    here = item.name == chosen
    return tag("tr", cells, "ol-now" if here else "", aria_current=here and "true")


def _draw_table(
    records: tuple[SavedRecord, ...], chosen: SavedRecord | None, view: View, today: date
) -> None:
    pages = -(-len(records) // _MOST)
    page = kept_page(_PAGE, pages)
    of_page = records[(page - 1) * _MOST : page * _MOST]
    counted = {item.name: _channels(item, today) for item in of_page}
    draw(list_html(of_page, counted, view, chosen.name if chosen else ""))
    draw_kept_pages(_PAGE, pages)


def _channels(item: SavedRecord, today: date) -> int | None:
    record = read_revision(item.newest, today)
    return None if isinstance(record, Problem) else len(record.channels)


def _how(kept: Kept) -> str:
    if not kept.records:
        return "None saved yet." if kept.problem is None else "The list is not available now."
    hidden = len(kept.records) - len(kept.shown)
    more = f"; {count(hidden, 'hidden one', 'hidden ones')} not listed" if hidden else ""
    return f"{count(len(kept.shown), 'record')}{more}. Click a name for its history."
