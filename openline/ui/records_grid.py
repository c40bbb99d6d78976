"""Rows of the file in a table that can be edited."""

from collections.abc import Iterable, Sequence
from typing import Final

import pandas as pd
import streamlit as st

from openline.record.problems import ERROR, Problem
from openline.ui.records_draft import Draft
from openline.ui.records_edits import own_columns, table_key

__all__ = ["draw_grid", "wrong_words"]

_ROW: Final = 32
_EDGE: Final = 40
_MOST_HEIGHT: Final = 460


def draw_grid(draft: Draft, frame: pd.DataFrame, wrong: Sequence[str]) -> None:
    """Draw rows in a table, each with what is wrong with it by now."""
    remove, why = own_columns(frame)
    shown = frame.copy()
    shown.insert(0, why, list(wrong))
    shown.insert(0, remove, False)
    shown.index = pd.Index([str(line) for line in frame.index], name="line")
    with st.container(key="records_mend_table"):
        st.data_editor(
            shown,
            key=table_key(draft),
            num_rows="fixed",
            height=min(_ROW * len(shown) + _EDGE, _MOST_HEIGHT),
            row_height=_ROW,
            disabled=[why],
            column_config={
                "_index": st.column_config.TextColumn("line", width=56, disabled=True),
                why: st.column_config.TextColumn(width=240),
                remove: st.column_config.CheckboxColumn(width=84),
            },
            alt="Rows of the file that can be edited",
        )


def wrong_words(lines: Iterable[int | None], problems: Iterable[Problem]) -> list[str]:
    """Return what is wrong with the rows on some lines, errors first; "" where nothing is,
    and for a row that stands on no line."""
    found: dict[int | None, list[str]] = {None: []}
    for item in sorted(problems, key=lambda item: item.severity != ERROR):
        if item.line is not None:
            found.setdefault(item.line, []).append(item.message)
    return [" ".join(dict.fromkeys(found.get(line, ()))) for line in lines]
