"""Long figures and lists on a phone: the first rows, and the others if asked for.

A wide window shows them all, beside the rest of the page.
"""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from openline.figures.theme import NARROW
from openline.markup.text import Markup, joined, tag
from openline.ui.controls.width import width

FEW: Final = 8
"""How many rows show at first."""
_LEAST_MORE: Final = 4
"""The least number of further rows worth a line that opens them."""


def rows_shown(part: str, rows: int) -> int:
    """Return how many of its rows a figure shows in this window: all, if they were asked for."""
    return rows if st.session_state.get(_asked(part)) else _first(rows)


def draw_rows(part: str, rows: int) -> None:
    """Draw the button that shows the remaining rows of a figure."""
    more = rows - rows_shown(part, rows)
    if more:
        on_click = partial(st.session_state.__setitem__, _asked(part), True)
        st.button(f"Show {more:,} more", key=f"ol_more_{part}", on_click=on_click)


def folded_list(items: Sequence[Markup], style_class: str = "ol-opener") -> Markup:
    """Return the items of a list; in a narrow window, most are behind a line that opens them, with
    the class `style_class`."""
    first = _first(len(items))
    begin, rest = joined(items[:first]), items[first:]
    if not rest:
        return begin
    line = tag("summary", f"{len(rest):,} more", style_class)
    return begin + tag("details", (line, rest), "ol-more")


def _first(rows: int) -> int:
    return FEW if width() == NARROW and rows >= FEW + _LEAST_MORE else rows


def _asked(part: str) -> str:
    return f"openline_all_{part}"
