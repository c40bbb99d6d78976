"""The choice of the days on the time axis of figures: a number of years, or from one day to
another."""

from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from openline.figures.axis import window_start
from openline.figures.theme import NARROW
from openline.markup.text import Markup
from openline.sentences.pictures import range_words
from openline.ui.address import key_of
from openline.ui.controls.day import FIRST, LAST, day_fault, day_field, day_taken
from openline.ui.controls.places import at_right, place
from openline.ui.controls.width import width
from openline.ui.markup.text import draw
from openline.ui.scene import Scene
from openline.view.readers import AsOf
from openline.view.stretch import PAGES_OWN, Stretch, stretch_until

_RANGES: Final = {"3y": "3 yr", "10y": "10 yr", "25y": "25 yr", "all": "All"}
_OWN: Final = "Own dates"
"""The name of a range from one day to another where there is no room for its days."""
_FIRST: Final = "ol_range_first"
_LAST: Final = "ol_range_last"


def range_control(scene: Scene) -> None:
    """Draw the choice of years or of two days, which every page remembers."""
    chosen, usual = st.session_state[key_of("range")], scene.page.usual_range
    options = [PAGES_OWN if name == usual != chosen else name for name in _RANGES]
    options += [] if chosen in options else [chosen]
    st.segmented_control(
        "Years shown",
        options,
        format_func=partial(_words, usual),
        required=True,
        key=key_of("range"),
        label_visibility="collapsed",
    )
    with st.popover("Dates", key="ol_dates"):
        first, last = _days(scene)
        day_field("From", _FIRST, first, partial(_take_first, scene, last), FIRST)
        day_field("To", _LAST, last, partial(_take_last, scene, first), LAST)
        draw(day_taken(_FIRST, first) + day_taken(_LAST, last))
        draw(day_fault(_FIRST, first) + day_fault(_LAST, last))


def draw_ranged_head(key: str, head: Markup, scene: Scene) -> None:
    """Draw the heading of a figure on a time axis, with the choice of its days to the right."""
    with place(key, horizontal=True, vertical_alignment="bottom"):
        draw(head, width="content")
        with at_right():
            range_control(scene)


def _words(usual: str, range_name: str) -> str:
    """Return the name of a range; the page's own, which no address contains, has the usual one's
    name."""
    if range_name == PAGES_OWN:
        return _RANGES[usual]
    named = Stretch.of(range_name)
    if named is None:
        return _RANGES[range_name]
    return _OWN if width() == NARROW else range_words(named.first, named.last)


def _days(scene: Scene) -> tuple[date, date]:
    """Return the first and the last day shown."""
    as_of = scene.as_of
    start = window_start(scene.range, scene.tables.evidence.as_of, scene.tables.spans).date()
    return stretch_until(scene.view.range, as_of) or (start, as_of)


def _take_first(scene: Scene, last: date, typed: AsOf) -> None:
    """Set the first day; if it is not before the last day, the range runs to the as-of day."""
    day = _day(scene, typed)
    _take(Stretch(day, last if day < last < scene.as_of else None))


def _take_last(scene: Scene, first: date, typed: AsOf) -> None:
    """Set the last day; if it is not after the first, the range keeps its length and ends on it."""
    day = _day(scene, typed)
    if day <= first:
        first = day - (_days(scene)[1] - first)
    _take(Stretch(first, None if day == scene.as_of else day))


def _day(scene: Scene, typed: AsOf) -> date:
    return typed if isinstance(typed, date) else scene.as_of


def _take(stretch: Stretch) -> None:
    st.session_state[key_of("range")] = str(stretch)
