"""The frame around every page: what is looked at, and how to look at something else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from openline.questions import filters_of
from openline.record.columns import CHANNEL, PARTIES, PARTIES_SEPARATOR
from openline.record.names import folded, folded_sides
from openline.record.record import Record
from openline.sentences.context import Looked, context_line, future_note
from openline.ui.address import LISTS, Looking, look, same_names
from openline.ui.controls.places import least_heights, place
from openline.ui.controls.width import report_width
from openline.ui.data.clock import today
from openline.ui.data.looks import Look, data_path, file_mark, tables
from openline.ui.data.saved import Shown, spelled_record
from openline.ui.frame.newer_revision import draw_newer, hold, seen_record
from openline.ui.frame.sidebar import draw_sidebar
from openline.ui.markup.notes import notes_html
from openline.ui.markup.sheet import style_sheet
from openline.ui.markup.text import draw, rich, tag
from openline.ui.pages import Page
from openline.ui.scene import Scene, last_day
from openline.view import View, channel_elsewhere, unknown_names

_POLL = "2s"
_DRAWN = "openline_drawn"
"""The mark of the bundled file and the day from which the page was drawn."""


def draw_frame(page: Page) -> Scene | None:
    """Draw the frame of a page; return what the page shows, None where there is no data."""
    st.set_page_config(page_title=f"{page.title} · Openline", layout="wide")
    draw(style_sheet(least_heights()))
    now = today()
    st.session_state[_DRAWN] = file_mark(data_path()), now
    looking = look(page.path, _settling(page), _day_of(now))
    view, shown = looking.view, seen_record(looking.view.record)
    hold(view, shown)
    scene = _scene(page, view, shown, now)
    draw_sidebar(page, view, shown, now)
    with place("ol_context"):
        _draw_context(scene, shown, now)
        _draw_notes(page, looking, shown, now)
        draw_newer(view, shown)
    return scene


def close_frame() -> None:
    """End a page: watch the bundled file and the day, and report the window's width."""
    _watch()
    report_width()


def _scene(page: Page, view: View, shown: Shown, now: date) -> Scene | None:
    record = shown.record
    if record is None:
        return None
    as_of, filters = view.as_of_day(record, now), filters_of(view)
    found = tables(Look(record.digest, as_of, filters, view.carry), record)
    return Scene(page, view, record, as_of, now, filters, found, shown)


def _draw_context(scene: Scene | None, shown: Shown, now: date) -> None:
    if scene is None:
        draw(tag("div", shown.title, "ol-context"))
        return
    looked = Looked(
        shown.title,
        scene.as_of,
        now,
        last_day(scene.record, now),
        scene.filters,
        scene.view.carry,
        len(scene.tables.evidence.channels),
        len(scene.record.channels),
        scene.view.min_days if scene.page.counts_silences else None,
    )
    draw(tag("div", rich(context_line(looked)), "ol-context"))


def _draw_notes(page: Page, looking: Looking, shown: Shown, now: date) -> None:
    view, record = looking.view, shown.record
    named = () if page.of_one_channel else st.query_params.get_all(CHANNEL)
    elsewhere = channel_elsewhere(named)
    problems = [*looking.problems, *shown.problems, *([elsewhere] if elsewhere else [])]
    problems += unknown_names(view, record) if record else []
    future = future_note(view.as_of_day(record, now), now, last_day(record, now)) if record else ""
    draw(notes_html(problems, [shown.note, future]))


def _settling(page: Page) -> Callable[[View], View]:
    """Return what brings a view's names into the spelling of its record.

    A page that is not of one channel leaves the channel out, and one that does not count states
    counts stale ones as others.
    """

    def settle(view: View) -> View:
        if not page.of_one_channel:
            view = replace(view, channel=())
        if not page.counts_states:
            view = replace(view, fresh=False)
        view = replace(view, record=spelled_record(view.record))
        record = seen_record(view.record).record
        if record is None:
            return view
        for name in LISTS:
            fold = folded_sides if name == PARTIES else folded
            spelled = same_names(getattr(view, name), known_names(record, name), fold)
            changed: dict[str, Any] = {name: spelled}
            view = replace(view, **changed)
        return view

    return settle


def known_names(record: Record, column: str) -> list[str]:
    """Return the names that a record has in one column of its channels; of parties the
    sides too."""
    names = [str(name) for name in record.channels[column].dropna().unique()]
    if column == PARTIES:
        names += [side for name in names for side in name.split(PARTIES_SEPARATOR)]
    return names


def _day_of(now: date) -> Callable[[View], date]:
    def day(view: View) -> date:
        record = seen_record(view.record).record
        return view.as_of_day(record, now) if record else now

    return day


@st.fragment(run_every=_POLL)
def _watch() -> None:
    """Run the page again when the bundled file has changed, or another day has begun."""
    if st.session_state[_DRAWN] != (file_mark(data_path()), today()):
        st.rerun()
