"""The frame around every page: what is being viewed, and how to view something else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from openline.figures.icon import icon
from openline.markup.text import rich, tag
from openline.questions import filters_of, last_day
from openline.record.columns import CHANNEL, PARTIES
from openline.record.names import folded, folded_sides
from openline.record.problems import Problem
from openline.record.record import Record
from openline.sentences.context import Context, context_line, future_note
from openline.sentences.runs import Run, Text, plain
from openline.settings import marking
from openline.ui.address import LISTS, Looking, look, same_names
from openline.ui.controls.following import listen
from openline.ui.controls.places import PLACES, context_height, place
from openline.ui.controls.width import report_width
from openline.ui.data.clock import today
from openline.ui.data.looks import Look, data_path, file_mark, row_named, tables
from openline.ui.data.saved import spelled_record
from openline.ui.frame.alone import asks_one_figure
from openline.ui.frame.newer_revision import draw_newer, hold, seen_record
from openline.ui.frame.search import draw_found
from openline.ui.frame.sidebar import draw_sidebar
from openline.ui.markup.notes import notes_html
from openline.ui.markup.sheet import running_heads, style_sheet
from openline.ui.markup.text import draw
from openline.ui.pages import Page
from openline.ui.scene import Scene
from openline.view.figure_names import figure_elsewhere
from openline.view.names import (
    channel_elsewhere,
    known_names,
    unknown_names,
    unknown_observation,
    unseen_observation,
)
from openline.view.stretch import late_range
from openline.view.view import View
from openline.web.source import Shown

_POLL = "2s"
_DRAWN = "openline_drawn"
"""The key for the mark of the bundled file, and the day, from which the page was drawn."""


def draw_frame(page: Page, follow: Callable[[Scene], None] | None = None) -> Scene | None:
    """Draw the frame of a page; return its scene, None where there is no data.

    `follow` is called before the frame is drawn, to go where a choice on the page leads. A page
    embedded in another site (`embed=true`) has no sidebar, and a single figure of it
    (`figure=NAME`) no line of context; if the page lacks that figure there is nothing to show.
    """
    st.set_page_config(f"{page.title} · Openline", icon(), layout="wide")
    draw(style_sheet(PLACES))
    now = today()
    st.session_state[_DRAWN] = file_mark(data_path()), now
    looking = look(page.path, seen_record, partial(_settled, page), now)
    view, shown = looking.view, looking.shown
    hold(view, shown)
    scene = _scene(page, view, shown, now)
    if scene is not None and follow is not None:
        follow(scene)
    with st.container(key="ol_browser"):
        listen()
        report_width()
        _watch()
    if not st.context.is_embedded:
        draw_sidebar(page, view, shown, now)
    _draw_marking()
    if asks_one_figure():
        _draw_notes(page, looking, scene, now)
        draw_newer(view, shown)
        return scene if view.figure in page.figures else None
    context = _context(scene, shown, now)
    with place("ol_context", context_height(len(plain(context)))):
        draw(tag("div", rich(context), "ol-context"))
        _draw_notes(page, looking, scene, now)
        draw_newer(view, shown)
    if scene is not None and scene.filters.q:
        draw_found(scene)
    return scene


def _draw_marking() -> None:
    """Draw the marking that the environment sets, if any: at the top and foot of the window and, on
    paper, of every sheet."""
    if text := marking():
        draw(running_heads(text))
        draw(tag("div", text, "ol-marking"))
        draw(tag("div", text, "ol-marking ol-marking-foot", aria_hidden="true"))


def _scene(page: Page, view: View, shown: Shown, now: date) -> Scene | None:
    record = shown.record
    if record is None:
        return None
    as_of = view.as_of_day(record, now)
    filters = filters_of(view, as_of)
    computed = tables(Look(record.digest, as_of, filters, view.carry), record)
    return Scene(page, view, record, as_of, now, filters, computed, shown)


def _context(scene: Scene | None, shown: Shown, now: date) -> Text:
    """Return what is being viewed, in one line."""
    if scene is None:
        return (Run(shown.title),)
    looked = Context(
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
    return context_line(looked)


def _draw_notes(page: Page, looking: Looking, scene: Scene | None, now: date) -> None:
    view, shown, record = looking.view, looking.shown, looking.shown.record
    named = () if page.of_one_channel else st.query_params.get_all(CHANNEL)
    elsewhere = channel_elsewhere(named)
    problems = [*looking.problems, *shown.problems, *([elsewhere] if elsewhere else [])]
    problems += unknown_names(view, record) if record else []
    if view.figure is not None and view.figure not in page.figures:
        problems.append(figure_elsewhere(view.figure, page.title, page.figures))
    problems += _observation_problems(view, scene)
    late = late_range(view.range, view.as_of_day(record, now)) if record else None
    problems += [late] if late and page.has_range else []
    future = future_note(view.as_of_day(record, now), now, last_day(record, now)) if record else ""
    draw(notes_html(problems, [shown.note, future]))


def _observation_problems(view: View, scene: Scene | None) -> list[Problem]:
    if scene is None or view.observation is None:
        return []
    row = row_named(view, scene.record)
    if row is None:
        return [unknown_observation(view.observation)]
    is_seen = row in scene.tables.evidence.observations.index
    return [] if is_seen else [unseen_observation(view.observation)]


def _settled(page: Page, view: View, shown: Shown) -> View:
    """Return a view with its names in the spelling of its record.

    A page that is not about one channel drops the channel, one that does not count states treats
    stale ones like others, and one that is not embedded has all its figures.
    """
    names: dict[str, Any] = {"record": spelled_record(view.record)}
    if shown.record is not None:
        for name in LISTS:
            fold = folded_sides if name == PARTIES else folded
            if named := getattr(view, name):
                names[name] = same_names(named, known_names(shown.record, name), fold)
    if not page.of_one_channel:
        names |= {CHANNEL: (), "observation": None}
    elif view.observation is not None and shown.record is not None:
        names |= _channel_of(replace(view, **names), shown.record)
    if not st.context.is_embedded:
        names["figure"] = None
    if not page.counts_states:
        names["fresh"] = False
    return replace(view, **names)


def _channel_of(view: View, record: Record) -> dict[str, tuple[str, ...]]:
    """Return the channel and the parties of the observation that a view names, nothing for an
    unknown one."""
    row = row_named(view, record)
    if row is None:
        return {}
    cited_row = record.observations.loc[row]
    parties = cited_row[PARTIES]
    return {
        CHANNEL: (str(cited_row[CHANNEL]),),
        PARTIES: (parties,) if isinstance(parties, str) else (),
    }


@st.fragment(run_every=_POLL)
def _watch() -> None:
    """Rerun the page when the bundled file has changed or a new day has begun."""
    if st.session_state[_DRAWN] != (file_mark(data_path()), today()):
        st.rerun()
