"""One row of the file as a form: one field per column, faulty ones first and with the reason.

It does what the table does, without sideways scrolling, by keyboard and for screen readers.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import streamlit as st

from openline.intake.arranging import Arrangement
from openline.intake.source import Source
from openline.markup.text import Markup, joined, tag
from openline.record.columns import KNOWN_NAMES
from openline.record.frames import Frame
from openline.record.problems import ERROR, Problem
from openline.ui.markup.text import draw
from openline.ui.records.choice import draw_rest
from openline.ui.records.draft import Draft
from openline.ui.records.edits import cells_now, mark_columns, note_cell
from openline.ui.records.file import column_name
from openline.ui.records.new_rows import NEW

FORM_FIELDS: Final = "records_form_fields"
"""The key of the place for a row's fields."""
_LAST: Final = "records_form_last"
_LONG: Final = 90
"""From how many characters on a cell has a field of several lines."""
_MOST_FIELDS: Final = 60

_Found = Mapping[int, Sequence[Problem]]


def draw_row(
    draft: Draft,
    source: Source,
    frame: Frame,
    lines: Sequence[int | None],
    problems_by_line: _Found,
) -> None:
    """Draw one of the editable rows. `lines` is the present line of each, and `problems_by_line`
    what is now wrong with each line."""
    faulty = [
        any(item.severity == ERROR for item in problems_by_line.get(line or 0, ()))
        for line in lines
    ]
    row = _draw_choice(draft, frame, faulty)
    problems = problems_by_line.get(lines[row] or 0, ())
    columns = _columns(draft, source, frame, row)
    name = row_name(frame, row)
    head = name if frame.index[row] == NEW else f"Fix {name.lower()}"
    head = tag("div", head, "ol-strong")
    others = [item for item in problems if column_of(item) not in columns]
    draw(head + joined(_reason(item) for item in others))
    cells = cells_now(draft).get(row, {})
    with st.container(key=FORM_FIELDS):
        for place in _order(draft, row, columns, problems)[:_MOST_FIELDS]:
            if (column := columns[place]) is not None:
                wrong = [item for item in problems if column_of(item) == column]
                _draw_field(draft, frame, (row, place), column, cells, wrong)
    draw_rest(len(columns) - _MOST_FIELDS, "further column", "is edited in the table")
    _draw_remove(draft, frame, row, cells)


def column_of(item: Problem) -> str:
    """Return the column of a problem as the fields name it: cells beyond the header have none."""
    return item.column or ("" if item.code == "row-too-long" else "the row")


def row_name(frame: Frame, row: int) -> str:
    """Return a row's name: `Line 7`, or `New row 2`."""
    line = frame.index[row]
    if line != NEW:
        return f"Line {int(line):,}"
    return f"New row {row - int((frame.index != NEW).sum()) + 1}"


def field_order(columns: Sequence[str | None], faulty: Sequence[str]) -> list[int]:
    """Return the places of columns in the order of their fields: faulty ones first."""
    return sorted(range(len(columns)), key=lambda place: columns[place] not in faulty)


def next_faulty(faulty: Sequence[bool], row: int) -> int | None:
    """Return the next row with an error, wrapping around after the last; None if no other row has
    one."""
    after = [*range(row + 1, len(faulty)), *range(row)]
    return next((place for place in after if faulty[place]), None)


def to_last_row() -> None:
    """Make the form show the last row when it is next drawn."""
    st.session_state[_LAST] = True


def _draw_choice(draft: Draft, frame: Frame, faulty: Sequence[bool]) -> int:
    key = f"records_form_at_{draft.turn}"
    if st.session_state.pop(_LAST, False):
        st.session_state[key] = len(frame) - 1
    with st.container(key="records_form_choice", horizontal=True, vertical_alignment="bottom"):
        row = st.selectbox(
            "Which row",
            range(len(frame)),
            format_func=lambda place: row_name(frame, place),
            key=key,
            width=200,
        )
        then = next_faulty(faulty, row)
        st.button(
            "Next faulty row",
            key="records_form_next",
            disabled=then is None,
            on_click=lambda: st.session_state.update({key: then}),
        )
    return int(row)


def _order(
    draft: Draft, row: int, columns: Sequence[str | None], problems: Sequence[Problem]
) -> list[int]:
    """Return the order of a row's fields; it stays the same while the row is edited."""
    key = "records_form_order"
    remembered_order: tuple[Any, list[int]] | None = st.session_state.get(key)
    given = draft.turn, row
    if remembered_order is None or remembered_order[0] != given:
        remembered_order = given, field_order(columns, [column_of(item) for item in problems])
        st.session_state[key] = remembered_order
    return remembered_order[1]


def _columns(draft: Draft, source: Source, frame: Frame, row: int) -> list[str | None]:
    """Return the columns of a row's cells, "" for a cell without one; None if such a cell is
    empty, as it then has no field."""
    names = [column_name(name) for name in Arrangement.of(source, draft.choices).names]
    names += [""] * (frame.shape[1] - len(names))
    return [name if name or frame.iat[row, at] else None for at, name in enumerate(names)]


def _draw_field(
    draft: Draft,
    frame: Frame,
    at: tuple[int, int],
    column: str,
    cells: Mapping[str, Any],
    wrong: Sequence[Problem],
) -> None:
    row, place = at
    name = str(frame.columns[place])
    text = str(frame.iat[row, place])
    key = f"records_form_{draft.turn}_{row}_{place}"
    worst = "error" if any(item.severity == ERROR for item in wrong) else "warning"
    with st.container(key=f"records_field_{worst if wrong else 'sound'}_{place}"):
        title = name if column else f"cell {place + 1}, beyond the header"
        draw(tag("div", title, "ol-strong") + joined(_reason(item) for item in wrong))
        label = column if column in KNOWN_NAMES else f"Column {place + 1}"
        field = st.text_area if len(text) > _LONG or "\n" in text else st.text_input
        st.session_state.setdefault(key, str(cells.get(name, text)))
        field(
            f"{label}, faulty" if wrong else label,
            key=key,
            label_visibility="collapsed",
            on_change=lambda: note_cell(draft, row, name, st.session_state[key] or "", text),
        )


def _draw_remove(draft: Draft, frame: Frame, row: int, cells: Mapping[str, Any]) -> None:
    remove, _ = mark_columns(frame)
    key = f"records_form_{draft.turn}_{row}_remove"
    st.session_state.setdefault(key, bool(cells.get(remove)))
    st.checkbox(
        "Remove this row",
        key=key,
        on_change=lambda: note_cell(draft, row, remove, st.session_state[key], False),
    )


def _reason(item: Problem) -> Markup:
    style = "ol-severed" if item.severity == ERROR else "ol-muted"
    words = tag("div", item.message, f"{style} ol-source")
    return words + tag("div", item.suggestion, "ol-muted ol-source")
