"""Two revisions of a record side by side: the one shown and another."""

from typing import Final

import streamlit as st

from openline.markup.text import tag
from openline.record.dates import show_day
from openline.record.problems import Problem
from openline.sentences.saved import revisions_how, revisions_title
from openline.store.revisions import Revision
from openline.ui.address import key_of
from openline.ui.controls.record_changes import changes, draw_changes
from openline.ui.data.answers import answered, read_revision
from openline.ui.data.saved import the_store, told
from openline.ui.markup.headings import heading
from openline.ui.markup.notes import notes_html
from openline.ui.markup.text import draw
from openline.ui.pages import WHAT_CHANGED
from openline.ui.scene import Scene
from openline.view.names import unknown_against

_KEY: Final = "compare_revisions"
_CHOICE: Final = "compare_against"


def draw_revisions(scene: Scene) -> None:
    """Draw what differs between the shown revision of a saved record and another: by default the
    one before it, unless the view names one; nothing for a record of one revision."""
    shown, asked_for = scene.shown.revision, scene.view.against
    if shown is None:
        if asked_for is not None:
            _draw_notes(unknown_against(asked_for, None, 0))
        return
    revisions = answered(lambda: the_store().revisions(shown.record))
    if isinstance(revisions, Problem):
        _draw_notes(revisions)
        return
    others = {one.number: one for one in revisions if one.number != shown.number}
    if asked_for is not None and asked_for not in others:
        _draw_notes(unknown_against(asked_for, shown.number, revisions[0].number))
    if others:
        _draw_two(scene, shown, others)


def _draw_two(scene: Scene, shown: Revision, others: dict[int, Revision]) -> None:
    usual = _usual(shown, others)
    other = others.get(scene.view.against or usual, others[usual])
    first, second = sorted((shown, other), key=lambda one: one.number)
    title = heading(revisions_title(first.number, second.number))
    how = tag("div", revisions_how(told(other), is_first=other is first), "ol-how")
    draw(tag("div", title + how, "ol-list-title", id=WHAT_CHANGED))
    _draw_choice(others, other.number, usual)
    before = read_revision(first, scene.today)
    after = read_revision(second, scene.today)
    if isinstance(before, Problem):
        _draw_notes(before)
    elif isinstance(after, Problem):
        _draw_notes(after)
    else:
        draw_changes(changes(_KEY, before, after, scene.today), f"{_KEY}_rows")


def _usual(shown: Revision, others: dict[int, Revision]) -> int:
    """Return the number of the default: the revision before the shown one or, for the first, a
    later one."""
    return max((number for number in others if number < shown.number), default=min(others))


def _draw_choice(others: dict[int, Revision], number: int, usual: int) -> None:
    st.session_state[_CHOICE] = number
    st.selectbox(
        "Compare with",
        list(others),
        format_func=lambda one: f"Revision {one:,} of {show_day(others[one].saved_at.date())}",
        key=_CHOICE,
        on_change=_take_choice,
        args=(usual,),
        width=260,
    )


def _take_choice(usual: int) -> None:
    """Write the chosen revision into the view, which leaves out the default."""
    number = st.session_state[_CHOICE]
    st.session_state[key_of("against")] = None if number == usual else number


def _draw_notes(problem: Problem) -> None:
    draw(notes_html([problem]))
