"""How a file's text is encoded: an encoding is chosen by the words that it gives."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import streamlit as st

from openline.intake.encoding_readings import EncodingReading, encoding_readings
from openline.markup.tables import cells_of, heads_of, table_of
from openline.markup.text import Markup, tag
from openline.record.encodings import show_encoding
from openline.record.hidden import visible
from openline.ui.data.remembered import remembered
from openline.ui.markup.text import draw
from openline.ui.records.check import Checked
from openline.ui.records.choice import Choice, clipped, draw_apply, draw_asked, is_left
from openline.ui.records.draft import Draft

_MARKS: Final = re.compile(r"[!-/:-@\[-`{-~]")
"""What could be markup in Markdown."""
_CODES = frozenset({"encoding-guessed", "bytes-stray"})


def draw_encoding(draft: Draft, checked: Checked) -> None:
    """Draw on one line how the text was read and, folded below it, the choice of another encoding,
    if the file does not state its own and it was guessed."""
    if not any(item.code in _CODES for item in checked.problems) or draft.sheet is not None:
        return
    data = draft.original
    readings = remembered("encodings", (data,), lambda: encoding_readings(data))
    if len(readings) <= 1 or is_left(draft, "encoding"):
        return
    names = {show_encoding(item.name): item.name for item in readings}
    used = draft.choices.encoding or readings[0].name
    with st.expander(_title(used, readings), key="records_encoding"):
        how = "The file does not say how its text is encoded. Are these words right?"
        draw(tag("div", how, "ol-how") + readings_html(readings))
        keep = f"Keep {show_encoding(used).partition(' (')[0]}"
        asked = Choice(
            "Encoding",
            "of the whole file",
            names,
            f"encoding_{draft.turn}",
            "The text is read as",
            leave=keep[0].lower() + keep[1:],
        )
        answers = draw_asked([asked], "encoding")
        chosen = next(iter(answers.chosen.values()), None)
        draw_apply(
            draft,
            lambda before: replace(before, encoding=chosen),
            "encoding",
            chosen is None,
            answers,
            ("", keep),
        )


def _title(used: str, readings: Sequence[EncodingReading]) -> str:
    """Return, as Markdown, the encoding in which the text is read, with a word that shows it."""
    words = [word for item in readings if item.name == used for word in item.words]
    telling = next((word for word in words if any(map(str.isalpha, word))), "".join(words[:1]))
    sample = _MARKS.sub(r"\\\g<0>", visible(clipped(telling)))
    return f"Read as {show_encoding(used)}{f', as in “{sample}”' if sample else ''} · change"


def readings_html(readings: Sequence[EncodingReading]) -> Markup:
    """Return encodings, with the words that each gives, as a table."""
    rows = (
        tag("tr", cells_of(show_encoding(item.name), ", ".join(item.words))) for item in readings
    )
    return table_of(heads_of(("encoding", "the first words")), rows, "ol-examples")
