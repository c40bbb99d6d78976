"""What is edited on the page at this moment, in the table or row by row, until it is taken over.

Both ways to mend show the same rows and leave the same edits, by the place of a row and the
name of a column, as Streamlit's table does.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import pandas as pd
import streamlit as st

from openline.intake.mending import Edits, edits_of, lines_after, mended_rows, rows_of_lines
from openline.intake.source import Source
from openline.ui.records_check import source_of
from openline.ui.records_draft import Draft, put_draft, remembered

__all__ = [
    "NEW",
    "add_row",
    "cells_now",
    "edited_rows",
    "edits_now",
    "frame_of",
    "mended_now",
    "note_cell",
    "own_columns",
    "standing",
    "table_key",
    "take_over",
]

NEW: Final = "new"
"""The line of a row that is added."""
_WRONG: Final = "what is wrong"
_REMOVE: Final = "remove"
_RESERVED: Final = {"_index": "_index "}
"""Names that Streamlit keeps for itself, and how such a column is shown."""
_KEPT: Final = "records_mend_kept"
_ADDED: Final = "records_mend_added"

_Cells = Mapping[int, Mapping[str, Any]]


def edits_now(draft: Draft) -> Edits | None:
    """Return what is edited on the page at this moment, None where nothing is."""
    frame = st.session_state.get(_frame_key(draft))
    edited = _edited(draft)
    if not edited or frame is None:
        return None
    _keep(draft, edited)
    return edited_rows(frame, edited)


def mended_now(draft: Draft) -> bytes:
    """Return a draft's bytes with what is edited on the page at this moment."""
    edits = edits_now(draft)
    if edits is None or (source := source_of(draft.data)) is None:
        return draft.data
    return remembered("mended", (draft.data, edits), lambda: mended_rows(source, draft.data, edits))


def edited_rows(frame: pd.DataFrame, edited: Mapping[str, Any]) -> Edits:
    """Return the edits of the page's rows: those with the line `new` are added ones, and
    a row whose `remove` is ticked is taken out."""
    cells = edited.get("edited_rows", {})
    known = _known(frame)
    lines = frame.iloc[:known].rename(index=int)
    changed = {row: texts for row, texts in cells.items() if int(row) < known}
    added = [texts for row, texts in sorted(cells.items()) if int(row) >= known]
    remove, _ = own_columns(frame)
    removed = [row for row, texts in changed.items() if texts.get(remove) is True]
    return edits_of(
        lines,
        {"edited_rows": changed, "added_rows": added, "deleted_rows": removed},
    )


def own_columns(frame: pd.DataFrame) -> tuple[str, str]:
    """Return the names of the two columns that are put before those of the file, of which
    none has them: to take a row out, and what is wrong with it."""
    names = [_REMOVE, _WRONG]
    for place in range(len(names)):
        while names[place] in frame.columns:
            names[place] += "?"
    return names[0], names[1]


def cells_now(draft: Draft) -> _Cells:
    """Return the cells that are edited at this moment, by the place of the row and the name
    of the column."""
    found = _edited(draft) or {}
    return {int(row): texts for row, texts in found.get("edited_rows", {}).items()}


def note_cell(draft: Draft, row: int, name: str, value: object, known: object) -> None:
    """Note that a cell is edited; what it was before, `known`, is no edit."""
    cells = {place: dict(texts) for place, texts in cells_now(draft).items()}
    texts = {**cells.get(row, {}), name: value}
    if value == known:
        del texts[name]
    cells[row] = texts
    edited = {place: cells[place] for place in cells if cells[place]}
    _keep(draft, {"edited_rows": edited})


def standing(source: Source, frame: pd.DataFrame, cells: _Cells) -> list[int | None]:
    """Return on which line of the file as it is now each of the page's rows stands, None for
    one that is taken out and for an added one that is empty."""
    known = _known(frame)
    edits = edited_rows(frame, {"edited_rows": cells})
    found, added = lines_after(source, edits, [int(line) for line in frame.index[:known]])
    fresh: list[int | None] = [None] * (len(frame) - known)
    written = [row for row in sorted(cells) if row >= known and _has_text(cells[row], frame)]
    for row, line in zip(written, added, strict=True):
        fresh[row - known] = line
    return [*found, *fresh]


def frame_of(draft: Draft, source: Source, lines: Sequence[int]) -> pd.DataFrame:
    """Return the rows that are shown to be edited: some lines of the file, and added ones."""
    given = (draft.data, tuple(lines))
    frame = remembered("mend_rows", given, lambda: rows_of_lines(source, lines))
    added = st.session_state.get(_ADDED, {}).get(draft.turn, 0)
    frame = _with_new(frame.rename(columns=_RESERVED), added)
    st.session_state[_frame_key(draft)] = frame
    return frame


def take_over(draft: Draft) -> Draft:
    """Take what is edited over into the file."""
    data = mended_now(draft)
    if data != draft.data:
        draft = draft.stepped(data)
        put_draft(draft)
    return draft


def add_row(draft: Draft) -> None:
    """Take over what is edited, and offer one more new row below."""
    taken = take_over(draft)
    rows = st.session_state.get(_ADDED, {}).get(draft.turn, 0) if taken is draft else 0
    if taken is draft:
        taken = replace(draft, turn=draft.turn + 1)
        put_draft(taken)
    st.session_state[_ADDED] = {taken.turn: rows + 1}


def table_key(draft: Draft) -> str:
    """Return the key of the table in which rows are edited."""
    return f"records_mend_{draft.turn}"


def _edited(draft: Draft) -> Any:
    edited = st.session_state.get(table_key(draft))
    if edited is None:  # rows are edited one by one, or another page was there
        edited = st.session_state.get(_KEPT, {}).get(draft.turn)
    return edited


def _keep(draft: Draft, edited: Mapping[str, Any]) -> None:
    """Keep edits for when another page, or another file, was there in between."""
    st.session_state[_KEPT] = {**st.session_state.get(_KEPT, {}), draft.turn: edited}


def _known(frame: pd.DataFrame) -> int:
    return int((frame.index != NEW).sum())


def _has_text(texts: Mapping[str, Any], columns: Collection[str]) -> bool:
    return any(texts[name] for name in texts if name in columns)


def _with_new(frame: pd.DataFrame, added: int) -> pd.DataFrame:
    if not added:
        return frame
    empty = pd.DataFrame("", index=[NEW] * added, columns=frame.columns, dtype="str")
    return pd.concat([frame.set_axis([*frame.index], axis="index"), empty])


def _frame_key(draft: Draft) -> str:
    return f"records_mend_frame_{draft.turn}"
