"""The bar that stays in view: the step, what is still in the way, and the button for what comes
next.

Each section of the page offers its next action, in page order. The bar, drawn last, takes the
first one that belongs to the step as its button.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import streamlit as st

from openline.markup.text import Markup, rich, tag
from openline.sentences.runs import Text
from openline.ui.controls.following import show_place
from openline.ui.markup.headings import page_title
from openline.ui.markup.text import draw

_WAYS: Final = "records_ways"
_NEXT: Final = "records_next"


class Stage(StrEnum):
    """The steps from a file to a link, in their order."""

    ADD = "Add"
    CHECK = "Check"
    CHOOSE = "Choose meanings"
    FIX = "Fix"
    SAVE = "Save"
    SHARE = "Share"

    @property
    def number(self) -> int:
        """Which of the steps it is, from 1."""
        return list(Stage).index(self) + 1


@dataclass(frozen=True)
class Way:
    """An offered action: its step; what is still in the way; the button's label; what it does, or
    the place on the page that it shows; and the button's key, by which other code can press it.
    `when_pressed` is done by the run itself, with the current values of its fields. `at_once`: it
    precedes everything else, whatever the step. `mends`: it may remove errors, so it precedes
    fixing them by hand. `asks`: the things in the file that are still to be chosen, "" if it can be
    read without them. `is_main`: it is what should be done next."""

    stage: Stage
    words: str
    label: str
    act: Callable[[], None] | None = None
    place: str = ""
    key: str = _NEXT
    when_pressed: Callable[[], None] | None = None
    disabled: bool = False
    at_once: bool = False
    mends: bool = False
    asks: str = ""
    is_main: bool = True


def no_ways() -> None:
    """Begin a page with nothing offered."""
    st.session_state[_WAYS] = []


def offer(way: Way) -> None:
    """Offer an action; the bar takes the first one of its step."""
    st.session_state[_WAYS].append(way)


def ways_now() -> tuple[Way, ...]:
    """Return the actions offered on this page so far, in order."""
    return tuple(st.session_state.get(_WAYS, ()))


def step_now(step: Stage) -> Stage:
    """Return the step, given what the file alone would need next: no error is fixed by hand that an
    offered action may remove."""
    mending = (way.stage for way in ways_now() if way.mends)
    return next(mending, step) if step is Stage.FIX else step


def draw_bar(name: str, now: Stage) -> None:
    """Draw the bar for a file, at a step; nothing if nothing is offered."""
    ways = ways_now()
    fit = (way for way in ways if way.at_once or way.stage is now)
    if (fitting := next(fit, next(iter(ways), None))) is None:
        return
    with st.container(key="records_bar", horizontal=True, vertical_alignment="center"):
        step = f"Step {fitting.stage.number} of {len(Stage)}: {fitting.stage}"
        head = (tag("span", step, "ol-strong"), tag("span", name, "ol-muted"))
        words = tag("div", fitting.words)
        draw(tag("div", head, "ol-bar-step") + words)
        pressed = st.button(
            fitting.label,
            key=fitting.key,
            type="primary" if fitting.is_main else "secondary",
            disabled=fitting.disabled,
            on_click=fitting.act or (lambda: show_place(fitting.place) if fitting.place else None),
        )
    if pressed and fitting.when_pressed is not None and not fitting.disabled:
        fitting.when_pressed()


def steps_html(now: Stage) -> Markup:
    """Return the steps of the page in order, with the present one marked."""
    items = []
    for stage in Stage:
        here, words = stage is now, tag("span", f"{stage.number} {stage}")
        items.append(tag("li", words, "ol-now" if here else "", aria_current=here and "step"))
    return tag("ol", items, "ol-steps", aria_label="Steps")


def draw_top(headline: Text, sentence: Text, step: Stage) -> None:
    """Draw the sentence at the top of the page, what comes next, and the steps."""
    head = page_title(rich(headline))
    second = tag("p", rich(sentence), "ol-second")
    draw(tag("div", head + second + steps_html(step), "ol-channel-head"))
