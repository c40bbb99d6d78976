"""The two days of a comparison: their values, their controls and the notes on them."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from openline.analysis.lengths import years_before
from openline.markup.text import tag
from openline.questions import comparison_days
from openline.record.dates import show_day
from openline.record.problems import Problem
from openline.sentences.compare import other_day_words
from openline.ui.address import key_of
from openline.ui.controls.day import FIRST, LAST, day_fault, day_field, day_taken
from openline.ui.controls.places import place
from openline.ui.markup.notes import notes_html
from openline.ui.markup.text import draw
from openline.ui.scene import Scene
from openline.view.names import unordered_days
from openline.view.readers import AsOf

_FROM: Final = "compare_from"
_TO: Final = "compare_to"
_YEARS: Final = "compare_years"
_CHOICES: Final = {1: "1 year", 5: "5 years", 10: "10 years before"}


@dataclass(frozen=True, slots=True)
class Days:
    """The days compared, and those that the view asks for, which may be out of order."""

    first: date
    second: date
    asked_first: date
    asked_second: date


def days_of(scene: Scene) -> Days:
    """Return the days of a scene's comparison; if those named are out of order, the as-of day and a
    year before."""
    asked = comparison_days(scene.view, scene.as_of)
    used = asked if asked[0] < asked[1] else (years_before(scene.as_of, 1), scene.as_of)
    return Days(*used, *asked)


def with_days(scene: Scene, days: Days) -> Scene:
    """Return a scene whose view names the days compared, for downloads and links."""
    return replace(scene, view=replace(scene.view, from_day=days.first, to_day=days.second))


def days_problem(days: Days) -> Problem | None:
    """Return the problem of days that are out of order, else None."""
    hint = f"{show_day(days.first)} and {show_day(days.second)} are compared instead."
    return unordered_days(days.asked_first, days.asked_second, hint)


def draw_day_notes(scene: Scene, days: Days) -> None:
    """Draw how the days relate to the as-of day and the record's end, and any problems."""
    problem = days_problem(days)
    if problem is not None:
        draw(notes_html([problem]))
    words = other_day_words(scene.as_of, days.second, scene.last_day)
    if words:
        draw(tag("p", " ".join(words), "ol-note"))


def draw_days(scene: Scene, days: Days) -> None:
    """Draw the controls of both days, and the choice of how far apart they are."""
    first, second = days.asked_first, days.asked_second
    years = [n for n in _CHOICES if years_before(second, n) == first]
    st.session_state[_YEARS] = years[0] if years else None
    with place("ol_days", horizontal=True, vertical_alignment="bottom"):
        day_field("From", _FROM, first, partial(_set_first, scene, second), FIRST, width=150)
        day_field("To", _TO, second, partial(_set_second, scene), LAST, width=150)
        st.segmented_control(
            "How long before",
            list(_CHOICES),
            format_func=_CHOICES.__getitem__,
            key=_YEARS,
            on_change=_set_years,
            args=(second,),
            label_visibility="collapsed",
        )
    draw(day_taken(_FROM, first) + day_taken(_TO, second))
    draw(day_fault(_FROM, first) + day_fault(_TO, second))


def _set_first(scene: Scene, second: date, typed: AsOf) -> None:
    """Write the chosen first day into the view, which leaves out the default."""
    day = _day(scene, typed)
    st.session_state[key_of("from_day")] = None if day == years_before(second, 1) else day


def _set_second(scene: Scene, typed: AsOf) -> None:
    day = _day(scene, typed)
    st.session_state[key_of("to_day")] = None if day == scene.as_of else day


def _day(scene: Scene, typed: AsOf) -> date:
    return replace(scene.view, asof=typed).as_of_day(scene.record, scene.today)


def _set_years(second: date) -> None:
    years = st.session_state[_YEARS]
    if years is not None:
        day = years_before(second, years)
        st.session_state[key_of("from_day")] = None if years == 1 else day
