"""The history of a saved record: its revisions, what changed in each, and what can be done."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd
import streamlit as st

from openline.record.problems import Problem
from openline.sentences.records import size_words
from openline.sentences.runs import count
from openline.store.problems import StoreError
from openline.store.revisions import Revision, SavedRecord
from openline.ui.clock import moment
from openline.ui.newer import let_go
from openline.ui.notes import notes_html, problem_note
from openline.ui.pages_table import STATUS_PAGE
from openline.ui.records_changes import changes, draw_changes
from openline.ui.records_draft import Base, Draft, bring
from openline.ui.records_save import SAVER, proposed_name
from openline.ui.records_store import asked, record_of, revisions_of
from openline.ui.saved import forget_list, the_store
from openline.ui.text import escape, tag
from openline.view import RecordName

__all__ = ["draw_history", "history_table"]

_CHOICE: Final = "records_revision"
_TOLD: Final = "records_told"
_ROW: Final = 30
_EDGE: Final = 36
_MOST_HEIGHT: Final = 336
_UTC: Final = "%H:%M UTC"


@dataclass(frozen=True)
class _Told:
    record: str
    words: str
    is_problem: bool = False


def draw_history(item: SavedRecord, named: int | None, today: date) -> None:
    """Draw a record's revisions, what changed in the one that is chosen, and what can be done
    with it: the `named` one unless another is."""
    found = revisions_of(item)
    title = f"History of {item.name}"
    words = f"{count(item.newest.number, 'revision')}, the newest first."
    if item.hidden:
        words += " The record is hidden: its addresses work, and nothing is saved to it."
    head = tag("div", escape(title), "ol-heading ol-history-head", ' role="heading" aria-level="2"')
    st.html(head + tag("div", escape(words), "ol-how"))
    if isinstance(found, Problem):
        st.html(notes_html([found]))
        return
    _draw_told(item)
    _draw_table(found)
    numbers = [revision.number for revision in found]
    number = st.selectbox(
        "Revision",
        numbers,
        index=numbers.index(named) if named in numbers else 0,
        format_func=lambda one: f"Revision {one:,}",
        key=f"{_CHOICE}_{item.name}",
        width=200,
    )
    revision = next(one for one in found if one.number == number)
    before = next((one for one in found if one.number == number - 1), None)
    _draw_changed(revision, before, today)
    _draw_actions(item, revision)


def history_table(revisions: tuple[Revision, ...]) -> pd.DataFrame:
    """Return revisions as they are shown: `Revision, Saved, By, Note, Size, From`."""
    return pd.DataFrame(
        {
            "Revision": [one.number for one in revisions],
            "Saved": [_when(one) for one in revisions],
            "By": [one.saved_by for one in revisions],
            "Note": [one.note for one in revisions],
            "Size": [size_words(one.size) for one in revisions],
            "Made from": [f"revision {one.parent:,}" if one.parent else "" for one in revisions],
        }
    )


def _when(revision: Revision) -> str:
    moment_of = revision.saved_at
    return f"{moment_of.day} {moment_of:%b %Y}, {moment_of:{_UTC}}"


def _draw_table(revisions: tuple[Revision, ...]) -> None:
    table = history_table(revisions)
    st.dataframe(
        table,
        hide_index=True,
        row_height=_ROW,
        height=min(_ROW * len(table) + _EDGE, _MOST_HEIGHT),
        alt="The revisions of the record",
        column_config={
            "Revision": st.column_config.NumberColumn("Revision", width=80),
            "Note": st.column_config.TextColumn("Note", width=330),
        },
    )


def _draw_changed(revision: Revision, before: Revision | None, today: date) -> None:
    after = record_of(revision, today)
    if isinstance(after, Problem):
        st.html(notes_html([after]))
        return
    if before is None:
        rows = count(len(after.observations), "row")
        words = f"The first revision: {rows} of {count(len(after.channels), 'channel')}."
        st.html(tag("p", escape(words), "ol-changes"))
        return
    earlier = record_of(before, today)
    if isinstance(earlier, Problem):
        st.html(notes_html([earlier]))
        return
    st.html(tag("div", f"Against revision {before.number:,}", "ol-strong"))
    draw_changes(changes("history", earlier, after, today), "records_history_changes")


def _draw_actions(item: SavedRecord, revision: Revision) -> None:
    pinned = str(RecordName(item.name, revision.number))
    with st.container(key="records_actions", horizontal=True, vertical_alignment="center"):
        st.page_link(
            STATUS_PAGE.script,
            label=f"Open revision {revision.number:,}",
            query_params={"record": pinned},
        )
        _draw_downloads(item, revision)
        st.button("Work on it", key="records_work", on_click=_work_on, args=(revision,))
        if revision.number != item.newest.number and not item.hidden:
            st.button("Restore it", key="records_restore", on_click=_restore, args=(revision,))
        label = "Show it in the list again" if item.hidden else "Hide the record"
        st.button(label, key="records_hide", on_click=_hide, args=(item,))
    if revision.number != item.newest.number and not item.hidden:
        st.text_input("Who restores", key=SAVER, persist_state="session", width=300)


def _draw_downloads(item: SavedRecord, revision: Revision) -> None:
    store = asked(the_store)
    if isinstance(store, Problem):
        return
    name = f"{proposed_name(item.name)}-{revision.number}"
    st.download_button(
        "Download as read",
        lambda: store.bytes_of(item.name, revision.number),
        file_name=f"{name}.csv",
        mime="text/csv",
        on_click="ignore",
        key="records_get_read",
    )
    if revision.original_digest:
        st.download_button(
            "Download as uploaded",
            lambda: store.original_of(item.name, revision.number),
            file_name=f"{name}-uploaded",
            mime="application/octet-stream",
            on_click="ignore",
            key="records_get_original",
        )


def _draw_told(item: SavedRecord) -> None:
    told: _Told | None = st.session_state.get(_TOLD)
    if told is None or told.record != item.name:
        return
    style = "ol-note ol-warning" if told.is_problem else "ol-note"
    st.html(tag("p", escape(told.words), style, ' role="status"'))


def _work_on(revision: Revision) -> None:
    data = asked(lambda: the_store().bytes_of(revision.record, revision.number))
    if isinstance(data, Problem):
        _tell(revision.record, problem_note(data), is_problem=True)
        return
    base = Base(revision.record, revision.number, revision.digest)
    bring(Draft(f"{revision.record}.csv", data, data, base=base))


def _restore(revision: Revision) -> None:
    note = f"Revision {revision.number} restored."
    who = st.session_state.get(SAVER) or ""
    try:
        new = the_store().restore(revision.record, revision.number, who, note, now=moment())
    except StoreError as error:
        _tell(revision.record, problem_note(error.problem), is_problem=True)
        return
    forget_list()
    let_go()
    st.session_state.pop(f"{_CHOICE}_{revision.record}", None)
    words = (
        f"Revision {new.number:,} has these bytes already; nothing was added."
        if new.already_saved
        else f"Revision {revision.number:,} was saved again as revision {new.number:,}."
    )
    _tell(revision.record, words)


def _hide(item: SavedRecord) -> None:
    store = asked(the_store)
    if isinstance(store, Problem):
        _tell(item.name, problem_note(store), is_problem=True)
        return
    change = store.unhide if item.hidden else store.hide
    found = asked(lambda: change(item.name))
    if isinstance(found, Problem):
        _tell(item.name, problem_note(found), is_problem=True)
        return
    forget_list()
    words = "is in the list again" if item.hidden else "is hidden; its addresses go on working"
    _tell(item.name, f"“{item.name}” {words}.")


def _tell(record: str, words: str, *, is_problem: bool = False) -> None:
    st.session_state[_TOLD] = _Told(record, words, is_problem)
