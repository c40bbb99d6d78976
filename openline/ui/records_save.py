"""Save it: under a name, with a note, by somebody; and the links to what was saved."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final, Literal

import streamlit as st

from openline.record.problems import Problem
from openline.sentences.records import saved_sentence
from openline.sentences.runs import count
from openline.settings import upload_limits
from openline.store.names import MOST_NAME, MOST_NOTE, check_name
from openline.store.problems import NewerRevisionError, StoreError
from openline.store.revisions import Revision
from openline.ui.clock import moment
from openline.ui.newer import let_go
from openline.ui.notes import notes_html, problem_note
from openline.ui.records_check import Checked, check
from openline.ui.records_draft import OUTCOME, Base, Draft, choices_of, put_draft, upload_of
from openline.ui.records_edits import all_edits, take_over
from openline.ui.records_links import draw_links
from openline.ui.records_over import draw_existing, same_name
from openline.ui.records_section import section
from openline.ui.records_store import Kept, asked
from openline.ui.saved import forget_list, the_store
from openline.ui.text import escape, tag

__all__ = ["SAVER", "draw_save", "name_problem", "named_now", "propose", "proposed_name"]

SAVER: Final = "records_saver"
"""The key of the field that says who saves."""
_NAME: Final = "records_name"
_NAME_OF: Final = "records_name_of"
_NOTE: Final = "records_note"
_UNNAMED: Final = "Record"
_SHOWN: Final = "records_shown"
"""The name of the record and the expected revision for which the button was drawn last."""
_SUFFIX: Final = re.compile(r"(?<=.)\.\w{1,5}$")


@dataclass(frozen=True)
class _Outcome:
    """What came of a save: a sentence, or a problem; and the newer revision that stood in
    its way."""

    name: str
    turn: int
    sentence: str = ""
    problem: Problem | None = None
    newer: Revision | None = None


def draw_save(draft: Draft, now: Checked, kept: Kept, today: date) -> None:
    """Draw the fields of a save, what it would change, and what came of the last one."""
    st.html(section("Save and share it", _how(now, kept)))
    name = _draw_fields(draft)
    outcome: _Outcome | None = st.session_state.get(OUTCOME)
    known = kept.find(name) if name.strip() else None
    newest = known.newest if known is not None else None
    if outcome is not None and outcome.newer is not None and _is_of(outcome, name):
        newest = outcome.newer
    expected = _expected(draft, name, newest, outcome)
    same = newest is not None and newest.digest == now.record.digest
    if newest is not None and not same:
        draw_existing(newest, draft.base, now, today)
    whole = partial(check, now.data, draft.fault, today, upload_limits(), "before")
    _draw_button(draft, now, name, expected, newest, whole)
    if outcome is not None and _is_of(outcome, name) and (same or outcome.problem is not None):
        _draw_outcome(outcome)
    elif kept.problem is not None:
        st.html(notes_html([kept.problem]))
    base = draft.base
    if base is not None and base.digest == now.record.digest and not now.errors:
        draw_links(base)


def proposed_name(file: str) -> str:
    """Return a name for a record that a file's name suggests.

    >>> proposed_name("gulf_lines (2).csv")
    'gulf_lines 2'
    """
    stem = _SUFFIX.sub("", file)
    kept = "".join(letter if letter.isalnum() or letter in " -_." else " " for letter in stem)
    return " ".join(kept.split()).lstrip(" -_.")[:MOST_NAME].strip() or _UNNAMED


def named_now(draft: Draft) -> str:
    """Return the name under which the file would be saved by now."""
    named = draft.base.record if draft.base else proposed_name(draft.name)
    if st.session_state.get(_NAME_OF) != draft.name:
        return named
    return str(st.session_state.get(_NAME, named))


def name_problem(name: str) -> Problem | None:
    """Return why no record may have a name, None where one may, or none is written yet."""
    if not name.strip():
        return None
    found = asked(lambda: check_name(name))
    return found if isinstance(found, Problem) else None


def propose(draft: Draft, name: str) -> None:
    """Propose another name for a file, unless one was written already."""
    if draft.base is None and named_now(draft) == proposed_name(draft.name):
        st.session_state[_NAME_OF] = draft.name
        st.session_state[_NAME] = name


def _how(now: Checked, kept: Kept) -> str:
    if now.errors:
        return f"Not yet: {count(len(now.errors), 'error')} first. What you write here stays."
    if kept.problem is not None:
        return "The store does not answer now; the file stays here, and can be downloaded above."
    return (
        "Next: give it a name and say who saves it. Every save is a revision of its own, "
        "and none is ever overwritten."
    )


def _draw_fields(draft: Draft) -> str:
    if (name := named_now(draft)) != st.session_state.get(_NAME):
        st.session_state[_NAME] = name  # to set what stands there would undo what is being typed
    st.session_state[_NAME_OF] = draft.name
    with st.container(key="records_fields", horizontal=True):
        name = st.text_input(
            "Name of the record", key=_NAME, max_chars=MOST_NAME, persist_state="session"
        )
        st.text_input("Who saves", key=SAVER, max_chars=MOST_NAME, persist_state="session")
    st.text_input(
        "Note for those who follow it",
        key=_NOTE,
        max_chars=MOST_NOTE,
        placeholder="What is new in it",
        persist_state="session",
    )
    problem = name_problem(name or "")
    if problem is not None:
        st.html(tag("p", escape(problem_note(problem)), "ol-note ol-warning", ' role="alert"'))
    return name or ""


def _is_of(outcome: _Outcome, name: str) -> bool:
    return same_name(outcome.name, name)


def _expected(
    draft: Draft, name: str, newest: Revision | None, outcome: _Outcome | None
) -> int | None:
    """Return which revision the saver knows: the one that the file was made from, else the
    one whose differences stand on the page."""
    if outcome is not None and outcome.newer is not None and _is_of(outcome, name):
        return outcome.newer.number
    if draft.base is not None and same_name(draft.base.record, name):
        return draft.base.number
    return newest.number if newest is not None else None


def _draw_button(
    draft: Draft,
    now: Checked,
    name: str,
    expected: int | None,
    newest: Revision | None,
    whole: Callable[[], Checked],
) -> None:
    number = newest.number + 1 if newest is not None else 1
    same = newest is not None and newest.digest == now.record.digest
    label = "Save" if number == 1 or same else f"Save as revision {number:,}"
    kind: Literal["primary", "secondary"] = "secondary" if same else "primary"
    disabled = bool(now.errors) or not name.strip() or name_problem(name) is not None
    pressed = st.button(label, key="records_save", disabled=disabled, type=kind)
    if pressed and not disabled:
        refused = _refused(draft, whole(), name)
        known = _known(name)
        st.session_state[OUTCOME] = refused or _save(draft, now, name, known)
        st.rerun()
    st.session_state[_SHOWN] = (name, expected)


def _known(name: str) -> int | None:
    """Return which revision the saver had seen when the button was pressed.

    A name or a row that was written just before reaches the server together with the press:
    so the save is made with what the fields say by now, and never on top of a revision that
    the page had not shown yet.
    """
    shown: tuple[str, int | None] | None = st.session_state.get(_SHOWN)
    return shown[1] if shown is not None and same_name(shown[0], name) else None


def _refused(draft: Draft, whole: Checked, name: str) -> _Outcome | None:
    """Return why a file is not saved whose bytes, read whole, have errors, None where they
    have none: what was checked in parts is never trusted with a save. The errors are then
    those of the page."""
    if not whole.errors:
        return None
    take_over(draft)
    return _Outcome(name, draft.turn, problem=whole.errors[0])


def _save(draft: Draft, now: Checked, name: str, expected: int | None) -> _Outcome:
    """Save, and return what came of it; whatever goes wrong, the file stays as it is."""
    changed = draft.edited(all_edits(draft))
    try:
        revision = the_store().save(
            name,
            now.data,
            st.session_state.get(SAVER) or "",
            st.session_state.get(_NOTE) or "",
            expected,
            choices_of(draft),
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
        st.html(tag("p", escape(outcome.sentence), "ol-note", ' role="status"'))
        return
    words = problem_note(outcome.problem)
    extra = ' role="alert"'
    st.html(tag("p", escape(words), "ol-note ol-warning", extra))
