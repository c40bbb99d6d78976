"""Choosing what something in a file means: one row per thing, and a button that applies the
choices.

"Leave it" comes first in every row. Nothing is preselected: the button names the proposals above
it, and one press chooses and applies them; another button only fills them in.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import reduce
from typing import Final, Generic, TypeVar

import streamlit as st

from openline.intake.choices import Choices
from openline.markup.text import tag
from openline.record.hidden import visible
from openline.record.problems import short
from openline.sentences.questions import apply_words, choose_words, said_of
from openline.sentences.runs import count
from openline.ui.markup.headings import section
from openline.ui.markup.text import draw
from openline.ui.records.bar import Stage, Way, offer, ways_now
from openline.ui.records.draft import Draft
from openline.ui.records.edits import choose

LEAVE: Final = "leave it"
"""The choice where nothing is chosen: the file stays as it is."""
_OPTIONAL: Final = {"encoding", "ends", "filled", "left_out", "misfits", "names", "sides", "spans"}
"""Questions about a file that can be read without an answer."""
_SKIPPED: Final = _OPTIONAL | {"columns", "made"}
"""Questions for which the bar does not wait if nothing is chosen or proposed."""
SHOW: Final = "Show the choice"
"""The bar's button if only the analyst can know the answer."""
_FILL_IN: Final = "Fill in the {:,} proposals"
_LEFT: Final = "records_left"
_TAKEN: Final = "records_take_proposed"
"""The turn of the file and the question whose answers are to be applied."""
_MOST_CHARACTERS: Final = 40
_MOST_SHOWN: Final = 3
_MOST_ASKED: Final = 40
_Meaning = TypeVar("_Meaning")


@dataclass(frozen=True)
class Choice(Generic[_Meaning]):
    """One thing in a file: its name, a remark on it, its possible meanings besides leaving it (in
    words, each with what it means), and which of them is proposed. `key` is the field's key in the
    session, `label` its name for screen readers. `leave` is what leaving it means."""

    name: str
    about: str
    options: Mapping[str, _Meaning]
    key: str
    label: str
    proposal: str | None = None
    leave: str = LEAVE


@dataclass(frozen=True)
class Answers(Generic[_Meaning]):
    """The meanings chosen for things that are not left, by their keys; the proposals, by the
    things' names, while nothing is chosen; a function that chooses all proposals; and how many
    things have neither an answer nor a proposal."""

    chosen: Mapping[str, _Meaning]
    proposed: Mapping[str, str] = field(default_factory=dict)
    propose: Callable[[], None] | None = None
    needed: int = 0


@contextmanager
def question(title: str, how: str) -> Iterator[None]:
    """Draw the heading of a question about a file, and below it what the block draws. It is folded
    while an earlier question waits for its answer, so that only one at a time is in view."""
    if any(way.stage is Stage.CHOOSE for way in ways_now()):
        with st.expander(title):
            draw(tag("div", how, "ol-how"))
            yield
        return
    draw(section(title, how))
    yield


def draw_question(
    draft: Draft,
    what: str,
    words: tuple[str, str],
    asked: Sequence[Choice[Choices]],
    draw_more: Callable[[Choices], Choices] | None = None,
    noun: str = "",
) -> None:
    """Draw a question whose answers are choices, unless there is nothing to ask or it was left.
    `words` are its title and how to answer it; the rest is as in `draw_choices`."""
    if asked and not is_left(draft, what):
        with question(*words):
            draw_choices(draft, what, asked, draw_more, noun)


def draw_choices(
    draft: Draft,
    what: str,
    asked: Sequence[Choice[Choices]],
    draw_more: Callable[[Choices], Choices] | None = None,
    noun: str = "",
) -> None:
    """Draw some things in a file, the choice for each, and the button that applies them.
    `draw_more` draws what comes below them and adds its own choices. If a `noun` names the things,
    only the first of many are asked about."""
    answers = draw_asked(asked[:_MOST_ASKED] if noun else asked, what)
    draw_rest(len(asked) - _MOST_ASKED if noun else 0, noun, "can be chosen after these")
    more = reduce(Choices.joined, answers.chosen.values(), Choices())
    more = draw_more(more) if draw_more else more
    draw_apply(draft, lambda known: known.joined(more), what, more == Choices(), answers)


def draw_asked(asked: Sequence[Choice[_Meaning]], what: str) -> Answers[_Meaning]:
    """Draw some things in a file and the choice for each."""
    propose = _draw_propose(asked, what)
    answers = {}
    for item in asked:
        rest = [own for own in item.options if own != item.proposal]
        options = [item.leave, *([item.proposal] if item.proposal else []), *rest]
        about = f"{item.about}; proposed: {item.proposal}" if item.proposal else item.about
        chosen = choice_row(item.name, about, options, item.key, item.label)
        if chosen != item.leave:
            answers[item.key] = item.options[chosen]
    needed = sum(not item.proposal and item.key not in answers for item in asked)
    if answers or propose is None:
        return Answers(answers, needed=needed)
    proposed = {item.name: item.proposal for item in asked if item.proposal}
    return Answers(answers, proposed, propose, needed)


