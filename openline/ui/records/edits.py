"""Pending edits on the page, in the table or row by row, until they become part of the file.

Both ways of fixing show the same rows and produce the same edits, keyed by the place of a row and
the name of a column, as in Streamlit's table.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final

import streamlit as st

from openline.intake.arranging import Arrangement
from openline.intake.choices import Choices
from openline.intake.deriving import arranged_frame, derived_csv, derived_edits, edits_of
from openline.intake.edits import Edits
from openline.intake.source import Source
from openline.record.frames import Frame
from openline.ui.data.remembered import remembered
from openline.ui.records.check import source_of
from openline.ui.records.draft import Draft, came_of, put_draft
from openline.ui.records.new_rows import is_new, new_rows, new_table_key, set_new_rows, with_new

_WRONG: Final = "what is wrong"
_REMOVE: Final = "remove"
_RESERVED: Final = {"_index": "_index "}
"""Names that Streamlit reserves, and how such a column is shown."""
_KEPT: Final = "records_mend_kept"

_Cells = Mapping[int, Mapping[str, Any]]


def edits_now(draft: Draft) -> Edits | None:
    """Return the pending edits on the page, None if there are none."""
    frame, source = st.session_state.get(_frame_key(draft)), came_of(draft)
    edited = _edited(draft)
    if not edited or frame is None or source is None:
        return None
    _keep(draft, edited)
    labels = Arrangement.of(source, draft.choices).labels_of(frame.shape[1])
    return edited_rows(frame, edited, labels)


def all_edits(draft: Draft) -> Edits:
    """Return all edits of a file, pending ones included."""
    edits, source = edits_now(draft), came_of(draft)
    if edits is None or source is None:
        return draft.edits
    return draft.edits.joined(edits, len(source.lines))


def mended_now(draft: Draft) -> tuple[bytes, Edits | None]:
    """Return a draft's CSV with the pending edits applied; and these as edits of the CSV without
    them, None if the whole file has to be read."""
    source, now = came_of(draft), all_edits(draft)
    if source is None or now == draft.edits:
        return draft.data, None

    def compute() -> tuple[bytes, Edits | None]:
        part = derived_edits(source, draft.choices, draft.edits, now)
        origin = source_of(draft.data) if part is not None else None
        if part is None or origin is None:
            return derived_csv(draft.text, source, draft.choices, now), None
        return derived_csv(draft.data, origin, edits=part), part

    return remembered("mended", (draft.text, draft.choices, draft.edits, now), compute)


def edited_rows(frame: Frame, edited: Mapping[str, Any], labels: Sequence[str]) -> Edits:
    """Return the edits of the page's rows: rows with the line `new` are added, and a row whose
    `remove` is ticked is removed. `labels` are those of the frame's columns."""
    cells = edited.get("edited_rows", {})
    drawn = _rows_of_file(frame)
    lines = frame.iloc[:drawn].rename(index=int)
    changed = {row: texts for row, texts in cells.items() if int(row) < drawn}
    added = [texts for row, texts in sorted(cells.items()) if int(row) >= drawn]
    remove, _ = mark_columns(frame)
    removed = [row for row, texts in changed.items() if texts.get(remove) is True]
    return edits_of(
        lines,
        {"edited_rows": changed, "added_rows": added, "deleted_rows": removed},
        labels,
    )


def mark_columns(frame: Frame) -> tuple[str, str]:
    """Return names, not used in the file, for the two columns in front of the file's own: one to
    remove a row, one that says what is wrong with it."""
    names = [_REMOVE, _WRONG]
    for place in range(len(names)):
        while names[place] in frame.columns:
            names[place] += "?"
    return names[0], names[1]


def cells_now(draft: Draft) -> _Cells:
    """Return the pending cells by the place of the row and the name of the column."""
    cells = _edited(draft) or {}
    return {int(row): texts for row, texts in cells.get("edited_rows", {}).items()}


def note_cell(draft: Draft, row: int, name: str, value: object, drawn: object) -> None:
    """Note that a cell is edited. Its earlier value, `drawn`, is not an edit. A new row was empty
    before, whatever it now shows."""
    frame = st.session_state.get(_frame_key(draft))
    if frame is not None and row >= _rows_of_file(frame):
        drawn = ""
    cells = {place: dict(texts) for place, texts in cells_now(draft).items()}
    texts = {**cells.get(row, {}), name: value}
    if value == drawn:
        texts.pop(name)
    cells[row] = texts
    edited = {place: cells[place] for place in cells if cells[place]}
    _keep(draft, {"edited_rows": edited})


