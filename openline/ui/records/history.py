"""The history of a saved record: its revisions, the changes in each, and the actions for them."""

from datetime import date
from typing import Final

import streamlit as st

from openline.formats.cells import visible_cells
from openline.markup.text import NOTHING, Markup, joined, tag
from openline.record.problems import Problem
from openline.sentences.runs import count
from openline.store.revisions import Hiding, Revision, SavedRecord
from openline.ui.controls.record_changes import changes, draw_changes
from openline.ui.data.answers import answered, read_revision, revisions_of
from openline.ui.data.saved import the_store
from openline.ui.markup.headings import section
from openline.ui.markup.notes import notes_html
from openline.ui.markup.text import draw
from openline.ui.records.actions import draw_actions, draw_told, revision_key
from openline.ui.records.saved_tables import history_table, saved_when

_ROW: Final = 30
_EDGE: Final = 36
_MOST_HEIGHT: Final = 336
_MOST_HIDINGS: Final = 4


def draw_history(item: SavedRecord, named: int | None, today: date) -> None:
    """Draw a record's revisions, the changes in the chosen one, and its actions. The `named` one
    is chosen unless the reader picks another."""
    revisions = revisions_of(item)
    title = f"History of {item.name}"
    words = f"{count(item.newest.number, 'revision')}, the newest first."
    if item.hidden:
        words += " The record is hidden: its links still work, but nothing can be saved to it."
    draw(section(title, words) + _hidings_html(item))
    if isinstance(revisions, Problem):
        draw(notes_html([revisions]))
        return
    _draw_table(revisions)
    number = _draw_choice(item.name, [revision.number for revision in revisions], named)
    revision = next(one for one in revisions if one.number == number)
    before = next((one for one in revisions if one.number == number - 1), None)
    _draw_changed(revision, before, today)
    draw_actions(item, revision)
    draw_told(item, today)


def _hidings_html(item: SavedRecord) -> Markup:
    """Return who hid the record or showed it again, the newest first."""
    hidings = answered(lambda: the_store().hidings(item.name))
    if isinstance(hidings, Problem):
        return NOTHING
    lines = map(hiding_words, hidings[:_MOST_HIDINGS])
    return joined(tag("div", line, "ol-how ol-hiding") for line in lines)


def hiding_words(hiding: Hiding) -> str:
    """Say who hid a record, or showed it again, and when."""
    did = "Hidden" if hiding.hidden else "Shown again"
    return f"{did} by {hiding.done_by} on {saved_when(hiding.done_at)}."


def _draw_table(revisions: tuple[Revision, ...]) -> None:
    table = visible_cells(history_table(revisions))
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


def _draw_choice(record: str, numbers: list[int], named: int | None) -> int:
    """Draw the field that chooses a revision, and return the chosen number."""
    key = revision_key(record)
    is_named = named in numbers and key not in st.session_state
    return st.selectbox(
        "Revision",
        numbers,
        index=numbers.index(named) if is_named and named is not None else 0,
        format_func=lambda one: f"Revision {one:,}",
        key=key,
        width=200,
    )


def _draw_changed(revision: Revision, before: Revision | None, today: date) -> None:
    after = read_revision(revision, today)
    if isinstance(after, Problem):
        draw(notes_html([after]))
        return
    if before is None:
        rows = count(len(after.observations), "row")
        words = f"The first revision: {rows} of {count(len(after.channels), 'channel')}."
        draw(tag("p", words, "ol-changes"))
        return
    earlier = read_revision(before, today)
    if isinstance(earlier, Problem):
        draw(notes_html([earlier]))
        return
    draw(tag("div", f"Compared with revision {before.number:,}", "ol-strong"))
    draw_changes(changes("history", earlier, after, today), "records_history_changes")