def is_left(draft: Draft, what: str) -> bool:
    """Tell whether a question about a file was left for good."""
    return (draft.file, what) in st.session_state.get(_LEFT, ())


def draw_leave(draft: Draft, what: str, label: str = "Leave it as it is") -> None:
    """Draw the button that leaves a question about a file for good."""

    def leave() -> None:
        st.session_state[_LEFT] = (*st.session_state.get(_LEFT, ()), (draft.file, what))

    st.button(label, key=f"records_leave_{what}", on_click=leave, type="tertiary")


def choice_row(name: str, about: str, options: Sequence[str], key: str, label: str) -> str:
    """Draw one thing in the file and the choice of its meaning; return the chosen option."""
    with st.container(key=f"records_row_{key}", horizontal=True, vertical_alignment="center"):
        words = tag("span", clipped(name), "ol-strong")
        draw(words + tag("div", about, "ol-muted ol-source"))
        chosen = st.selectbox(
            label,
            list(options),
            format_func=visible,
            key=f"records_{key}",
            label_visibility="collapsed",
            width=260,
        )
    return str(chosen)


def draw_rest(more: int, noun: str, what: str) -> None:
    """Say how many things are not asked about, if any, and what happens to them."""
    if more > 0:
        words = f"{count(more, noun)}: each {what}."
        draw(tag("p", words, "ol-how"))


def draw_apply(
    draft: Draft,
    change: Callable[[Choices], Choices],
    what: str,
    disabled: bool,
    answers: Answers[_Meaning],
    words: tuple[str, str] = ("", ""),
) -> None:
    """Draw the button that applies the choices to a file. `change` returns the new choices, given
    those before. While nothing is chosen it also chooses the proposals. The bar offers the same
    button. `words` replace the usual labels for applying and for leaving."""

    def take() -> None:
        # The next run applies it: a choice may have been made after this run was drawn.
        if answers.propose is not None:
            answers.propose()
        st.session_state[_TAKEN] = draft.turn, what

    if _is_taken(draft, what) and not disabled:
        choose(draft, change, is_guessed=False)
        st.rerun()
    said = said_of(what)
    proposed = [f"{clipped(name)} → {option}" for name, option in answers.proposed.items()]
    own, leave = words
    label = own or (apply_words(said, len(answers.proposed)) if answers.proposed else said.label)
    act = take if answers.proposed or not disabled else None
    if what != "encoding" and (act is not None or what not in _SKIPPED):
        place = f"records_choice_{what}"
        sentence = choose_words(said, proposed, answers.needed)
        asks = said.of if what not in _SKIPPED or answers.proposed else ""
        offer(Way(Stage.CHOOSE, sentence, label if act else SHOW, act, place=place, asks=asks))
    with st.container(key=f"records_ways_{what}", horizontal=True):
        st.button(label, key=f"records_apply_{what}", on_click=act, disabled=act is None)
        if what in _OPTIONAL or leave:
            draw_leave(draft, what, *filter(None, [leave]))


def shown(texts: Sequence[str]) -> str:
    """Return examples of a file's values for a row: `such as a, b, c`."""
    return f"such as {', '.join(map(clipped, texts[:_MOST_SHOWN]))}" if texts else "without content"


def clipped(text: str) -> str:
    """Return text on one line, cut to the room in a row of choices."""
    return short(" ".join(text.split()), _MOST_CHARACTERS)


def _is_taken(draft: Draft, what: str) -> bool:
    """Tell, once only, whether the proposals of a question are to be applied at once."""
    if st.session_state.get(_TAKEN) != (draft.turn, what):
        return False
    del st.session_state[_TAKEN]
    return True


def _draw_propose(asked: Sequence[Choice[_Meaning]], what: str) -> Callable[[], None] | None:
    """Return a function that chooses all proposals still left. If there are several, draw a button
    for that, for those who want to change some of them."""
    proposed = {f"records_{item.key}": item for item in asked if item.proposal}

    def left() -> dict[str, str | None]:
        return {
            key: item.proposal
            for key, item in proposed.items()
            if st.session_state.get(key, item.leave) == item.leave
        }

    def choose() -> None:
        st.session_state.update(left())

    if len(proposed) > 1:
        # The button stays in place once all is chosen, so that nothing moves under the pointer.
        label = _FILL_IN.format(len(proposed))
        st.button(label, key=f"records_propose_{what}", on_click=choose, disabled=not left())
    return choose if left() else None