def standing(source: Source, draft: Draft, frame: Frame, cells: _Cells) -> list[int | None]:
    """Return the line in the file of each of the page's rows, None for a removed row and for an
    added one that is empty."""
    drawn = _rows_of_file(frame)
    remove, _ = mark_columns(frame)
    gone = {row for row, texts in cells.items() if texts.get(remove) is True}
    lines = [None if row in gone else int(line) for row, line in enumerate(frame.index[:drawn])]
    fresh: list[int | None] = [None] * (len(frame) - drawn)
    written = [row for row in sorted(cells) if row >= drawn and _has_text(cells[row], frame)]
    first = len(source.lines) + len(draft.edits.added) + 1
    for line, row in enumerate(written, start=first):
        fresh[row - drawn] = line
    return [*lines, *fresh]


def frame_of(draft: Draft, source: Source, lines: Sequence[int]) -> Frame:
    """Return the rows shown for editing: some lines of the file as it came, and added ones. The
    cells are those from before words and dates are read."""
    given = (draft.text, draft.choices, draft.edits, tuple(lines))
    frame = remembered(
        "mend_rows", given, lambda: arranged_frame(source, draft.choices, draft.edits, lines)
    )
    frame = with_new(frame.rename(columns=_RESERVED), new_rows(draft))
    st.session_state[_frame_key(draft)] = frame
    return frame


def take_over(draft: Draft) -> Draft:
    """Make the pending edits part of the file."""
    edits = all_edits(draft)
    if edits != draft.edits:
        draft = draft.edited(edits)
        put_draft(draft)
    return draft


def choose(draft: Draft, change: Callable[[Choices], Choices], **changes: Any) -> None:
    """Apply new choices to a file, which `change` makes from the old ones; pending edits become
    part of the file first. `changes` are other fields of the draft."""
    now = take_over(draft)
    put_draft(now.chosen(change(now.choices), **changes))


def add_row(draft: Draft) -> None:
    """Offer one more new row below the existing new ones; pending edits in the table above stay."""
    set_new_rows(draft, (*_written(draft), {}))


def resumed(draft: Draft, *, by_row: bool) -> Draft:
    """Return the file as work resumes after another page was shown. By then the table of its rows
    has forgotten its pending edits, so they become part of the file. The table of new rows has
    forgotten them too, and gets them back. Rows edited one by one are remembered anyway."""
    frame = st.session_state.get(_frame_key(draft))
    if by_row or frame is None:
        return draft
    if _rows_of_file(frame) and st.session_state.get(table_key(draft)) is None:
        return take_over(draft)
    if new_rows(draft) and st.session_state.get(new_table_key(draft)) is None:
        set_new_rows(draft, _written(draft))
    return draft


def _written(draft: Draft) -> tuple[Mapping[str, Any], ...]:
    """Return the present content of each new row."""
    frame, cells = st.session_state.get(_frame_key(draft)), cells_now(draft)
    first = _rows_of_file(frame) if frame is not None else 0
    return tuple(dict(cells.get(first + place, {})) for place in range(len(new_rows(draft))))


def table_key(draft: Draft) -> str:
    """Return the key of the table in which rows are edited."""
    return f"records_mend_{draft.turn}"


def _edited(draft: Draft) -> Any:
    tables = [st.session_state.get(key) for key in (table_key(draft), new_table_key(draft))]
    # Without tables, rows are edited one by one, or another page was shown.
    if all(table is None for table in tables):
        return st.session_state.get(_KEPT, {}).get(draft.turn)
    edited, new = ((table or {}).get("edited_rows", {}) for table in tables)
    frame = st.session_state.get(_frame_key(draft))
    first = _rows_of_file(frame) if frame is not None else 0
    rows = dict(edited)
    for place, before in enumerate(new_rows(draft)):
        if cells := {**before, **new.get(place, {})}:
            rows[first + place] = cells
    return {"edited_rows": rows}


def _keep(draft: Draft, edited: Mapping[str, Any]) -> None:
    """Keep edits while another page, or another file, is shown."""
    st.session_state[_KEPT] = {**st.session_state.get(_KEPT, {}), draft.turn: edited}


def _rows_of_file(frame: Frame) -> int:
    return int((~is_new(frame)).sum())


def _has_text(texts: Mapping[str, Any], columns: Collection[str]) -> bool:
    return any(texts[name] for name in texts if name in columns)


def _frame_key(draft: Draft) -> str:
    return f"records_mend_frame_{draft.turn}"
