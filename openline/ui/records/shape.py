"""Tables of another shape: they are read as rows of one observation each by choice."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Final

import streamlit as st

from openline.intake.large import is_large
from openline.intake.reshaping import Kind, Shape, find_shape
from openline.intake.source import Source
from openline.sentences.runs import count
from openline.ui.data.remembered import remembered
from openline.ui.markup.text import draw
from openline.ui.records.bar import Stage, Way, offer
from openline.ui.records.choice import clipped, draw_leave, is_left
from openline.ui.records.draft import Draft, bring
from openline.ui.records.section import section

_WORDS: Final[Mapping[Kind, str]] = {
    "beside": "The header has {} more than once: several tables side by side.",
    "below": "Other names of columns are in line {}: another table begins there.",
    "dates": "The columns {} are dates, and have states in their cells.",
    "channels": "The columns {} have states in their cells: they seem to be channels.",
    "events": "The columns {} have dates in their cells: they seem to be what happened then.",
}
_MOST_NAMES: Final = 6
_READ: Final = "Read one observation per row"


def draw_shape(draft: Draft, source: Source) -> bool:
    """Draw the proposal to read a table of another shape as rows, if it seems to have one; tell
    whether it is still to be answered."""
    if is_large(draft.text) or is_left(draft, "shape"):
        return False
    given = draft.text, draft.choices.header
    shape: Shape | None = remembered("shape", given, lambda: find_shape(source))
    if shape is None:
        return False

    def take() -> None:
        name = f"{PurePath(draft.name).stem}.csv"
        bring(Draft.of(name, shape.csv()))

    words = shape_words(shape)
    rows = count(len(shape.rows), "row")
    how = f"{words} Next: read it as {rows} of one observation each; lines then count from there."
    draw(section("One observation per row", how))
    offer(Way(Stage.CHOOSE, words, _READ, take))
    with st.container(key="records_shape_ways", horizontal=True):
        st.button(_READ, key="records_shape", on_click=take)
        draw_leave(draft, "shape")
    return True


def shape_words(shape: Shape) -> str:
    """Return what is said of the shape of a table."""
    names = ", ".join(map(clipped, shape.names[:_MOST_NAMES]))
    more = len(shape.names) - _MOST_NAMES
    return _WORDS[shape.kind].format(names + (f" and {more:,} more" if more > 0 else ""))
