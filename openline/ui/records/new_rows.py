"""Rows being added to a file: how many, and their content."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd
import streamlit as st

from openline.ui.records.draft import Draft

NEW: Final = "new"
"""The line of an added row."""
_ADDED: Final = "records_mend_added"


def new_rows(draft: Draft) -> tuple[Mapping[str, Any], ...]:
    """Return the rows being added, each with its content when the last one was added."""
    rows: tuple[Mapping[str, Any], ...] = st.session_state.get(_ADDED, {}).get(draft.turn, ())
    return rows


def set_new_rows(draft: Draft, rows: tuple[Mapping[str, Any], ...]) -> None:
    """Set the rows being added to a file, with the content of each."""
    st.session_state[_ADDED] = {draft.turn: rows}


def new_table_key(draft: Draft) -> str:
    """Return the key of the table for new rows. It changes with each row added, since such a table
    forgets its content when it grows."""
    return f"records_mend_{draft.turn}_new_{len(new_rows(draft))}"


def is_new(frame: pd.DataFrame) -> pd.Series:
    """Mark the new rows of a frame, by place."""
    return pd.Series([line == NEW for line in frame.index], dtype=bool)


def with_new(frame: pd.DataFrame, rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Return editable rows with new ones below them."""
    if not rows:
        return frame
    cells = [[str(row.get(name) or "") for name in frame.columns] for row in rows]
    new = pd.DataFrame(cells, index=[NEW] * len(rows), columns=frame.columns, dtype="str")
    return pd.concat([frame.set_axis([*frame.index], axis="index"), new])
