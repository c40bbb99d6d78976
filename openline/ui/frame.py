"""The frame around every page: what is looked at, and how to look at something else."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import streamlit as st

from openline.analysis.evidence import Filters
from openline.questions import filters_of
from openline.record.columns import CHANNEL, PARTIES, PARTIES_SEPARATOR
from openline.record.names import folded, folded_sides
from openline.record.record import Record
from openline.sentences.context import Looked, context_line, future_note
from openline.ui.cache import (
    Bundled,
    Look,
    Tables,
    bundled_name,
    data_path,
    file_mark,
    load_bundled,
    tables,
)
from openline.ui.clock import today
from openline.ui.notes import broken_file_note, notes_html
from openline.ui.pages_table import Page
from openline.ui.places import least_heights, place
from openline.ui.sidebar import draw_sidebar
from openline.ui.state import LISTS, Looking, look, same_names
from openline.ui.styles import style_sheet
from openline.ui.text import escape, rich, tag
from openline.ui.width import report_width
from openline.view import BUNDLED, View, channel_elsewhere, unknown_names, unknown_record

__all__ = ["Scene", "close_frame", "draw_frame", "known_names", "last_day"]

_POLL = "2s"
_MARK = "openline_mark"


@dataclass(frozen=True, eq=False)
class Scene:
    """What a page draws from: the page, its view, the record, the days and the tables."""

    page: Page
    view: View
    record: Record
    as_of: date
    today: date
    filters: Filters
    tables: Tables


def draw_frame(page: Page) -> Scene | None:
    """Draw the frame of a page; return what the page shows, None where there is no data."""
    st.set_page_config(page_title=f"{page.title} · Openline", layout="wide")
    st.html(style_sheet(least_heights()))
    now = today()
    bundled = load_bundled(now)
    looking = look(page.path, _settling(page, bundled.record), _day_of(bundled.record, now))
    record = bundled.record if looking.view.record == BUNDLED else None
    scene = _scene(page, looking.view, record, now) if record else None
    draw_sidebar(page, looking.view, record, now)
    with place("ol_context"):
        _draw_context(scene, looking.view, now)
        _draw_notes(page, looking, bundled, record, now)
    return scene


def close_frame() -> None:
    """End a page: watch the bundled file, and report the window's width."""
    _watch()
    report_width()


def _scene(page: Page, view: View, record: Record, now: date) -> Scene:
    as_of, filters = view.as_of_day(record, now), filters_of(view)
    found = tables(Look(record.digest, as_of, filters, view.carry), record)
    return Scene(page, view, record, as_of, now, filters, found)


def _draw_context(scene: Scene | None, view: View, now: date) -> None:
    if scene is None:
        name = bundled_name() if view.record == BUNDLED else f"Record {view.record}"
        st.html(tag("div", escape(name), "ol-context"))
        return
    looked = Looked(
        bundled_name(),
        scene.as_of,
        now,
        last_day(scene.record, now),
        scene.filters,
        view.carry,
        len(scene.tables.evidence.channels),
        len(scene.record.channels),
        view.min_days if scene.page.counts_silences else None,
    )
    st.html(tag("div", rich(context_line(looked)), "ol-context"))


def _draw_notes(
    page: Page, looking: Looking, bundled: Bundled, record: Record | None, now: date
) -> None:
    view = looking.view
    named = () if page.of_one_channel else st.query_params.get_all(CHANNEL)
    found = [unknown_record(view), channel_elsewhere(named)]
    problems = [*looking.problems, *filter(None, found)]
    problems += unknown_names(view, record) if record else []
    missing = data_path().name if bundled.missing else None
    broken = broken_file_note(bundled.errors, missing, bundled.record is not None)
    future = future_note(view.as_of_day(record, now), now, last_day(record, now)) if record else ""
    notes = notes_html(problems, [broken, future])
    if notes:
        st.html(notes)


def last_day(record: Record, now: date) -> date | None:
    """Return the last day that a record knows, None where all its rows are of the future."""
    days = record.observations["earliest"]
    known = bool(len(days)) and days.min().date() <= now
    return record.latest_day(now) if known else None


def _settling(page: Page, record: Record | None) -> Callable[[View], View]:
    """Return what brings a view's names into the record's spelling.

    A page that is not of one channel leaves the channel out. Opening a channel puts its name
    into the address a step before its page, and Back comes by that step.
    """

    def settle(view: View) -> View:
        if not page.of_one_channel:
            view = replace(view, channel=())
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


def _day_of(record: Record | None, now: date) -> Callable[[View], date]:
    return lambda view: view.as_of_day(record, now) if record else now


@st.fragment(run_every=_POLL)
def _watch() -> None:
    """Run the page again when the bundled file has changed."""
    mark = file_mark(data_path())
    if st.session_state.setdefault(_MARK, mark) != mark:
        st.session_state[_MARK] = mark
        st.rerun()
