"""Fix in place: rows of the file in a table or one by one, checked after each change."""

from collections.abc import Iterable, Sequence
from typing import Final

import streamlit as st

from openline.figures.theme import NARROW
from openline.intake.source import Source
from openline.markup.text import tag
from openline.record.problems import Problem
from openline.sentences.runs import count
from openline.ui.controls.following import show_place
from openline.ui.controls.paging import draw_kept_pages, kept_page
from openline.ui.controls.width import width
from openline.ui.markup.headings import section
from openline.ui.markup.text import draw
from openline.ui.records.bar import Stage, Way, offer
from openline.ui.records.check import Checked, source_of
from openline.ui.records.draft import Draft, came_of
from openline.ui.records.edits import add_row, all_edits, cells_now, frame_of, standing, take_over
from openline.ui.records.grid import NEW_ROWS, draw_grid, wrong_words
from openline.ui.records.new_rows import new_rows
from openline.ui.records.row import FORM_FIELDS, draw_row, to_last_row

_MOST: Final = 50
_FAULTY: Final = "Faulty rows"
_ALL: Final = "All rows"
_NONE: Final = "None"
_TABLE: Final = "In a table"
_ROWS: Final = "Row by row"
_EDIT: Final = "records_mend_edit"
_MODE: Final = "records_mend_rows"
_HOW: Final = "records_mend_how"
_PAGE: Final = "records_mend_page"
_SEEN: Final = "records_faulty_seen"
"""The key of the file whose faulty rows the bar has shown."""
_PLACE: Final = "ol-mend"
"""The place on the page where rows are fixed."""


def draw_mend(draft: Draft, before: Checked, now: Checked) -> None:
    """Draw the rows to be fixed. `before` is the check of the draft without pending edits, `now`
    the one with them."""
    source = source_of(draft.data)
    if source is None or draft.fault is not None:
        return
    faulty = sorted({item.line for item in before.errors if item.line is not None})
    faulty = [line for line in faulty if line != source.header.line]
    mode = _draw_head(draft, now, faulty)
    came = came_of(draft)
    if came is None:
        return
    lines = [] if mode == _NONE else _lines(draft, faulty, only_faulty=mode == _FAULTY)
    pages = max(1, -(-len(lines) // _MOST))
    page = kept_page(_PAGE, pages)
    _offer_faulty(draft, now)
    _draw_rows(draft, now, came, [*map(int, lines[(page - 1) * _MOST : page * _MOST])])
    _draw_below(draft, pages)


def _offer_faulty(draft: Draft, now: Checked) -> None:
    """Offer to show the rows with errors, if there are any; once they are shown, say how to change
    a cell."""

    def show() -> None:
        st.session_state[_SEEN] = draft.file
        show_place(_PLACE)

    first = min((item.line for item in now.errors if item.line is not None), default=None)
    if first is not None:
        words = f"{count(len(now.errors), 'error')} to fix, the first in line {first:,}."
        is_seen = st.session_state.get(_SEEN) == draft.file
        if is_seen:
            words = f"{_change_words()}; {words[0].lower()}{words[1:]}"
        label = "Show them again" if is_seen else "Show the rows with errors"
        offer(Way(Stage.FIX, words, label, show, is_main=not is_seen))


def _change_words() -> str:
    """Return how to change a cell, in words."""
    return "Correct the marked fields" if by_row() else "Double-click a cell to change it"


def _draw_head(draft: Draft, now: Checked, faulty: list[int]) -> str:
    words = (
        f"{_change_words()}; the file is checked after each change. A row that is fixed stays "
        "here until you apply the changes."
        if faulty
        else "Any cell can be edited and rows added; the file is checked after each change."
    )
    draw(tag("div", section("Fix in place", words), "ol-place ol-by-hand", id=_PLACE))
    mode = _draw_modes(draft, bool(faulty))
    if faulty:
        left = len({item.line for item in now.errors})
        left_words = f"{count(left, 'faulty line')} left." if left else "All are fixed."
        draw(tag("span", left_words, "ol-how ol-by-hand", role="status"))
    return mode


def _draw_modes(draft: Draft, has_faults: bool) -> str:
    """Draw the choice of which rows are shown, and how; return which."""
    with st.container(key="records_mend_modes", horizontal=True, vertical_alignment="center"):
        if has_faults:
            mode = _choice(draft, "Which rows", (_FAULTY, _ALL), _MODE)
        else:
            is_whole = st.toggle(
                "Edit the rows",
                key=_EDIT,
                on_change=_take_over,
                args=(draft,),
                persist_state="session",
            )
            mode = _ALL if is_whole else _NONE
        if mode != _NONE or new_rows(draft):
            ways = (_ROWS, _TABLE) if _first_way() == _ROWS else (_TABLE, _ROWS)
            _choice(draft, "How to fix them", ways, _HOW)
    return mode


def _choice(draft: Draft, label: str, options: tuple[str, str], key: str) -> str:
    """Draw a choice between two options, the first by default."""
    chosen = st.segmented_control(
        label,
        sorted(options, key=(_FAULTY, _ALL, _TABLE, _ROWS).index),
        default=options[0],
        required=True,
        key=key,
        on_change=_take_over,
        args=(draft,),
        label_visibility="collapsed",
        persist_state="session",
    )
    return str(chosen or options[0])


def _lines(draft: Draft, faulty: list[int], only_faulty: bool) -> Sequence[int]:
    if only_faulty:
        return faulty
    source = source_of(draft.data)
    if source is None:
        return []
    return source.rows.lines_with_content(source.header.line)


def _draw_rows(draft: Draft, now: Checked, source: Source, lines: list[int]) -> None:
    frame = frame_of(draft, source, lines)
    if not len(frame):
        return
    stand = standing(source, draft, frame, cells_now(draft))
    if by_row():
        draw_row(draft, source, frame, stand, problems_by_line(now.problems))
    else:
        draw_grid(draft, frame, wrong_words(stand, now.problems))


def by_row() -> bool:
    """Tell whether rows are edited one by one, the default on a phone."""
    return bool((st.session_state.get(_HOW) or _first_way()) == _ROWS)


def _first_way() -> str:
    return _ROWS if width() == NARROW else _TABLE


def problems_by_line(problems: Iterable[Problem]) -> dict[int, list[Problem]]:
    """Return problems by their lines; those of the whole file are omitted."""
    by_line: dict[int, list[Problem]] = {}
    for item in problems:
        if item.line is not None:
            by_line.setdefault(item.line, []).append(item)
    return by_line


def _draw_below(draft: Draft, pages: int) -> None:
    with st.container(key="records_mend_below", horizontal=True, vertical_alignment="center"):
        st.button("Add a row", key="records_add_row", on_click=_add_row, args=(draft,))
        if all_edits(draft) != draft.edits:
            st.button(
                "Apply changes",
                key="records_take_over",
                on_click=_take_over,
                args=(draft,),
            )
    draw_kept_pages(_PAGE, pages, on_change=_take_over, args=(draft,))


def _take_over(draft: Draft) -> None:
    take_over(draft)


def _add_row(draft: Draft) -> None:
    add_row(draft)
    to_last_row()
    if by_row():
        show_place(FORM_FIELDS)
    else:
        show_place(NEW_ROWS, gently=True)
