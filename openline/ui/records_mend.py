"""Mend in place: rows of the file in a table that can be edited, checked after each change."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

import pandas as pd
import streamlit as st

from openline.intake.mending import Edits, edits_of, mended_rows, rows_of_lines
from openline.intake.source import Source
from openline.record.problems import ERROR, Problem
from openline.sentences.runs import count
from openline.ui.records_check import Checked, source_of
from openline.ui.records_draft import Draft, put_draft, remembered
from openline.ui.records_section import section
from openline.ui.text import escape, tag

__all__ = ["draw_mend", "edited_rows", "edits_now", "mended_now", "own_columns", "wrong_words"]

_WRONG: Final = "what is wrong"
_REMOVE: Final = "remove"
_NEW: Final = "new"
_MOST: Final = 50
_RESERVED: Final = {"_index": "_index "}
"""Names that Streamlit keeps for itself, and how such a column is shown."""
_ROW: Final = 32
_EDGE: Final = 40
_MOST_HEIGHT: Final = 460
_FAULTY: Final = "Faulty rows"
_ALL: Final = "All rows"
_NONE: Final = "None"
_EDIT: Final = "records_mend_edit"
_MODE: Final = "records_mend_rows"
_PAGE: Final = "records_mend_page"
_KEPT: Final = "records_mend_kept"
_ADDED: Final = "records_mend_added"


def edits_now(draft: Draft) -> Edits | None:
    """Return what is edited on the page at this moment, None where nothing is."""
    edited = st.session_state.get(_key(draft))
    if edited is None:  # the table was not on the page, as when another page was
        edited = st.session_state.get(_KEPT, {}).get(draft.turn)
    frame = st.session_state.get(_frame_key(draft))
    if not edited or frame is None:
        return None
    st.session_state[_KEPT] = {draft.turn: edited}
    return edited_rows(frame, edited)


def mended_now(draft: Draft) -> bytes:
    """Return a draft's bytes with what is edited on the page at this moment."""
    edits = edits_now(draft)
    if edits is None or (source := source_of(draft.data)) is None:
        return draft.data
    return remembered("mended", (draft.data, edits), lambda: mended_rows(source, draft.data, edits))


def edited_rows(frame: pd.DataFrame, edited: Mapping[str, Any]) -> Edits:
    """Return the edits of the page's table: its rows with the line `new` are added ones, and
    a row whose `remove` is ticked is taken out."""
    cells = edited.get("edited_rows", {})
    known = int((frame.index != _NEW).sum())
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


def wrong_words(
    lines: Iterable[int], problems: Iterable[Problem], removed: frozenset[int]
) -> dict[int, str]:
    """Return for lines of the file as it was what is wrong with them now, errors first; ""
    where nothing is. `removed` are the lines that are taken out, which moves those below up."""
    found: dict[int, list[str]] = {}
    for item in sorted(problems, key=lambda item: item.severity != ERROR):
        if item.line is not None:
            found.setdefault(item.line, []).append(item.message)
    words = {}
    for line in lines:
        now = line - sum(gone < line for gone in removed)
        words[line] = "" if line in removed else " ".join(dict.fromkeys(found.get(now, ())))
    return words


