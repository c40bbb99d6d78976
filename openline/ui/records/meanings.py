"""What a file's own columns, rows, words, dates and names mean: chosen, never assumed."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

import streamlit as st

from openline.intake.source import Source
from openline.markup.text import tag
from openline.record.problems import Problem
from openline.ui.markup.text import draw
from openline.ui.records.bar import Stage, Way, offer, ways_now
from openline.ui.records.check import Checked
from openline.ui.records.choices_made import draw_chosen
from openline.ui.records.columns import draw_columns
from openline.ui.records.dates import draw_dates
from openline.ui.records.draft import Draft, came_of
from openline.ui.records.dressing import draw_dressing
from openline.ui.records.encoding import draw_encoding
from openline.ui.records.names import draw_names, draw_sides
from openline.ui.records.new_columns import draw_made
from openline.ui.records.preview import draw_reading
from openline.ui.records.proposals import (
    draw_headless,
    draw_kind,
    draw_place,
    draw_table,
    draw_twice,
    draw_twins,
)
from openline.ui.records.questions import (
    draw_ends,
    draw_filled,
    draw_intervals,
    draw_left_out,
    draw_misfits,
    draw_words,
)
from openline.ui.records.shapes import draw_misplaced, draw_several, draw_shape, draw_turned
from openline.ui.records.surveyed import look_through

_ASKED: Final[Mapping[str, Callable[[Draft], None]]] = {
    "left_out": draw_left_out,
    "spans": draw_intervals,
    "filled": draw_filled,
    "misfits": draw_misfits,
    "sides": draw_sides,
    "names": draw_names,
    "words": draw_words,
}
"""The questions about a file's rows and columns, in order."""
_OF_HEADER: Final = (draw_table, draw_turned, draw_place, draw_headless, draw_kind)
"""The questions about a file without the needed columns, in order."""


def draw_meanings(draft: Draft, checked: Checked, now: Checked, today: date) -> None:
    """Draw the choices of how a file is read and, beside them, how it is now read. `checked` is
    the check of the draft without pending edits, `now` the one with them."""
    source = came_of(draft)
    if source is None or draft.fault is not None:
        return
    if isinstance(held := look_through(draft), Problem):
        draw(tag("p", f"{held.message} {held.suggestion}", "ol-note ol-warning"))
        return
    with st.container(key="records_beside_choices"):
        with st.container(key="records_choices"):
            _draw_choices(draft, source, checked, today)
            with st.container(key="records_choice_encoding"):
                draw_encoding(draft, checked)
            _offer_rest(checked.lacks_columns or checked.has_own_words)
            draw_chosen(draft)
        if any(way.stage is Stage.CHOOSE for way in ways_now()):
            with st.container(key="records_reading"):
                draw_reading(now, today)


def _offer_rest(is_needed: bool) -> None:
    """Offer to show the choices if none of them has a proposal."""
    if is_needed and not any(way.stage is Stage.CHOOSE for way in ways_now()):
        words, label = "Choose what its columns, words and dates mean.", "Show the choices"
        offer(Way(Stage.CHOOSE, words, label, place="records_choices"))


def _draw_choices(draft: Draft, source: Source, checked: Checked, today: date) -> None:
    """Draw the choices, each after those on which it depends."""
    if checked.lacks_columns and any(ask(draft, source) for ask in _OF_HEADER):
        return
    if checked.errors and (draw_misplaced(draft, source) or draw_shape(draft, source)):
        return
    draw_twice(draft, source)
    if draw_dressing(draft, source):
        return
    draw_several(draft, source)
    draw_twins(draft, source)
    with st.container(key="records_choice_columns"):
        chosen = draw_columns(draft, checked, source)
    with st.container(key="records_choice_made"):
        draw_made(draft, source, chosen)
    for what, ask in _ASKED.items():
        with st.container(key=f"records_choice_{what}"):
            ask(draft)
    draw_dates(draft, today)
    with st.container(key="records_choice_ends"):
        draw_ends(draft)
