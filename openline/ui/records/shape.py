"""Tables of another shape: they are read as rows of one observation each by choice."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Final

import streamlit as st

from openline.intake.large import is_large
from openline.intake.reshaping import Kind, Shape, csv_of, find_shape
from openline.intake.source import Source
from openline.intake.table_texts import TableText, find_table, text_kind
from openline.markup.text import tag
from openline.sentences.runs import count
from openline.ui.data.remembered import remembered
from openline.ui.markup.headings import section
from openline.ui.markup.text import draw
from openline.ui.records.bar import Stage, Way, offer
from openline.ui.records.choice import clipped, draw_leave, is_left
from openline.ui.records.draft import Draft, bring

_WORDS: Final[Mapping[Kind, str]] = {
    "beside": "The header has {} more than once: several tables side by side.",
    "below": "There are other column names in line {}: another table begins there.",
    "dates": "The columns {} are dates, and have states in their cells.",
    "channels": "The columns {} have states in their cells: they seem to be channels.",
    "events": "The columns {} have dates in their cells: they seem to say what happened then.",
}
_MOST_NAMES: Final = 6
_NO_TABLE: Final = (
    "The file seems to be {}, not a table. Export what it holds as CSV (UTF-8) with a header line, "
    "or paste the rows."
)
_READ_TABLE: Final = "Read the table"
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
        bring(Draft.of(name, csv_of((shape.header, *shape.rows))))

    words = shape_words(shape)
    rows = count(len(shape.rows), "row")
    how = f"{words} Next: read it as {rows}, one observation each; its lines are then renumbered."
    draw(section("One observation per row", how))
    _draw_ways(draft, "shape", Way(Stage.CHOOSE, words, _READ, take))
    return True


def draw_table(draft: Draft, source: Source) -> bool:
    """Draw the proposal to read the table that a text of another kind holds, or what the text
    seems to be; tell whether it is still to be answered."""
    if draft.sheet is not None or is_large(draft.text) or is_left(draft, "table"):
        return False
    text = source.before + "".join(source.lines)
    is_one = len(source.header.cells) == 1
    table: TableText | None = remembered(
        "table", (draft.text,), lambda: find_table(text, is_one_column=is_one)
    )
    if table is None:
        if kind := text_kind(text):
            draw(tag("p", _NO_TABLE.format(kind), "ol-note ol-warning"))
        return False

    def take() -> None:
        bring(Draft.of(f"{PurePath(draft.name).stem}.csv", csv_of(table.rows)))

    words = f"The file seems to hold {table.kind}."
    names = ", ".join(map(clipped, table.rows[0][:_MOST_NAMES]))
    how = (
        f"{words} Next: read its table of {count(len(table.rows) - 1, 'row')}, with {names}. "
        "What is around the table is left out; lines are then numbered from its header."
    )
    draw(section("A table in another form", how))
    _draw_ways(draft, "table", Way(Stage.CHOOSE, words, _READ_TABLE, take))
    return True


def _draw_ways(draft: Draft, what: str, way: Way) -> None:
    """Draw the way to take a proposal, in the bar too, and to leave the file as it is."""
    offer(way)
    with st.container(key=f"records_{what}_ways", horizontal=True):
        st.button(way.label, key=f"records_{what}", on_click=way.act)
        draw_leave(draft, what)


def shape_words(shape: Shape) -> str:
    """Return what is said of the shape of a table."""
    names = ", ".join(map(clipped, shape.names[:_MOST_NAMES]))
    more = len(shape.names) - _MOST_NAMES
    return _WORDS[shape.kind].format(names + (f" and {more:,} more" if more > 0 else ""))
