"""Rows of the file in an editable table."""

from collections.abc import Iterable, Sequence
from typing import Final

import pandas as pd
import streamlit as st

from openline.formats.cells import visible_cells
from openline.markup.text import tag
from openline.record.hidden import visible
from openline.record.problems import ERROR, Problem
from openline.ui.markup.text import draw
from openline.ui.records.draft import Draft
from openline.ui.records.edits import mark_columns, table_key
from openline.ui.records.new_rows import is_new, new_table_key

NEW_ROWS: Final = "records_mend_new"
"""The key of the place for writing new rows."""
_ROW: Final = 32
_EDGE: Final = 40
_CHARACTER: Final = 7
_LEAST_WIDTH, _MOST_WIDTH = 160, 330
"""In pixels, like the rows above."""
_MOST_HEIGHT: Final = 460


def draw_grid(draft: Draft, frame: pd.DataFrame, wrong: Sequence[str]) -> None:
    """Draw rows in a table, each with what is now wrong with it. New rows have a table of their
    own below, so that they are in view and the first table keeps its place."""
    new = is_new(frame).to_numpy()
    said = pd.Series(wrong, dtype="str")
    if not new.all():
        with st.container(key="records_mend_table"):
            alt = "Rows of the file that can be edited"
            _draw_table(table_key(draft), frame[~new], said[~new], alt)
    if new.any():
        with st.container(key=NEW_ROWS):
            draw(tag("div", "New rows", "ol-strong"))
            _draw_table(new_table_key(draft), frame[new], said[new], "New rows of the file")


def _draw_table(key: str, frame: pd.DataFrame, wrong: pd.Series, alt: str) -> None:
    remove, why = mark_columns(frame)
    cells = visible_cells(frame).copy()
    cells.insert(0, why, wrong.map(visible).to_list())
    cells.insert(0, remove, False)
    cells.index = pd.Index([str(line) for line in frame.index], name="line")
    st.data_editor(
        cells,
        key=key,
        num_rows="fixed",
        height=min(_ROW * len(cells) + _EDGE, _MOST_HEIGHT),
        row_height=_ROW,
        disabled=[why],
        column_config={
            "_index": st.column_config.TextColumn("line", width=56, disabled=True),
            why: st.column_config.TextColumn(width=_width(wrong)),
            remove: st.column_config.CheckboxColumn(width=84),
        },
        alt=alt,
    )


def _width(wrong: pd.Series) -> int:
    """Return the width of the column on what is wrong, within the table's room for it."""
    longest = int(wrong.str.len().max()) if len(wrong) else 0
    return min(max(_LEAST_WIDTH, longest * _CHARACTER), _MOST_WIDTH)


def wrong_words(lines: Iterable[int | None], problems: Iterable[Problem]) -> list[str]:
    """Return what is wrong with the rows on some lines, errors first; "" if nothing is, and for a
    row that has no line."""
    words_by_line: dict[int | None, list[str]] = {None: []}
    for item in sorted(problems, key=lambda item: item.severity != ERROR):
        if item.line is not None:
            words_by_line.setdefault(item.line, []).append(item.message)
    return [" ".join(dict.fromkeys(words_by_line.get(line, ()))) for line in lines]
