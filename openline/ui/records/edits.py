"""What is edited on the page at this moment, in the table or row by row, until it is taken over.

Both ways to fix show the same rows and leave the same edits, by the place of a row and the
name of a column, as Streamlit's table does.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final

import streamlit as st

from openline.intake.arranging import Arrangement
from openline.intake.choices import Choices
from openline.intake.deriving import arranged_frame, derived, derived_edits, edits_of
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
"""Names that Streamlit keeps for itself, and how such a column is shown."""
_KEPT: Final = "records_mend_kept"

_Cells = Mapping[int, Mapping[str, Any]]


def edits_now(draft: Draft) -> Edits | None:
    """Return what is edited on the page at this moment, None where nothing is."""
    frame, source = st.session_state.get(_frame_key(draft)), came_of(draft)
    edited = _edited(draft)
    if not edited or frame is None or source is None:
        return None
    _keep(draft, edited)
    labels = Arrangement.of(source, draft.choices).labels_of(frame.shape[1])
    return edited_rows(frame, edited, labels)


def all_edits(draft: Draft) -> Edits:
    """Return what was edited in a file, with what is at this moment."""
    edits, source = edits_now(draft), came_of(draft)
    if edits is None or source is None:
        return draft.edits
    return draft.edits.joined(edits, len(source.lines))


def mended_now(draft: Draft) -> tuple[bytes, Edits | None]:
    """Return a draft's CSV with what is edited on the page at this moment; and what that is as
    edits of the CSV without it, None where it has to be read whole."""
    source, now = came_of(draft), all_edits(draft)
    if source is None or now == draft.edits:
        return draft.data, None

    def compute() -> tuple[bytes, Edits | None]:
        part = derived_edits(source, draft.choices, draft.edits, now)
        origin = source_of(draft.data) if part is not None else None
        if part is None or origin is None:
            return derived(draft.text, source, draft.choices, now), None
        return derived(draft.data, origin, edits=part), part

    return remembered("mended", (draft.text, draft.choices, draft.edits, now), compute)


def edited_rows(frame: Frame, edited: Mapping[str, Any], labels: Sequence[str]) -> Edits:
    """Return the edits of the page's rows: those with the line `new` are added ones, and
    a row whose `remove` is ticked is taken out. `labels` are those of the frame's columns."""
    cells = edited.get("edited_rows", {})
    drawn = _known(frame)
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
    cells = _edited(draft) or {}
    return {int(row): texts for row, texts in cells.get("edited_rows", {}).items()}


def note_cell(draft: Draft, row: int, name: str, value: object, drawn: object) -> None:
    """Note that a cell is edited; what it was before, `known`, is no edit. A new row was empty
    before, whatever is written in it."""
    frame = st.session_state.get(_frame_key(draft))
    if frame is not None and row >= _known(frame):
        drawn = ""
    cells = {place: dict(texts) for place, texts in cells_now(draft).items()}
    texts = {**cells.get(row, {}), name: value}
    if value == drawn:
        texts.pop(name)
    cells[row] = texts
    edited = {place: cells[place] for place in cells if cells[place]}
    _keep(draft, {"edited_rows": edited})


def standing(source: Source, draft: Draft, frame: Frame, cells: _Cells) -> list[int | None]:
    """Return on which line of the file each of the page's rows stands, None for one that is
    taken out and for an added one that is empty."""
    drawn = _known(frame)
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
    """Return the rows that are shown to be edited: some lines of the file as it came, and added
    ones. Their cells are those before their words and dates are read."""
    given = (draft.text, draft.choices, draft.edits, tuple(lines))
    frame = remembered(
        "mend_rows", given, lambda: arranged_frame(source, draft.choices, draft.edits, lines)
    )
    frame = with_new(frame.rename(columns=_RESERVED), new_rows(draft))
    st.session_state[_frame_key(draft)] = frame
    return frame


def take_over(draft: Draft) -> Draft:
    """Take what is edited over into the file."""
    edits = all_edits(draft)
    if edits != draft.edits:
        draft = draft.edited(edits)
        put_draft(draft)
    return draft


def choose(draft: Draft, change: Callable[[Choices], Choices], **changes: Any) -> None:
    """Have a file read by other choices, which `change` makes of those before; what is edited is
    taken over first. `changes` are of the draft itself."""
    now = take_over(draft)
    put_draft(now.chosen(change(now.choices), **changes))


def add_row(draft: Draft) -> None:
    """Offer one more new row below those that are new already; what is edited in the table
    above them stays there."""
    set_new_rows(draft, (*_written(draft), {}))


def resumed(draft: Draft, *, by_row: bool) -> Draft:
    """Return the file as it is gone on with after another page was there: the table of its rows
    has forgotten what was edited in it by then, so that is taken over; so has that of new ones,
    and gets it back. Rows that are edited one by one are remembered."""
    frame = st.session_state.get(_frame_key(draft))
    if by_row or frame is None:
        return draft
    if _known(frame) and st.session_state.get(table_key(draft)) is None:
        return take_over(draft)
    if new_rows(draft) and st.session_state.get(new_table_key(draft)) is None:
        set_new_rows(draft, _written(draft))
    return draft


def _written(draft: Draft) -> tuple[Mapping[str, Any], ...]:
    """Return what is written by now in each new row."""
    frame, cells = st.session_state.get(_frame_key(draft)), cells_now(draft)
    first = _known(frame) if frame is not None else 0
    return tuple(dict(cells.get(first + place, {})) for place in range(len(new_rows(draft))))


def table_key(draft: Draft) -> str:
    """Return the key of the table in which rows are edited."""
    return f"records_mend_{draft.turn}"


def _edited(draft: Draft) -> Any:
    tables = [st.session_state.get(key) for key in (table_key(draft), new_table_key(draft))]
    if all(table is None for table in tables):  # rows are edited one by one, or another page
        return st.session_state.get(_KEPT, {}).get(draft.turn)  # was there
    edited, new = ((table or {}).get("edited_rows", {}) for table in tables)
    frame = st.session_state.get(_frame_key(draft))
    first = _known(frame) if frame is not None else 0
    rows = dict(edited)
    for place, before in enumerate(new_rows(draft)):
        if cells := {**before, **new.get(place, {})}:
            rows[first + place] = cells
    return {"edited_rows": rows}


def _keep(draft: Draft, edited: Mapping[str, Any]) -> None:
    """Keep edits for when another page, or another file, was there in between."""
    st.session_state[_KEPT] = {**st.session_state.get(_KEPT, {}), draft.turn: edited}


def _known(frame: Frame) -> int:
    return int((~is_new(frame)).sum())


def _has_text(texts: Mapping[str, Any], columns: Collection[str]) -> bool:
    return any(texts[name] for name in texts if name in columns)


def _frame_key(draft: Draft) -> str:
    return f"records_mend_frame_{draft.turn}"
