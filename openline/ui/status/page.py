"""Status: the answer, every channel on its timeline or the pairs of parties, and the board."""

from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from openline.analysis.news import NEWS
from openline.figures.timeline.paper import on_paper
from openline.figures.timeline.rows import ordered
from openline.markup.text import tag
from openline.record.frames import Frame
from openline.sentences.board import board_lengths
from openline.sentences.status import several_parties, since_words
from openline.ui.address import go_to, key_of
from openline.ui.controls.board import board, board_frame, chosen_row, print_board
from openline.ui.controls.board_sizes import MOST_BOARD_ROWS, left_out_words
from openline.ui.controls.csv_file import answer_bytes, to_download
from openline.ui.controls.fields import choice_field
from openline.ui.controls.figure import chosen_mark
from openline.ui.controls.following import follow_mark
from openline.ui.controls.places import at_right, place, since_height, top_height
from openline.ui.controls.save import save_table
from openline.ui.controls.years import range_control
from openline.ui.frame.page_of_channels import draw_page_of_channels
from openline.ui.markup.headings import heading
from openline.ui.markup.text import draw
from openline.ui.pages import STATUS_PAGE
from openline.ui.scene import Scene
from openline.ui.status.answer import answer_html, is_counted, state_counts_html
from openline.ui.status.pairs import draw_pairs
from openline.ui.status.since import NEWEST, New, draw_since, new_in
from openline.ui.status.timeline import draw_timeline, print_timeline, timeline_figure
from openline.ui.status.visit import remember_visit
from openline.view.figure_names import TIMELINE
from openline.view.parameters import OVERVIEWS

_TABLES: Final = {
    "status": ("Status CSV", "board"),
    "shares": ("Time in state CSV", "time-in-state"),
    "openness": ("Openness CSV", "openness"),
}
"""The tables to download besides the board: their labels, and their part of a file's name."""

_BOARD_HOW: Final = (
    "Tick a row to open its channel; double-click a cell to read a shortened name in full. "
    "Days silent is empty where no contact is on record or contacts are not logged."
)
_BEYOND_HOW: Final = " Days silent, days overdue and causes: scroll sideways."
_KEYS_HOW: Final = " By keyboard: arrow keys, then Shift+Space opens the row."
_LINES, _PAIRS = OVERVIEWS
_OVERVIEWS: Final = {_LINES: "Timeline", _PAIRS: "Pairs"}
_SORTS: Final = {
    "severity": "Most severed first",
    "length": "Longest in its state first",
    "name": "By name",
    "changed": "Latest change first",
}


def draw_status() -> None:
    """Draw the page Status."""
    data = partial(answer_bytes, "status")
    figures = {TIMELINE: timeline_figure}
    draw_page_of_channels(STATUS_PAGE, _draw_sections, data, figures, _follow_choice)


def _draw_sections(scene: Scene) -> None:
    new = new_in(scene)
    _draw_top(scene, new)
    draw_overview(scene, new)
    board_rows = _board_rows(scene).assign(moved=lambda rows: rows["channel_id"].map(new.marks))
    frame = board_frame(board_rows, with_parties=several_parties(board_rows))
    _draw_board_head(scene, new)
    lengths = board_lengths(board_rows)
    board(frame, lengths)
    fits = on_paper(scene.ranged.tables.status, scene.view.sort)[1]
    draw(print_board(frame, lengths, board_rows["source"], fits))
    remember_visit(scene)


def _draw_top(scene: Scene, new: New) -> None:
    """Draw the answer, with what is new beside or below it, and then the counters with the choice
    of what counts."""
    moves = min(len(new.rows), NEWEST)
    with place("ol_top", top_height(moves, is_counted(scene.tables.status))):
        draw(answer_html(scene))
        with place("ol_since", since_height(moves, len(new.rows) > moves)):
            draw_since(scene, new)
        draw(state_counts_html(scene, new))
        if scene.view.fresh or scene.tables.status["stale"].any():
            with place("ol_fresh"):
                label = f"Leave out states not seen {since_words(scene.as_of)}"
                st.toggle(label, key=key_of("fresh"))


def _draw_board_head(scene: Scene, new: New) -> None:
    """Draw the heading of the board, with the tables to download beside it."""
    with place("ol_board_head", horizontal=True, vertical_alignment="bottom"):
        more = tag("span", _KEYS_HOW, "ol-keys")
        more = (_BEYOND_HOW if several_parties(scene.tables.status) else "") + more
        more = left_out_words(len(scene.tables.status)) + more
        how = tag("div", _BOARD_HOW + more, "ol-how")
        draw(heading("The board") + how)
        with st.container(key="ol_take_board", horizontal=True, gap=None, width="content"):
            for table, (label, part) in _TABLES.items():
                save_table(scene, label, part, partial(answer_bytes, table, scene))
            rows = new.rows[list(NEWS)]
            save_table(scene, "What is new CSV", "since", lambda: to_download(rows), drawn=True)


def _board_rows(scene: Scene) -> Frame:
    rows = ordered(scene.tables.status, scene.view.sort, by_parties=False)
    return rows.head(MOST_BOARD_ROWS)


def _follow_choice(scene: Scene) -> None:
    """Go where a chosen row or bar leads: to the channel, or to the parties of a line."""
    row, mark = chosen_row(), chosen_mark()
    status = scene.tables.status
    if row is not None and row < min(len(status), MOST_BOARD_ROWS):
        follow_mark(scene, int(_board_rows(scene)["channel_id"].iloc[row]))
    if isinstance(mark, str):
        go_to(replace(scene.view, parties=(mark,) if mark else (), page=1))
    follow_mark(scene, mark)


def draw_overview(scene: Scene, new: New) -> None:
    """Draw the overview that a scene asks for, with its controls. Paper has the timeline."""
    several = several_parties(scene.tables.status)
    of_pairs = scene.view.overview == _PAIRS
    every = "Every channel, by parties" if several else "Every channel"
    _draw_head(scene, "Pairs" if of_pairs else every, of_pairs)
    if not of_pairs:
        draw_timeline(scene, new)
        return
    draw_pairs(scene)
    draw(tag("div", heading(every), "ol-print"))
    print_timeline(scene, new)


def _draw_head(scene: Scene, words: str, of_pairs: bool) -> None:
    several = several_parties(scene.tables.status)
    with place("ol_head", horizontal=True, vertical_alignment="bottom"):
        draw(heading(words, f"ol-heading{' ol-of-pairs' if of_pairs else ''}"), width="content")
        with at_right(vertical_alignment="center"):
            if several or of_pairs:
                switch = st.segmented_control
                choice_field(switch, "Overview", "overview", _OVERVIEWS, required=True)
            if not of_pairs:
                st.toggle("Causes", key=key_of("causes"))
                range_control(scene)
            choice_field(st.selectbox, "Order", "sort", _SORTS, width=190)
