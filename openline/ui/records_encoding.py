"""How the text of a file is written: the encoding is chosen by words that it reads."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from openline.intake.encoding_readings import EncodingReading, encoding_readings
from openline.record.encodings import show_encoding
from openline.ui.records_check import Checked
from openline.ui.records_choice import Asked, draw_apply, draw_asked, is_left, question
from openline.ui.records_draft import Draft
from openline.ui.records_memory import remembered
from openline.ui.text import escape, tag

__all__ = ["draw_encoding", "readings_html"]

_CODES = frozenset({"encoding-guessed", "bytes-stray"})


def draw_encoding(draft: Draft, checked: Checked) -> None:
    """Draw the choice of an encoding, where the file does not say it and it was guessed."""
    if not any(item.code in _CODES for item in checked.problems) or draft.sheet is not None:
        return
    data = draft.original
    found = remembered("encodings", (data,), lambda: encoding_readings(data))
    if len(found) <= 1 or is_left(draft, "encoding"):
        return
    how = (
        "The file does not say in which encoding it is written. Next: choose the one whose words "
        "are right; the first was taken."
    )
    with question("How the text is written", how):
        st.html(readings_html(found))
        names = {show_encoding(item.name): item.name for item in found}
        asked = Asked(
            "Encoding",
            "of the whole file",
            tuple(names),
            f"encoding_{draft.turn}",
            "The text is read as",
            leave=f"leave it: {next(iter(names))}",
        )
        answers = draw_asked([asked], "encoding")
        chosen = next(iter(answers.chosen.values()), None)
        draw_apply(
            draft,
            lambda before: replace(before, encoding=names.get(chosen or "")),
            "encoding",
            chosen is None,
        )


def readings_html(found: Sequence[EncodingReading]) -> str:
    """Return encodings with the words that each reads, as a table."""
    rows = "".join(
        tag(
            "tr",
            tag("td", escape(show_encoding(item.name))) + tag("td", escape(", ".join(item.words))),
        )
        for item in found
    )
    head = tag("tr", tag("th", "encoding") + tag("th", "the first words"))
    return tag("table", tag("thead", head) + tag("tbody", rows), "ol-table ol-examples")
