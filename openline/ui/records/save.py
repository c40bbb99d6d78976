"""Save it: under a name, with a note, by somebody; what is stored with a revision besides its CSV
(the file as it came, and how it was read); and the links to what was saved."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from openline.intake.workbook import is_workbook
from openline.markup.text import tag
from openline.record.problems import Problem
from openline.sentences.problems import problem_note
from openline.sentences.records import ready_words, saved_sentence
from openline.settings import upload_limits
from openline.store.problems import NewerRevisionError, StoreError
from openline.store.revisions import Revision, Upload
from openline.ui.controls.following import open_page, show_place
from openline.ui.data.clock import moment
from openline.ui.data.saved import forget_list, the_store
from openline.ui.frame.newer_revision import let_go
from openline.ui.markup.headings import section
from openline.ui.markup.notes import notes_html
from openline.ui.markup.text import draw
from openline.ui.pages import STATUS_PAGE
from openline.ui.records.bar import Stage, Way, offer
from openline.ui.records.check import Checked, check
from openline.ui.records.draft import OUTCOME, Base, Draft, put_draft
from openline.ui.records.edits import all_edits, take_over
from openline.ui.records.links import draw_links
from openline.ui.records.name import (
    FIELDS,
    NOTE,
    SAVER,
    SUFFIX,
    draw_fields,
    name_problem,
    named_now,
)
from openline.ui.records.overwriting import draw_existing, same_name
from openline.view.view import View
from openline.web.source import Kept

_SHOWN: Final = "records_shown"
"""The name of the record and the expected revision when the button was last drawn."""
_MOST_EDITED: Final = 10_000
"""Edits are stored with a revision only up to this many rows."""


@dataclass(frozen=True)
class _Outcome:
    """The outcome of a save: a sentence, or a problem; and any newer revision that prevented it."""

    name: str
    turn: int
    sentence: str = ""
    problem: Problem | None = None
    newer: Revision | None = None


def draw_save(draft: Draft, now: Checked, kept: Kept, today: date) -> None:
    """Draw the fields of a save, what it would change, and the outcome of the last one."""
    draw(section("Save and share it", _how(kept)))
    name = draw_fields(draft)
    outcome: _Outcome | None = st.session_state.get(OUTCOME)
    existing = kept.find(name) if name.strip() else None
    newest = existing.newest if existing is not None else None
    if outcome is not None and outcome.newer is not None and _is_of(outcome, name):
        newest = outcome.newer
    expected = _expected(draft, name, newest, outcome)
    same = newest is not None and newest.digest == now.record.digest
    is_told = draft.base is not None and same_name(draft.base.record, name)
    if newest is not None and not same and not is_told:
        draw_existing(newest, draft.base, now, today)
    base = draft.base
    is_saved = base is not None and base.digest == now.record.digest
    if base is not None and is_saved and is_told:
        words = f"Revision {base.number:,} of “{base.record}” is saved."
        open_it = partial(open_page, STATUS_PAGE, View(record=base.record))
        offer(Way(Stage.SHARE, words, "Open it on the board", open_it))
    else:
        _offer_save(draft, now, name, expected, newest, today)
    if outcome is not None and _is_of(outcome, name) and (same or outcome.problem is not None):
        _draw_outcome(outcome)
    elif kept.problem is not None:
        draw(notes_html([kept.problem]))
    if base is not None and is_saved:
        draw_links(base)


def draw_refusal(draft: Draft) -> None:
    """Say why the last save was refused, if the file is no longer fit to be saved."""
    outcome: _Outcome | None = st.session_state.get(OUTCOME)
    if outcome is not None and outcome.problem is not None and _is_of(outcome, named_now(draft)):
        _draw_outcome(outcome)


def _how(kept: Kept) -> str:
    if kept.problem is not None:
        return "The store is not answering now; the file stays here, and can be downloaded above."
    return (
        "Give the record's name and your own. Every save is a new revision; "
        "none is ever overwritten."
    )


def _is_of(outcome: _Outcome, name: str) -> bool:
    return same_name(outcome.name, name)


def _expected(
    draft: Draft, name: str, newest: Revision | None, outcome: _Outcome | None
) -> int | None:
    """Return the revision that the saver has seen: the one from which the file was made, or the
    one whose differences the page shows."""
    if outcome is not None and outcome.newer is not None and _is_of(outcome, name):
        return outcome.newer.number
    if draft.base is not None and same_name(draft.base.record, name):
        return draft.base.number
    return newest.number if newest is not None else None


def _offer_save(
    draft: Draft,
    now: Checked,
    name: str,
    expected: int | None,
    newest: Revision | None,
    today: date,
) -> None:
    """Offer to save the file; the button itself is in the bar, below everything else.

    Whoever presses it has seen what the previous run of the page drew.
    """
    existing = _revision_seen(name)
    st.session_state[_SHOWN] = (name, expected)
    # The session keeps the callbacks of its buttons: this one holds the bytes, not the whole check.
    data = now.data

    def save() -> None:
        whole = check(data, draft.fault, today, upload_limits(), "before")
        outcome = _refused(draft, whole, name) or _save(draft, data, name, existing)
        st.session_state[OUTCOME] = outcome
        if outcome.problem is not None:
            show_place(SAVER if outcome.problem.code == "saver-missing" else FIELDS)
        st.rerun()

    number = newest.number + 1 if newest is not None else 1
    same = newest is not None and newest.digest == now.record.digest
    label = "Save" if number == 1 or same else f"Save as revision {number:,}"
    words = ready_words(name, st.session_state.get(SAVER) or "", len(now.problems))
    is_fit = not now.errors and name_problem(name) is None
    offer(Way(Stage.SAVE, words, label, key="records_save", when_pressed=save, disabled=not is_fit))


def _revision_seen(name: str) -> int | None:
    """Return which revision the saver had seen when the button was pressed.

    A name or row typed just before reaches the server together with the press. So the save uses
    the fields' present content, but never goes on top of a revision that the page had not yet
    shown.
    """
    drawn: tuple[str, int | None] | None = st.session_state.get(_SHOWN)
    return drawn[1] if drawn is not None and same_name(drawn[0], name) else None


def _refused(draft: Draft, whole: Checked, name: str) -> _Outcome | None:
    """Return why a file is not saved if its bytes, read whole, have errors; None if they have
    none. A check in parts is never trusted for a save. The page then shows these errors."""
    if not whole.errors:
        return None
    take_over(draft)
    return _Outcome(name, draft.turn, problem=whole.errors[0])


def _save(draft: Draft, data: bytes, name: str, expected: int | None) -> _Outcome:
    """Save, and return the outcome; whatever goes wrong, the file stays as it is."""
    changed = draft.edited(all_edits(draft))
    try:
        revision = the_store().save(
            name,
            data,
            st.session_state.get(SAVER) or "",
            st.session_state.get(NOTE) or "",
            expected,
            choices_of(changed),
            now=moment(),
            original=upload_of(draft),
        )
    except NewerRevisionError as error:
        forget_list()
        return _Outcome(name, draft.turn, problem=error.problem, newer=error.newest)
    except StoreError as error:
        return _Outcome(name, draft.turn, problem=error.problem)
    forget_list()
    let_go()
    base = Base(revision.record, revision.number, revision.digest)
    put_draft(replace(changed, base=base))
    words = saved_sentence(revision.record, revision.number, revision.already_saved)
    return _Outcome(name, draft.turn, sentence=words)


def _draw_outcome(outcome: _Outcome) -> None:
    if outcome.problem is None:
        draw(tag("p", outcome.sentence, "ol-note", role="status"))
        return
    words = problem_note(outcome.problem)
    draw(tag("p", words, "ol-note ol-warning", role="alert"))


def choices_of(draft: Draft) -> dict[str, object] | None:
    """Return the choices and edits to be saved with a file, None if there are none. Edits are
    stored only with a file as uploaded, and up to a number of rows."""
    kept = draft.choices.to_dict()
    if draft.sheet:
        kept["sheet"] = draft.sheet
    edits = draft.edits
    rows = len(edits.changed) + len(edits.added) + len(edits.removed)
    if draft.is_upload and 0 < rows <= _MOST_EDITED:
        kept["edits"] = edits.to_dict()
    return kept or None


def upload_of(draft: Draft) -> Upload | None:
    """Return the file as uploaded, under a name that tells its type."""
    if not draft.is_upload:
        return None
    kind = ".xlsx" if is_workbook(draft.original) else ".csv"
    name = draft.name if SUFFIX.search(draft.name) else f"{draft.name}{kind}"
    return Upload(name, draft.original)
