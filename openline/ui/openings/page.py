"""Openings: what opened and closed in a window of days, of a usual length or any other, and the
signs that moved nothing."""

from datetime import timedelta
from functools import partial
from typing import Final

import streamlit as st

from openline.analysis.openings import CLOSING, openings
from openline.analysis.signs import signs
from openline.markup.text import Markup, rich, tag
from openline.record.dates import show_day
from openline.record.frames import Frame
from openline.sentences.compare_between import openness_words
from openline.sentences.days import covered_words
from openline.sentences.openings import openings_headline, openings_second
from openline.ui.address import key_of
from openline.ui.controls.csv_file import answer_bytes, to_download
from openline.ui.controls.fields import choice_field, days_field
from openline.ui.controls.paging import draw_pages, page_of
from openline.ui.controls.places import place
from openline.ui.controls.save import save_table
from openline.ui.frame.page_of_channels import draw_page_of_channels
from openline.ui.markup.headings import page_head
from openline.ui.markup.text import draw
from openline.ui.openings.figure import all_moves, counts_figure, draw_quarters
from openline.ui.openings.lists import moves_html, moves_table, signs_html, signs_table
from openline.ui.pages import OPENINGS_PAGE
from openline.ui.scene import Scene
from openline.view.figure_names import COUNTS
from openline.view.parameters import MOVES

_ROWS_A_PAGE: Final = 40
_LISTED: Final = {"all": "Both", "openings": "Openings only", "closings": "Closings only"}
_SAVED: Final = {
    "all": ("list", "Openings as CSV"),
    "openings": ("list-openings", "Openings as CSV"),
    "closings": ("list-closings", "Closings as CSV"),
}
"""The part of the file's name for the list, and the words of its link, by what is listed."""
CHOICES: Final = {30: "30 d", 90: "90 d", 365: "1 yr", 730: "2 yr", 1826: "5 yr"}
"""The usual windows, in days, and their names."""
_KEY: Final = "ol_window_choice"


def draw_openings() -> None:
    """Draw the page Openings."""
    data = partial(answer_bytes, "openings", closings=True)
    draw_page_of_channels(OPENINGS_PAGE, _draw_sections, data, {COUNTS: counts_figure})


def _draw_sections(scene: Scene) -> None:
    everything = all_moves(scene)
    with place("ol_openings_top", horizontal=True):
        draw(_top(scene, everything))
        with st.container(key="ol_window", width="content"):
            draw_window(scene)
    draw_quarters(scene)
    _draw_lists(scene)


def _moves(scene: Scene) -> Frame:
    return openings(scene.tables.evidence, scene.view.window, scene.view.min_days)


def _top(scene: Scene, everything: Frame) -> Markup:
    window, moves = scene.view.window, _moves(scene)
    title = rich(openings_headline(scene.as_of, window, moves, scene.tables.status))
    second = rich(
        openings_second(moves, _before(scene, everything), everything, window, _more(scene))
    )
    return page_head(title, second)


def _more(scene: Scene) -> str:
    """Return how openness changed in the window, and how many of its days the record covers."""
    window, as_of = scene.view.window, scene.tables.evidence.as_of
    openness = scene.tables.openness
    days = (as_of - timedelta(days=window), as_of)
    then, now = (
        openness[openness["date"] <= day][["openness", "low", "high"]].tail(1) for day in days
    )
    readings = [table.to_numpy().ravel().tolist() for table in (then, now)]
    covered = covered_words(window, scene.as_of, scene.last_day)
    return " ".join(filter(None, (openness_words(*readings), covered)))


def _before(scene: Scene, everything: Frame) -> Frame:
    """Return the openings and closings of a window of the same length before this one."""
    age = (scene.tables.evidence.as_of - everything["date"]).dt.days
    days = scene.view.window + 1
    return everything[(age >= days) & (age < 2 * days)]


def _draw_lists(scene: Scene) -> None:
    moves = _listed(scene)
    sign_rows = signs(scene.tables.evidence, scene.view.window, scene.view.min_days)
    rows, pages = page_of(scene.view, max(len(moves), len(sign_rows)), _ROWS_A_PAGE)
    left = moves_html(scene, moves.iloc[rows], len(moves))
    right = signs_html(scene, sign_rows.iloc[rows], len(sign_rows))
    _draw_list_head(scene, moves, sign_rows)
    draw(tag("div", left + right, "ol-two"))
    draw_pages(pages, scene.view)


def _listed(scene: Scene) -> Frame:
    """Return the moves to list: all in the window, or only its openings or closings."""
    moves = _moves(scene)
    if scene.view.moves == MOVES[0]:
        return moves
    return moves[moves["change"].isin(CLOSING) == (scene.view.moves == "closings")]


def _draw_list_head(scene: Scene, moves: Frame, sign_rows: Frame) -> None:
    with st.container(key="ol_openings_list", horizontal=True):
        choice_field(st.segmented_control, "Listed", "moves", _LISTED, required=True)
        _draw_saving(scene, moves, sign_rows)


def _draw_saving(scene: Scene, moves: Frame, sign_rows: Frame) -> None:
    part, label = _SAVED[scene.view.moves]
    with st.container(key="ol_take_signs", horizontal=True, horizontal_alignment="right"):
        if len(moves):
            save_table(scene, label, part, lambda: to_download(moves_table(moves)))
        if len(sign_rows):
            save_table(scene, "Signs as CSV", "signs", lambda: to_download(signs_table(sign_rows)))


def draw_window(scene: Scene) -> None:
    """Draw the choice of the number of days before the as-of day."""
    window = scene.view.window
    st.session_state[_KEY] = window if window in CHOICES else None
    st.segmented_control(
        f"Days before {show_day(scene.as_of)}",
        list(CHOICES),
        format_func=CHOICES.__getitem__,
        key=_KEY,
        on_change=_take_choice,
    )
    days_field("Any number of days", "window", step=1, label_visibility="collapsed")


def _take_choice() -> None:
    """Write a chosen length into the number field, which the address follows."""
    chosen = st.session_state[_KEY]
    if chosen is not None:
        st.session_state[key_of("window")] = chosen
