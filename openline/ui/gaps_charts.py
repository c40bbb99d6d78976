"""The figures of the page Gaps: what goes on now, and the history."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from openline.analysis.gaps import SEVERANCE, SILENCE, gaps
from openline.analysis.unusual import unusual
from openline.figures import Theme, window_start
from openline.figures.gaps_history import (
    gap_rows,
    gaps_history,
    gaps_history_alt,
    gaps_history_height,
    in_window,
)
from openline.figures.gaps_now import gaps_now, gaps_now_alt, gaps_now_height, gaps_scale
from openline.record.columns import SEVERED
from openline.sentences.gaps import history_how, no_gap
from openline.sentences.runs import count
from openline.ui.cache import Look
from openline.ui.charts import frames_of, plain_chart
from openline.ui.download import answer_bytes
from openline.ui.frame import Scene
from openline.ui.gaps_lists import history_html
from openline.ui.paging import draw_pages, shown_page
from openline.ui.places import place
from openline.ui.range_control import range_control
from openline.ui.tables import current_theme
from openline.ui.taking import Taken, draw_taking
from openline.ui.terms import with_terms
from openline.ui.text import rich, tag
from openline.ui.top import heading
from openline.ui.width import width

__all__ = ["MOST_SHOWN", "chosen_gap", "draw_history", "draw_how", "draw_now", "ongoing"]

MOST_SHOWN: Final = {SEVERANCE: 40, SILENCE: 12}
"""How many of the longest gaps of each kind are drawn."""
_KEYS: Final = {SEVERANCE: "ol_gaps_severed", SILENCE: "ol_gaps_silent"}
_HISTORY: Final = "ol_gaps_history"
_TITLES: Final = {
    "severed": "Severed now, longest first",
    "silent": "Silent now, longest first",
    "history": "The history of gaps",
}
_CHOSEN: Final = "openline_gap_chosen"
_FIGURES: Final = 64
_ROWS_A_PAGE: Final = 40


@dataclass(frozen=True)
class _Asked:
    """What a figure is drawn for, beside the look: the least days of a silence, and the width."""

    look: Look
    min_days: int
    width: str


def ongoing(scene: Scene, kind: str) -> pd.DataFrame:
    """Return the gaps of a kind that go on, longest first, with their ranks."""
    found = scene.tables.evidence.derive(unusual, scene.view.min_days)
    return found[found["gap"] == kind]


def chosen_gap() -> int | None:
    """Return the `channel_id` of the gap that was chosen since the last run, once."""
    found: int | None = st.session_state.pop(_CHOSEN, None)
    return found


def draw_how(scene: Scene, part: str, markup: str, words: str, data: Callable[[], bytes]) -> None:
    """Draw how a figure is read, and what can be taken of it.

    `markup`: the dressed words; `words`: the same for a picture on its own; `data`: its table.
    """
    title, states = _TITLES[part], (SEVERED,) if part != "silent" else ()
    taken = Taken(f"ol_gaps_{part}", part, title, (words,), "gaps", states)
    with place(f"ol_gaps_{part}_how", horizontal=True):
        st.html(tag("div", markup, "ol-how"), width="stretch")
        draw_taking(scene, taken, data)


def draw_now(scene: Scene, kind: str) -> None:
    """Draw the longest of the gaps of a kind that go on; both kinds are on one scale."""
    now = ongoing(scene, kind)
    shown = now.head(MOST_SHOWN[kind])
    figure = _now(_asked(scene), kind, current_theme(), scene)
    height = gaps_now_height(len(shown), width())
    alt = gaps_now_alt(now, scene.tables.evidence.as_of)
    _chart(figure, _KEYS[kind], height, alt)


def draw_history(scene: Scene) -> None:
    """Draw the history of gaps: the range's years, a page of channels at a time."""
    evidence = scene.tables.evidence
    everything = evidence.derive(gaps, scene.view.min_days)
    start = window_start(scene.view.range, evidence.as_of, scene.tables.spans)
    shown = in_window(everything, start)
    rows = gap_rows(shown)
    with place("ol_head", horizontal=True, vertical_alignment="bottom"):
        st.html(heading(_TITLES["history"]), width="content")
        range_control()
    if not len(rows):
        st.html(tag("div", rich(no_gap(scene.as_of)), "ol-how"))
        return
    kinds = shown["gap"].value_counts()
    bars, lines = (int(kinds.get(kind, 0)) for kind in (SEVERANCE, SILENCE))
    how = history_how(bars, lines, len(shown) < len(everything))
    words = with_terms(how, "history", _noun(SEVERANCE, bars), _noun(SILENCE, lines))
    draw_how(scene, "history", words, how, lambda: answer_bytes("gaps", scene))
    pages = -(-len(rows) // _ROWS_A_PAGE)
    page = shown_page(scene.view, pages)
    part = rows.iloc[(page - 1) * _ROWS_A_PAGE : page * _ROWS_A_PAGE]
    figure = _past(_asked(scene), scene.view.range, page, current_theme(), scene, part)
    alt = gaps_history_alt(everything, part, start, evidence.as_of)
    _chart(figure, _HISTORY, gaps_history_height(len(part), width()), alt)
    st.html(history_html(scene, shown, part))
    draw_pages(pages)


def _noun(kind: str, number: int) -> str:
    """The word as the count before it has it."""
    return count(number, kind).split()[-1]


@st.cache_resource(max_entries=_FIGURES, show_spinner=False)
def _now(asked: _Asked, kind: str, theme: Theme, _scene: Scene) -> go.Figure:
    parts = {name: ongoing(_scene, name).head(most) for name, most in MOST_SHOWN.items()}
    scale = gaps_scale(*parts.values(), width=asked.width)
    return gaps_now(parts[kind], scale, theme, asked.width)


@st.cache_resource(max_entries=_FIGURES, show_spinner=False)
def _past(
    asked: _Asked, range_name: str, page: int, theme: Theme, _scene: Scene, _rows: pd.DataFrame
) -> go.Figure:
    evidence = _scene.tables.evidence
    start = window_start(range_name, evidence.as_of, _scene.tables.spans)
    everything = evidence.derive(gaps, asked.min_days)
    return gaps_history(frames_of(_scene), everything, _rows, start, theme, asked.width)


def _chart(figure: go.Figure, key: str, height: int, alt: str) -> None:
    plain_chart(figure, key, height, alt, on_select=lambda: _choose(key), selection_mode="points")


def _choose(key: str) -> None:
    points = st.session_state[key].selection.points
    data: Any = points[0].get("customdata") if points else None
    while isinstance(data, (list, tuple)) and data:
        data = data[0]
    if data is not None:
        st.session_state[_CHOSEN] = int(data)


def _asked(scene: Scene) -> _Asked:
    look = Look(scene.record.digest, scene.as_of, scene.filters, scene.view.carry)
    return _Asked(look, scene.view.min_days, width())
