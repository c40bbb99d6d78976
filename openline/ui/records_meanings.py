"""What a file's own columns, words, dates and names mean: it is chosen, never assumed."""

from datetime import date

import streamlit as st

from openline.ui.records_check import Checked
from openline.ui.records_columns import draw_columns
from openline.ui.records_dates import draw_dates
from openline.ui.records_draft import Draft, came_of
from openline.ui.records_header import draw_place, draw_twins
from openline.ui.records_words import draw_words

__all__ = ["draw_meanings"]


def draw_meanings(draft: Draft, checked: Checked, today: date) -> None:
    """Draw what has to be chosen before the file can be read: columns first, then words
    and dates. `checked` is the check of the draft without what is edited at this moment."""
    source = came_of(draft)
    if source is None or draft.fault is not None:
        return
    if checked.lacks_columns:
        draw_place(draft, source)
    draw_twins(draft, source)
    with st.container(key="records_choice_columns"):
        draw_columns(draft, checked, source)
    with st.container(key="records_choice_words"):
        draw_words(draft, source)
    draw_dates(draft, source, today)
