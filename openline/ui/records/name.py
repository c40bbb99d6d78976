"""The fields of a save: the name, who saves, and a note."""

import re
from typing import Final

import streamlit as st

from openline.markup.text import tag
from openline.record.problems import Problem
from openline.sentences.problems import problem_note
from openline.store.names import MOST_NAME, MOST_NOTE, check_name, check_new_name, name_key
from openline.ui.data.answers import answered
from openline.ui.data.saved import listed_names
from openline.ui.markup.text import draw
from openline.ui.records.draft import Draft

FIELDS: Final = "records_fields"
"""The key of the place for these fields."""
SAVER: Final = "records_saver"
"""The key of the field that says who saves."""
NOTE: Final = "records_note"
"""The key of the field for a note."""
_NAME: Final = "records_name"
_NAME_OF: Final = "records_name_of"
_UNNAMED: Final = "Record"
SUFFIX: Final = re.compile(r"(?<=.)\.\w{1,5}$")
"""The end of a file's name that tells its type."""


def draw_fields(draft: Draft) -> str:
    """Draw the fields of a save; return the entered name."""
    if (name := named_now(draft)) != st.session_state.get(_NAME):
        st.session_state[_NAME] = name  # setting it each time would undo typing
    st.session_state[_NAME_OF] = draft.name
    with st.container(key=FIELDS, horizontal=True):
        name = st.text_input(
            "Name of the record", key=_NAME, max_chars=MOST_NAME, persist_state="session"
        )
        st.text_input("Your name", key=SAVER, max_chars=MOST_NAME, persist_state="session")
    st.text_input(
        "Note for those who follow it",
        key=NOTE,
        max_chars=MOST_NOTE,
        placeholder="What is new in it",
        persist_state="session",
    )
    problem = name_problem(name or "")
    if problem is not None:
        draw(tag("p", problem_note(problem), "ol-note ol-warning", role="alert"))
    return name or ""


def proposed_name(file: str) -> str:
    """Return a name for a record, suggested by a file's name.

    >>> proposed_name("gulf_lines (2).csv")
    'gulf_lines 2'
    """
    stem = SUFFIX.sub("", file)
    kept = "".join(letter if letter.isalnum() or letter in " -_." else " " for letter in stem)
    return " ".join(kept.split()).lstrip(" -_.")[:MOST_NAME].strip() or _UNNAMED


def named_now(draft: Draft) -> str:
    """Return the name under which the file would now be saved."""
    named = draft.base.record if draft.base else proposed_name(draft.name)
    if st.session_state.get(_NAME_OF) != draft.name:
        return named
    return str(st.session_state.get(_NAME, named))


def name_problem(name: str) -> Problem | None:
    """Return why a record cannot have this name, None if it can, or if no name is entered yet."""
    if not name.strip():
        return None
    problem = answered(lambda: _checked(name))
    return problem if isinstance(problem, Problem) else None


def _checked(name: str) -> str:
    clean, names = check_name(name), listed_names()
    if name_key(clean) not in map(name_key, names):
        check_new_name(clean, names)
    return clean
