"""Choosing what something of a file means: a row for each thing, and a button that applies it."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from openline.intake.mapping import Choices, apply
from openline.sentences.runs import count
from openline.ui.records_draft import Draft, put_draft
from openline.ui.text import escape, tag

__all__ = ["choice_row", "cut", "draw_apply", "draw_more", "joined"]

_MOST_CHARACTERS: Final = 40


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


def draw_apply(draft: Draft, now: bytes, choices: Choices, what: str, disabled: bool) -> None:
    """Draw the button that has a file read as chosen; `now` are its bytes with what is being
    edited on the page."""

    def take() -> None:
        mended = draft.stepped(now) if now != draft.data else draft
        chosen = joined(draft.choices, choices)
        put_draft(mended.stepped(apply(now, choices), choices=chosen, is_guessed=False))

    label = {"columns": "Read the columns so", "words": "Read the words so"}
    st.button(
        label.get(what, "Read the dates so"),
        key=f"records_apply_{what}",
        on_click=take,
        disabled=disabled,
        type="primary",
    )


def joined(before: Choices, more: Choices) -> Choices:
    """Return choices with later ones added; a column that was chosen before and is another
    one now goes by the name that it came with."""
    again = set(more.columns.values())
    columns = {
        **{column: own for column, own in before.columns.items() if column not in again},
        **{column: before.columns.get(own, own) for column, own in more.columns.items()},
    }
    words = {
        column: {**before.words.get(column, {}), **more.words.get(column, {})}
        for column in {*before.words, *more.words}
    }
    return Choices(columns, words, more.date_order or before.date_order)


def cut(text: str) -> str:
    """Return text on one line and no longer than a row of choices has room for."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _MOST_CHARACTERS else f"{plain[: _MOST_CHARACTERS - 1]}…"
