"""Rows that are being added to a file: how many, and what is written in them."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd
import streamlit as st

from openline.ui.records.draft import Draft

NEW: Final = "new"
"""The line of a row that is added."""
_ADDED: Final = "records_mend_added"


def new_rows(draft: Draft) -> tuple[Mapping[str, Any], ...]:
    """Return the rows that are being added: what was written in each when the last one came."""
    rows: tuple[Mapping[str, Any], ...] = st.session_state.get(_ADDED, {}).get(draft.turn, ())
    return rows


def set_new_rows(draft: Draft, rows: tuple[Mapping[str, Any], ...]) -> None:
    """Have so many rows added to a file, with what is written in each."""
    st.session_state[_ADDED] = {draft.turn: rows}


def new_table_key(draft: Draft) -> str:
    """Return the key of the table in which new rows are written; it is another one with each
    row more, since such a table forgets what was written when it grows."""
    return f"records_mend_{draft.turn}_new_{len(new_rows(draft))}"


def is_new(frame: pd.DataFrame) -> pd.Series:
    """Mark the rows of a frame that are new ones, by their place."""
    return pd.Series([line == NEW for line in frame.index], dtype=bool)


def with_new(frame: pd.DataFrame, rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Return rows that can be edited with new ones below them."""
    if not rows:
        return frame
    cells = [[str(row.get(name) or "") for name in frame.columns] for row in rows]
    new = pd.DataFrame(cells, index=[NEW] * len(rows), columns=frame.columns, dtype="str")
    return pd.concat([frame.set_axis([*frame.index], axis="index"), new])
