"""Choosing what something of a file means: a row for each thing, and a button that applies it."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from openline.intake.choices import Choices
from openline.sentences.runs import count
from openline.ui.records_bar import Stage, Way, offer
from openline.ui.records_draft import Draft, put_draft
from openline.ui.records_edits import take_over
from openline.ui.text import escape, tag

__all__ = ["choice_row", "cut", "draw_apply", "draw_more"]

_MOST_CHARACTERS: Final = 40
_LABELS: Final = {
    "columns": ("Read the columns so", "which of its columns is which"),
    "words": ("Read the words so", "what its words mean"),
}


def choice_row(name: str, about: str, options: Sequence[str], key: str, label: str) -> str:
    """Draw one thing of the file and the choice of what it means; return what is chosen."""
    with st.container(key=f"records_row_{key}", horizontal=True, vertical_alignment="center"):
        words = tag("span", escape(cut(name)), "ol-strong")
        st.html(words + tag("div", escape(about), "ol-muted ol-source"), width="stretch")
        found = st.selectbox(
            label,
            list(options),
            key=f"records_{key}",
            label_visibility="collapsed",
            width=300,
        )
    return str(found)


def draw_more(more: int, noun: str, what: str) -> None:
    """Say how many things are not asked about, if any, and what becomes of them."""
    if more > 0:
        words = f"{count(more, noun)}: each {what}."
        st.html(tag("p", escape(words), "ol-how"))


def draw_apply(draft: Draft, choices: Choices, what: str, disabled: bool) -> None:
    """Draw the button that has a file read as chosen, besides what was chosen before."""

    def take() -> None:
        now = take_over(draft)
        put_draft(now.chosen(now.choices.joined(choices), is_guessed=False))

    label, asked = _LABELS.get(what, ("Read the dates so", "how its dates are written"))
    offer(
        Way(
            Stage.CHOOSE,
            f"Choose {asked}.",
            "Show the choice" if disabled else label,
            None if disabled else take,
            place=f"records_choice_{what}",
        )
    )
    st.button(label, key=f"records_apply_{what}", on_click=take, disabled=disabled)


def cut(text: str) -> str:
    """Return text on one line and no longer than a row of choices has room for."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _MOST_CHARACTERS else f"{plain[: _MOST_CHARACTERS - 1]}…"
