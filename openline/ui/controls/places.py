"""Places: the containers of a page's parts, some of which reserve the height of their content.

Markup arrives without a height and would push down everything below; a container with a height
prevents that. Only the first screen of a page needs it: further down, nothing in the reader's sight
moves. If the content is higher after all, the style lets the place grow.
"""

from typing import Any, Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from openline.figures.theme import MEDIUM, NARROW, WIDE
from openline.ui.markup.sheet import Heights, grown
from openline.ui.markup.text import draw

PLACES: Final[dict[str, Heights]] = {
    "ol_context": {WIDE: 30, MEDIUM: 50, NARROW: 76},
    "ol_fresh": {WIDE: 34, MEDIUM: 34, NARROW: 34},
    "ol_channel_head": {WIDE: 150, MEDIUM: 170, NARROW: 220},
    "ol_openings_top": {WIDE: 190, MEDIUM: 250, NARROW: 360},
    "ol_days": {WIDE: 72, MEDIUM: 72, NARROW: 138},
    "ol_counts": {WIDE: 136, MEDIUM: 136, NARROW: 206},
    "ol_method_head": {WIDE: 106, MEDIUM: 106, NARROW: 136},
    "ol_gaps_top": {WIDE: 174, MEDIUM: 206, NARROW: 276},
}
"""The height in pixels of each place that reserves one, at each width."""
_TOP: Final = {WIDE: (170, 0), MEDIUM: (140, 50), NARROW: (200, 52)}
"""The height of the top of Status without counters or moves, and the height of each move in its
list."""
_SINCE: Final = 68
_SINCE_MORE: Final = 49
"""The height of what is new on a phone, where it is above the counters: without moves, and the
height that a longer sentence and the rest of the moves add."""
_CONTEXT_LETTERS: Final = 63
"""How many letters of the context fit on a line on a phone; its lines, and the room below them."""
_CONTEXT_LINE: Final = 20
_CONTEXT_END: Final = 10
_COUNTERS: Final = {WIDE: 164, MEDIUM: 164, NARROW: 230}


def top_height(moves: int, counted: bool) -> Heights:
    """Return the heights of the top of Status, with this many moves in its list, and with or
    without its counters."""
    return {
        width: base + each * max(moves, 1) + (_COUNTERS[width] if counted else 0)
        for width, (base, each) in _TOP.items()
    }


def since_height(moves: int, has_more: bool) -> Heights:
    """Return the heights of what is new, with this many moves in its list and possibly more to
    open; 0 where nothing is below it."""
    height = _SINCE + _TOP[NARROW][1] * moves + (_SINCE_MORE if has_more else 0)
    return {WIDE: 0, MEDIUM: 0, NARROW: height}


def context_height(letters: int) -> Heights:
    """Return the heights of a line of context of this many letters, which wraps in a narrow
    window."""
    lines = -(-letters // _CONTEXT_LETTERS)
    return PLACES["ol_context"] | {NARROW: _CONTEXT_END + _CONTEXT_LINE * lines}


def at_right(key: str = "ol_controls", **layout: Any) -> DeltaGenerator:
    """Return a container for the controls to the right of a heading."""
    return st.container(
        key=key, horizontal=True, horizontal_alignment="right", width="stretch", **layout
    )


def place(key: str, heights: Heights | None = None, **layout: Any) -> DeltaGenerator:
    """Return a container; on the first screen it has its height before its content arrives, and
    grows if that needs more."""
    if heights:
        draw(grown(key, heights))
    kept = heights or PLACES.get(key)
    # Streamlit draws an empty container only if it has a height; the style gives it the right one.
    given: Any = max(kept.values()) if kept else "content"
    return st.container(key=key, height=given, border=False, **layout)