def draw_mend(draft: Draft, before: Checked, now: Checked) -> None:
    """Draw the rows to be mended. `before` is the check of the draft without what is being
    edited, `now` the one with it."""
    source = source_of(draft.data)
    if source is None or draft.fault is not None:
        return
    faulty = sorted({item.line for item in before.errors if item.line is not None})
    faulty = [line for line in faulty if line != source.header.line]
    mode = _draw_head(draft, now, faulty)
    if mode == _NONE and mended_now(draft) == draft.data:
        return
    lines = _lines(draft, faulty, only_faulty=mode == _FAULTY)
    pages = max(1, -(-len(lines) // _MOST))
    page = min(st.session_state.get(_PAGE, 1), pages)
    shown = lines[(page - 1) * _MOST : page * _MOST]
    _draw_editor(draft, now, source, shown)
    _draw_below(draft, pages, page)


def _draw_head(draft: Draft, now: Checked, faulty: list[int]) -> str:
    words = (
        "Next: correct the cells; the file is checked after each change. A row that is mended "
        "stays here until you take the changes over."
        if faulty
        else "Any cell can be edited and rows added; the file is checked after each change."
    )
    st.html(section("Mend in place", words))
    if not faulty:
        shown = st.toggle("Edit the rows", key=_EDIT, persist_state="session")
        return _ALL if shown else _NONE
    found = st.segmented_control(
        "Which rows",
        [_FAULTY, _ALL],
        default=_FAULTY,
        required=True,
        key=_MODE,
        on_change=_take_over,
        args=(draft,),
        label_visibility="collapsed",
    )
    left = len({item.line for item in now.errors})
    told = f"{count(left, 'faulty line')} left." if left else "All are mended."
    st.html(tag("span", escape(told), "ol-how"))
    return str(found or _FAULTY)


def _lines(draft: Draft, faulty: list[int], only_faulty: bool) -> list[int]:
    if only_faulty:
        return faulty
    source = source_of(draft.data)
    if source is None:
        return []
    return remembered(
        "mend_lines",
        (draft.data,),
        lambda: [
            row.line
            for row in source.rows
            if row.line > source.header.line and "".join(row.cells).strip()
        ],
    )


def _draw_editor(draft: Draft, now: Checked, source: Source, lines: list[int]) -> None:
    given = (draft.data, tuple(lines))
    frame = remembered("mend_rows", given, lambda: rows_of_lines(source, lines))
    added = st.session_state.get(_ADDED, {}).get(draft.turn, 0)
    frame = _with_new(frame.rename(columns=_RESERVED), added)
    st.session_state[_frame_key(draft)] = frame
    if not len(frame):
        return
    edited = st.session_state.get(_key(draft)) or {}
    removed = edited_rows(frame, edited).removed
    wrong = wrong_words(lines, now.problems, removed)
    remove, why = own_columns(frame)
    shown = frame.copy()
    shown.insert(0, why, [wrong.get(line, "") if line != _NEW else "" for line in frame.index])
    shown.insert(0, remove, False)
    shown.index = pd.Index([str(line) for line in frame.index], name="line")
    with st.container(key="records_mend_table"):
        st.data_editor(
            shown,
            key=_key(draft),
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


def _draw_below(draft: Draft, pages: int, page: int) -> None:
    with st.container(key="records_mend_below", horizontal=True, vertical_alignment="center"):
        st.button("Add a row", key="records_add_row", on_click=_add_row, args=(draft,))
        if mended_now(draft) != draft.data:
            st.button(
                "Take the changes over",
                key="records_take_over",
                on_click=_take_over,
                args=(draft,),
                type="primary",
            )
    if pages > 1:
        st.session_state[_PAGE] = page
        st.pagination(pages, key=_PAGE, on_change=_take_over, args=(draft,))


def _commit(draft: Draft) -> Draft:
    """Take what is edited over into the file."""
    data = mended_now(draft)
    if data != draft.data:
        draft = draft.stepped(data)
        put_draft(draft)
    return draft


def _take_over(draft: Draft) -> None:
    _commit(draft)


def _add_row(draft: Draft) -> None:
    taken = _commit(draft)
    rows = st.session_state.get(_ADDED, {}).get(draft.turn, 0) if taken is draft else 0
    if taken is draft:
        taken = replace(draft, turn=draft.turn + 1)
        put_draft(taken)
    st.session_state[_ADDED] = {taken.turn: rows + 1}


def _with_new(frame: pd.DataFrame, added: int) -> pd.DataFrame:
    if not added:
        return frame
    empty = pd.DataFrame("", index=[_NEW] * added, columns=frame.columns, dtype="str")
    return pd.concat([frame.set_axis([*frame.index], axis="index"), empty])


def _key(draft: Draft) -> str:
    return f"records_mend_{draft.turn}"


def _frame_key(draft: Draft) -> str:
    return f"records_mend_frame_{draft.turn}"
