"""Actions on a revision of a saved record: open, download, work on, restore or hide it."""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Final

import streamlit as st

from openline.markup.text import tag
from openline.record.problems import Problem
from openline.sentences.problems import problem_note
from openline.settings import upload_limits
from openline.store.names import MOST_NAME
from openline.store.problems import NewerRevisionError, StoreError
from openline.store.revisions import Revision, SavedRecord
from openline.ui.controls.record_changes import changes, draw_changes
from openline.ui.data.answers import answered, read_revision
from openline.ui.data.clock import moment
from openline.ui.data.saved import forget_list, the_store
from openline.ui.frame.newer_revision import let_go
from openline.ui.markup.text import draw
from openline.ui.pages import STATUS_PAGE
from openline.ui.records.draft import bring
from openline.ui.records.name import SAVER, proposed_name
from openline.ui.records.offers import reopened
from openline.view.record_name import RecordName

_TOLD: Final = "records_told"
_ACTOR: Final = "records_actor"
_TYPES: Final = {
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".txt": "text/plain",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_ANY_TYPE: Final = "application/octet-stream"
_AS_IT_IS: Final = (
    "Downloads contain every byte as it was saved, including characters that the board shows as � "
    "and anything that a spreadsheet would take for a formula."
)


@dataclass(frozen=True)
class _Outcome:
    """The outcome of a button: words; and, if a newer revision stood in the way, the known
    revision and the newer one."""

    record: str
    words: str
    is_problem: bool = False
    known: Revision | None = None
    newer: Revision | None = None


def draw_told(item: SavedRecord, today: date) -> None:
    """Draw the outcome of the last button pressed."""
    outcome: _Outcome | None = st.session_state.get(_TOLD)
    if outcome is None or outcome.record != item.name:
        return
    style = "ol-note ol-warning" if outcome.is_problem else "ol-note"
    draw(tag("p", outcome.words, style, role="alert" if outcome.is_problem else "status"))
    if outcome.known is None or outcome.newer is None:
        return
    before, after = read_revision(outcome.known, today), read_revision(outcome.newer, today)
    if not isinstance(before, Problem) and not isinstance(after, Problem):
        seen, newer = outcome.known.number, outcome.newer.number
        words = f"Between revision {seen:,}, which you saw, and {newer:,}:"
        draw(tag("div", words, "ol-strong"))
        draw_changes(changes("refused", before, after, today), "records_refused_changes")


def draw_actions(item: SavedRecord, revision: Revision) -> None:
    """Draw the actions for a revision and for its record."""
    pinned = str(RecordName(item.name, revision.number))
    with st.container(key="records_actions", horizontal=True, vertical_alignment="center"):
        st.page_link(
            STATUS_PAGE.script,
            label=f"Open revision {revision.number:,}",
            query_params={"record": pinned},
        )
        _draw_downloads(item, revision)
        st.button("Work on it", key="records_work", on_click=_work_on, args=(revision,))
    draw(tag("div", _AS_IT_IS, "ol-how"))
    with st.container(key="records_acts", horizontal=True, vertical_alignment="bottom"):
        _draw_actor()
        if revision.number != item.newest.number and not item.hidden:
            st.button(
                f"Restore revision {revision.number:,}",
                key="records_restore",
                on_click=_restore,
                args=(revision, item.newest),
            )
        label = "Show the record in the list again" if item.hidden else "Hide the record"
        st.button(label, key="records_hide", on_click=_hide, args=(item,))


def original_file(revision: Revision) -> tuple[str, str]:
    """Return the name and type for downloading a file as it was uploaded."""
    fallback = f"{proposed_name(revision.record)}-{revision.number}-uploaded"
    name = revision.original_name or fallback
    return name, _TYPES.get(PurePath(name).suffix.lower(), _ANY_TYPE)


def revision_key(record: str) -> str:
    """Return the key of the field that chooses a revision of a record."""
    return f"records_revision_{record}"


def _draw_actor() -> None:
    """Draw the field for who acts: by default the name given for saving on this page."""
    if _ACTOR not in st.session_state:
        st.session_state[_ACTOR] = st.session_state.get(SAVER) or ""
    st.text_input(
        "Your name, for the history",
        key=_ACTOR,
        max_chars=MOST_NAME,
        persist_state="session",
        width=260,
    )


def _draw_downloads(item: SavedRecord, revision: Revision) -> None:
    store = answered(the_store)
    if isinstance(store, Problem):
        return
    st.download_button(
        "Download as read",
        lambda: store.bytes_of(item.name, revision.number),
        file_name=f"{proposed_name(item.name)}-{revision.number}.csv",
        mime="text/csv",
        on_click="ignore",
        key="records_get_read",
    )
    if revision.original_digest:
        name, kind = original_file(revision)
        st.download_button(
            "Download as uploaded",
            lambda: store.original_of(item.name, revision.number),
            file_name=name,
            mime=kind,
            on_click="ignore",
            key="records_get_original",
        )


def _work_on(revision: Revision) -> None:
    draft = reopened(revision, upload_limits())
    if isinstance(draft, Problem):
        _tell(_Outcome(revision.record, problem_note(draft), is_problem=True))
        return
    bring(draft)


def _restore(revision: Revision, seen: Revision) -> None:
    """Restore a revision on top of the one that the reader saw as the newest."""
    note = f"Revision {revision.number} restored."
    who, name = st.session_state.get(_ACTOR) or "", revision.record
    try:
        new = the_store().restore(name, revision.number, who, note, seen.number, now=moment())
    except NewerRevisionError as error:
        forget_list()
        _tell(_Outcome(name, _refused(error.newest), True, seen, error.newest))
        return
    except StoreError as error:
        _tell(_Outcome(name, problem_note(error.problem), is_problem=True))
        return
    forget_list()
    let_go()
    st.session_state[revision_key(name)] = new.number
    words = (
        f"Revision {new.number:,} is already this file; nothing was added."
        if new.already_saved
        else f"Revision {revision.number:,} was saved again as revision {new.number:,}."
    )
    _tell(_Outcome(name, words))


def _refused(newest: Revision) -> str:
    return (
        f"Nothing was restored: “{newest.record}” has a newer revision, {newest.number:,}, saved "
        f"by {newest.saved_by} since you looked. See what changed in it; press again to restore on "
        "top of it."
    )


def _hide(item: SavedRecord) -> None:
    problem = answered(lambda: _change_hidden(item))
    if isinstance(problem, Problem):
        _tell(_Outcome(item.name, problem_note(problem), is_problem=True))
        return
    forget_list()
    words = "is in the list again" if item.hidden else "is hidden; its addresses still work"
    _tell(_Outcome(item.name, f"“{item.name}” {words}."))


def _change_hidden(item: SavedRecord) -> None:
    store, who = the_store(), st.session_state.get(_ACTOR) or ""
    (store.unhide if item.hidden else store.hide)(item.name, who, now=moment())


def _tell(outcome: _Outcome) -> None:
    st.session_state[_TOLD] = outcome
