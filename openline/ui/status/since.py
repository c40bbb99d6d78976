"""What is new since a day, on Status: the choice of the day, the sentence and the list."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import streamlit as st

from openline.analysis.evidence import gather
from openline.analysis.lengths import years_before
from openline.analysis.news import WHAT, marks, news
from openline.analysis.status import status
from openline.markup.text import BREAK, Markup, joined, rich, tag
from openline.questions import since_day
from openline.record.columns import EVENT
from openline.record.frames import Column, Frame
from openline.sentences.days import STEPS
from openline.sentences.openings import move_name
from openline.sentences.since import all_words, kind_words, new_line, since_sentence, summary_said
from openline.sentences.status import several_parties
from openline.store.revisions import Revision
from openline.ui.address import A_DAY, key_of
from openline.ui.controls.day import day_fault, day_field, take_text
from openline.ui.data.answers import revision_before, rows_since
from openline.ui.data.looks import Look
from openline.ui.data.shared import shared
from openline.ui.markup.headings import heading
from openline.ui.markup.links import channel_link
from openline.ui.markup.text import draw
from openline.ui.scene import Scene
from openline.ui.status.visit import last_visit
from openline.view.readers import YEAR, AsOf
from openline.view.view import View

NEWEST: Final = 4
"""How many changes are listed at first."""
_MOST: Final = 300
_FEW: Final = 12
"""Up to this many changes are listed open, with nothing more to unfold."""
_VISIT: Final = "visit"
_WORDS: Final = {**STEPS, _VISIT: "my last visit", A_DAY: "another day"}
_CHOICE: Final = "ol_since_choice"
_DAY: Final = "ol_since_day"


@dataclass(frozen=True, eq=False)
class New:
    """What is new since a day: its table, the status table of that day, and the marks of the
    channels that moved since, by `channel_id`."""

    day: date
    rows: Frame
    before: Frame
    marks: Column


def new_in(scene: Scene) -> New:
    """Return what is new in a scene since the day named by its view."""
    day = since_day(scene.view.since, scene.as_of)
    return _new(scene.look, day, revision_before(scene.shown.revision, day), scene)


def draw_since(scene: Scene, new: New) -> None:
    """Draw the choice of the day, the sentence and the list."""
    visit = last_visit(scene)
    chosen = _chosen(scene.view.since, visit)
    st.session_state[_CHOICE] = chosen
    options = [word for word in _WORDS if word != _VISIT or visit is not None]
    with st.container(key="ol_since_head", horizontal=True, vertical_alignment="center"):
        draw(heading("What is new since"), width="content")
        st.selectbox(
            "What is new since",
            options,
            format_func=lambda word: _WORDS.get(word, word),
            accept_new_options=True,
            filter_mode="contains",
            key=_CHOICE,
            on_change=_take,
            args=(new.day, visit),
            label_visibility="collapsed",
        )
    if chosen == A_DAY:
        day_field("Day", _DAY, new.day, _set_day, label_visibility="collapsed")
        draw(day_fault(_DAY, new.day))
    draw(_news(scene.look, scene.view, new.day, scene.shown.revision, scene.last_day, scene, new))


@shared
def _news(
    look: Look,
    view: View,
    day: date,
    revision: Revision | None,
    last_day: date | None,
    _scene: Scene,
    _new: New,
) -> Markup:
    """Return the sentence and the list, made only once, as the list can have hundreds of
    entries."""
    scene, new = _scene, _new
    words = since_sentence(new.day, scene.as_of, new.rows, scene.last_day)
    several = several_parties(scene.tables.status)
    first = [_item(scene, row, several) for _, row in new.rows.head(NEWEST).iterrows()]
    parts = [tag("p", rich(words), "ol-since"), tag("div", first, "ol-news")]
    if len(new.rows) > NEWEST:
        line = tag("summary", all_words(len(new.rows)), "ol-opener")
        parts.append(tag("details", (line, _all(scene, new.rows, several)), "ol-list"))
    return tag("div", parts, "ol-since-list")


def _all(scene: Scene, rows: Frame, several: bool) -> Markup:
    """Return every change with its summary, folded behind a line for each kind, so that all kinds
    are in view; a short list is open from the start."""
    listed, parts = rows.head(_MOST), list[Markup]()
    for what in WHAT:
        some = listed[listed["what"] == what]
        if len(some):
            line = tag("summary", kind_words(rows, what), "ol-opener ol-since-kind")
            items = (_item(scene, row, several, with_summary=True) for _, row in some.iterrows())
            is_open = not parts or len(listed) <= _FEW
            parts.append(tag("details", (line, joined(items)), open=is_open))
    if len(rows) > len(listed):
        more = f"{len(rows) - len(listed):,} more are in the CSV of what is new."
        parts.append(tag("p", more, "ol-how"))
    return joined(parts)


def _item(scene: Scene, row: Column, several: bool, *, with_summary: bool = False) -> Markup:
    name = rich(move_name(row, several))
    link = channel_link(name, scene.view, row["parties"], row["channel"])
    said = tag("div", summary_said(row), "ol-muted") if with_summary else ""
    return tag("div", (rich(new_line(row)), BREAK, link, said), "ol-item")


def _chosen(day: str | date, visit: date | None) -> str:
    if not isinstance(day, date):
        return day
    return _VISIT if day == visit else A_DAY


def _take(day: date, visit: date | None) -> None:
    """Write the choice into the view: a step back, the day of the last visit, or a particular day,
    which begins with the day chosen before or is typed instead of a choice."""
    choice: str = st.session_state[_CHOICE]
    if choice in STEPS:
        st.session_state[key_of("since")] = choice
    elif choice == _VISIT and visit is not None:
        st.session_state[key_of("since")] = visit
    elif choice == A_DAY:
        st.session_state[key_of("since")] = years_before(day, 1) if day == visit else day
    elif choice not in _WORDS:
        st.session_state[key_of("since")] = day
        take_text(choice, _DAY, day, _set_day)


def _set_day(day: AsOf) -> None:
    st.session_state[key_of("since")] = day if isinstance(day, date) else YEAR


@shared
def _new(look: Look, day: date, before: Revision | None, _scene: Scene) -> New:
    record, now = _scene.record, _scene.tables.evidence
    first = min(day, look.as_of)
    then = gather(record, first, look.filters, look.carry)
    every = then
    if look.filters.fresh:
        every = gather(record, first, replace(look.filters, fresh=False), look.carry)
    late = rows_since(before, record, _scene.today)
    rows = news(every, now, late, has_events=EVENT in record.columns)
    return New(day, rows, status(then), marks(rows))
