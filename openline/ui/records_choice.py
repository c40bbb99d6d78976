"""Choosing what something of a file means: a row for each thing, and a button that applies it.

"Leave it" comes first in every row, what is proposed after it; one press chooses all that is
proposed, so that it can be looked at before it is applied.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import streamlit as st

from openline.intake.choices import Choices
from openline.record.hidden import visible
from openline.sentences.runs import count
from openline.ui.records_bar import Stage, Way, offer, ways_now
from openline.ui.records_draft import Draft, put_draft
from openline.ui.records_edits import take_over
from openline.ui.records_section import section
from openline.ui.text import escape, tag

__all__ = [
    "LEAVE",
    "SHOW",
    "Answers",
    "Asked",
    "choice_row",
    "cut",
    "draw_apply",
    "draw_asked",
    "draw_leave",
    "draw_more",
    "is_left",
    "question",
    "shown",
]

LEAVE: Final = "leave it"
"""What is chosen where nothing is: the file stays as it is."""
_OPTIONAL: Final = frozenset(
    {"encoding", "ends", "filled", "left_out", "misfits", "names", "sides"}
)
"""What is asked of a file that can be read without an answer."""
_SKIPPED: Final = _OPTIONAL | {"columns", "made"}
"""What the bar does not wait for where nothing of it is chosen or proposed."""
SHOW: Final = "Show the choice"
"""The button of the bar where only the analyst can say what holds."""
_PROPOSED: Final = "Choose what is proposed"
_LEFT: Final = "records_left"
_MOST_CHARACTERS: Final = 40
_MOST_SHOWN: Final = 3
_LABELS: Final[Mapping[str, tuple[str, str]]] = {
    "encoding": ("Read the text so", "how its text is written"),
    "misfits": ("Read the columns so", "what a column holds that has hardly any word"),
    "columns": ("Read the columns so", "which of its columns is which"),
    "left_out": ("Leave these rows out", "which rows are no observations"),
    "filled": ("Fill the cells so", "whether empty cells have the value above them"),
    "made": ("Make these columns", "what the columns are made of that it lacks"),
    "sides": ("Read the parties so", "which names are sides, and what they are called"),
    "names": ("Read the names so", "which names of channels are one"),
    "words": ("Read the words so", "what its words mean"),
    "ends": ("Read the ends so", "what the end of an interval is"),
}
_DATES_SO: Final = "Read the dates so"


@dataclass(frozen=True)
class Asked:
    """One thing of a file: its name, what is said about it, what can be chosen besides leaving
    it, and what of that is proposed. `key` is that of the field in the session, `label` what
    it is called for who cannot see it. `leave` is what leaving it means."""

    name: str
    about: str
    options: tuple[str, ...]
    key: str
    label: str
    proposal: str | None = None
    leave: str = LEAVE


@dataclass(frozen=True)
class Answers:
    """What is chosen of the things that are not left, by their keys; and what chooses all that
    is proposed, None where anything is chosen or nothing of that is left."""

    chosen: Mapping[str, str]
    propose: Callable[[], None] | None = None


@contextmanager
def question(title: str, how: str) -> Iterator[None]:
    """Draw what is asked of a file, and below it what the block draws. It is folded while an
    earlier question waits for its answer, so that one at a time is in view."""
    if any(way.stage is Stage.CHOOSE for way in ways_now()):
        with st.expander(title):
            st.html(tag("div", escape(how), "ol-how"))
            yield
        return
    st.html(section(title, how))
    yield


def draw_asked(asked: Sequence[Asked], what: str) -> Answers:
    """Draw some things of a file and the choice for each."""
    propose = _draw_propose(asked, what)
    found = {}
    for item in asked:
        rest = [own for own in item.options if own != item.proposal]
        options = [item.leave, *([item.proposal] if item.proposal else []), *rest]
        about = f"{item.about}; proposed: {item.proposal}" if item.proposal else item.about
        chosen = choice_row(item.name, about, options, item.key, item.label)
        if chosen != item.leave:
            found[item.key] = chosen
    return Answers(found, None if found else propose)


def is_left(draft: Draft, what: str) -> bool:
    """Tell whether what is asked about a file was left as it is, for good."""
    return (draft.file, what) in st.session_state.get(_LEFT, ())


def draw_leave(draft: Draft, what: str) -> None:
    """Draw the button that leaves as it is, for good, what is asked about a file."""

    def leave() -> None:
        st.session_state[_LEFT] = (*st.session_state.get(_LEFT, ()), (draft.file, what))

    st.button("Leave it so", key=f"records_leave_{what}", on_click=leave, type="tertiary")


def choice_row(name: str, about: str, options: Sequence[str], key: str, label: str) -> str:
    """Draw one thing of the file and the choice of what it means; return what is chosen."""
    with st.container(key=f"records_row_{key}", horizontal=True, vertical_alignment="center"):
        words = tag("span", escape(cut(name)), "ol-strong")
        st.html(words + tag("div", escape(about), "ol-muted ol-source"), width="stretch")
        found = st.selectbox(
            label,
            list(options),
            format_func=visible,
            key=f"records_{key}",
            label_visibility="collapsed",
            width=260,
        )
    return str(found)


def draw_more(more: int, noun: str, what: str) -> None:
    """Say how many things are not asked about, if any, and what becomes of them."""
    if more > 0:
        words = f"{count(more, noun)}: each {what}."
        st.html(tag("p", escape(words), "ol-how"))


def draw_apply(
    draft: Draft,
    change: Callable[[Choices], Choices],
    what: str,
    disabled: bool,
    propose: Callable[[], None] | None = None,
) -> None:
    """Draw the button that has a file read as chosen: `change` returns what is chosen then,
    given what was before. Where nothing is chosen yet the bar offers what is proposed."""

    def take() -> None:
        now = take_over(draft)
        put_draft(now.chosen(change(now.choices), is_guessed=False))

    dates = _DATES_SO, f"how the dates in “{what.removeprefix('dates_')}” are written"
    label, asked = _LABELS.get(what, dates)
    goes_on, act = (SHOW, None) if disabled else (label, take)
    if propose is not None:
        goes_on, act = _PROPOSED, propose
    if act is not None or what not in _SKIPPED:
        place = f"records_choice_{what}"
        offer(Way(Stage.CHOOSE, f"Choose {asked}.", goes_on, act, place=place))
    with st.container(key=f"records_ways_{what}", horizontal=True):
        st.button(label, key=f"records_apply_{what}", on_click=take, disabled=disabled)
        if what in _OPTIONAL:
            draw_leave(draft, what)


def shown(texts: Sequence[str]) -> str:
    """Return some values of a file as a row says them: `such as a, b, c`."""
    return f"such as {', '.join(map(cut, texts[:_MOST_SHOWN]))}" if texts else "without content"


def cut(text: str) -> str:
    """Return text on one line and no longer than a row of choices has room for."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _MOST_CHARACTERS else f"{plain[: _MOST_CHARACTERS - 1]}…"


def _draw_propose(asked: Sequence[Asked], what: str) -> Callable[[], None] | None:
    """Draw the button that chooses all that is proposed, where something is left; return what
    it does."""
    proposed = {f"records_{item.key}": item for item in asked if item.proposal}
    left = {
        key: item.proposal
        for key, item in proposed.items()
        if st.session_state.get(key, item.leave) == item.leave
    }

    def choose() -> None:
        for key, proposal in left.items():
            st.session_state[key] = proposal

    if not proposed:
        return None
    many = f" ({len(proposed):,})" if len(proposed) > 1 else ""
    label = f"{_PROPOSED}{many}"
    # It stays where it is once all is chosen, so that nothing below it moves under the pointer.
    st.button(label, key=f"records_propose_{what}", on_click=choose, disabled=not left)
    return choose if left else None
