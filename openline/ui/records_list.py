"""Saved records: the list of them, from which one is chosen to see its history."""

from dataclasses import replace
from datetime import date
from typing import Final

import pandas as pd
import streamlit as st

from openline.record.dates import show_day
from openline.record.problems import Problem
from openline.sentences.runs import count
from openline.store.names import name_key
from openline.store.revisions import SavedRecord
from openline.ui.notes import notes_html
from openline.ui.records_section import section
from openline.ui.records_store import Kept, record_of
from openline.ui.state import go_to
from openline.view import BUNDLED, RecordName, View

__all__ = ["chosen_record", "draw_list", "list_table", "named_revision"]

_TABLE: Final = "records_list"
_CHOSEN: Final = "records_list_chosen"
_HIDDEN: Final = "records_show_hidden"
_PAGE: Final = "records_list_page"
_ROW: Final = 30
_EDGE: Final = 36
_MOST: Final = 15
"""How many records are listed at once: of each the channels are counted."""


def draw_list(view: View, kept: Kept, today: date) -> SavedRecord | None:
    """Draw the list of saved records; return the one whose history is to be shown."""
    _follow(view, kept)
    chosen = chosen_record(view, kept)
    st.html(section("Saved records", _how(kept)))
    if kept.problem is not None:
        st.html(notes_html([kept.problem]))
    if any(item.hidden for item in kept.records):
        st.toggle("Hidden ones too", key=_HIDDEN, persist_state="session")
    records = kept.records if st.session_state.get(_HIDDEN) else kept.shown
    if records:
        _draw_table(records, chosen, today)
    return chosen


def chosen_record(view: View, kept: Kept) -> SavedRecord | None:
    """Return the saved record that an address names, None where it names none."""
    named = RecordName.read(view.record)
    if named is None or view.record == BUNDLED:
        return None
    return kept.find(named.name)


def named_revision(view: View) -> int | None:
    """Return the revision that an address holds to, None where it follows the newest."""
    named = RecordName.read(view.record)
    return named.revision if named else None


def list_table(records: tuple[SavedRecord, ...], channels: dict[str, int | None]) -> pd.DataFrame:
    """Return saved records as they are listed: `Name, Revision, Saved, By, Channels, Note`,
    and `Hidden` where one is; `channels` counts them by name."""
    frame = pd.DataFrame(
        {
            "Name": [item.name for item in records],
            "Revision": [item.newest.number for item in records],
            "Saved": [show_day(item.newest.saved_at.date()) for item in records],
            "By": [item.newest.saved_by for item in records],
            "Channels": pd.array([channels.get(item.name) for item in records], dtype="Int64"),
            "Note": [item.newest.note for item in records],
        }
    )
    if any(item.hidden for item in records):
        frame["Hidden"] = ["hidden" if item.hidden else "" for item in records]
    return frame


def _draw_table(records: tuple[SavedRecord, ...], chosen: SavedRecord | None, today: date) -> None:
    pages = -(-len(records) // _MOST)
    page = min(st.session_state.get(_PAGE, 1), pages)
    shown = records[(page - 1) * _MOST : page * _MOST]
    names = [item.name for item in shown]
    counted = {item.name: _channels(item, today) for item in shown}
    st.session_state[f"{_TABLE}_names"] = names
    st.dataframe(
        list_table(shown, counted),
        key=_TABLE,
        hide_index=True,
        row_height=_ROW,
        height=_ROW * len(shown) + _EDGE,
        on_select=_choose,
        selection_mode="single-row",
        alt="Saved records. Choosing a row shows its history.",
        column_config={
            "Name": st.column_config.TextColumn("Name", width=220),
            "Revision": st.column_config.NumberColumn("Revision", width=80),
            "Channels": st.column_config.NumberColumn("Channels", width=80),
            "Note": st.column_config.TextColumn("Note", width=330),
        },
    )
    if pages > 1:
        st.session_state[_PAGE] = page
        st.pagination(pages, key=_PAGE)


def _channels(item: SavedRecord, today: date) -> int | None:
    record = record_of(item.newest, today)
    return None if isinstance(record, Problem) else len(record.channels)


def _choose() -> None:
    rows = st.session_state[_TABLE].selection.rows
    names = st.session_state.get(f"{_TABLE}_names", [])
    if rows and rows[0] < len(names):
        st.session_state[_CHOSEN] = names[rows[0]]


def _follow(view: View, kept: Kept) -> None:
    """Go to the record that was chosen from the list since the last run."""
    name = st.session_state.pop(_CHOSEN, None)
    item = kept.find(name) if name else None
    if item is not None and name_key(view.record.partition("@")[0]) != name_key(item.name):
        go_to(replace(view, record=item.name))


def _how(kept: Kept) -> str:
    if not kept.records:
        return "None is saved yet." if kept.problem is None else "They cannot be listed now."
    hidden = len(kept.records) - len(kept.shown)
    more = f"; {count(hidden, 'hidden one', 'hidden ones')} not listed" if hidden else ""
    return f"{count(len(kept.shown), 'record')}{more}. Tick a row to see its history."
