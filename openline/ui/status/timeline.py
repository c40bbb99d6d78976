"""The timeline of channels on Status, with its pages."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from openline.figures.axis import window_start
from openline.figures.frames import Frames
from openline.figures.theme import LIGHT, SHEET, WIDE, Theme
from openline.figures.timeline.labels import names_cut
from openline.figures.timeline.paper import on_paper
from openline.figures.timeline.rows import is_overview, page_count
from openline.figures.timeline.timeline import marked_causes, timeline, timeline_alt
from openline.markup.text import tag
from openline.record.columns import LIVING_STATES
from openline.sentences.pictures import in_full, none_yet, past_words, range_words
from openline.sentences.runs import plain
from openline.sentences.since import ARROWS, marks_how
from openline.sentences.status import headline, one_parties
from openline.ui.controls.figure import Drawn, choice_chart, paper_chart
from openline.ui.controls.legend import how_to_read, legend, picture_words
from openline.ui.controls.paging import draw_pages, shown_page
from openline.ui.controls.places import place
from openline.ui.controls.save import FigureToSave, draw_figure_save, picture_title
from openline.ui.controls.width import width
from openline.ui.data.looks import Look
from openline.ui.data.shared import shared
from openline.ui.markup.text import draw
from openline.ui.scene import Scene
from openline.ui.status.since import New, new_in
from openline.view.figure_names import TIMELINE
from openline.view.stretch import stretch_until
from openline.view.view import View

_KEY: Final = "ol_timeline"
_MOST_PRINTED: Final = 12
"""The most columns of an overview on paper: three sheets of them."""


@dataclass(frozen=True)
class _Shown:
    """The view's settings that only the timeline uses, and the width that it is drawn for."""

    range: str
    sort: str
    page: int
    causes: bool
    width: str
    since: date


def draw_timeline(looked: Scene, new: New) -> None:
    """Draw the timeline of a scene's channels in the days of its range; channels that moved are
    marked if these days end on the as-of day."""
    scene, new = _of_range(looked, new)
    status = scene.tables.status
    if not len(status):
        draw(tag("div", none_yet(scene.as_of), "ol-how"))
        return
    pages = page_count(status, scene.view.sort)
    drawn = _drawn(scene, new, shown_page(scene.view, pages))
    wanted = _to_save(scene, new, drawn)
    past = past_words(scene.as_of, looked.as_of) if scene is not looked else ""
    _draw_how(scene, past, marks_how(new.day, new.marks), wanted)
    choice_chart(drawn, _KEY, wanted.alt)
    _draw_left_out(scene)
    draw_pages(pages)


def timeline_figure(looked: Scene) -> FigureToSave | None:
    """Return the timeline of a scene's channels, to show alone; None where it has no row."""
    scene, new = _of_range(looked, new_in(looked))
    status = scene.tables.status
    if not len(status):
        return None
    page = min(scene.view.page, page_count(status, scene.view.sort))
    return _to_save(scene, new, _drawn(scene, new, page))


def _of_range(looked: Scene, new: New) -> tuple[Scene, New]:
    """Return the scene of the days shown, and what moved, which is nothing in a past stretch."""
    scene = looked.ranged
    return scene, new if scene is looked else replace(new, marks=new.marks.iloc[:0])


def print_timeline(looked: Scene, new: New) -> None:
    """Draw the timeline only for paper, where the page shows something else in its place."""
    scene, new = _of_range(looked, new)
    if not len(scene.tables.status):
        return
    status = scene.tables.status
    draw(tag("div", legend(is_overview(status, on_paper(status, scene.view.sort)[0])), "ol-print"))
    paper_chart(_drawn(scene, new, 1), _KEY)
    _draw_left_out(scene)


def _draw_left_out(scene: Scene) -> None:
    """Say on paper which part of an overview it has, if not all."""
    status = scene.tables.status
    number = page_count(status, scene.view.sort, SHEET) if is_overview(status) else 1
    if number > _MOST_PRINTED:
        words = f"The first {_MOST_PRINTED} of {number:,} columns; the CSV has all channels."
        draw(tag("div", words, "ol-print ol-muted ol-source"))


def _to_save(scene: Scene, new: New, drawn: Drawn) -> FigureToSave:
    moved = marks_how(new.day, new.marks)
    words = picture_words(is_overview(scene.tables.status), _causes(scene))
    return FigureToSave(
        _KEY,
        drawn.make,
        TIMELINE,
        _title(scene),
        (*words, *filter(None, [_part_shown(scene), _whole_names(scene), moved])),
        "spans",
        timeline_alt(scene.frames, width(), _start(scene), scene.view.marks_causes),
        LIVING_STATES,
        days=(_start(scene).date(), scene.as_of),
    )


def _part_shown(scene: Scene) -> str:
    """Return which page of the channels a picture has, if not all."""
    pages = page_count(scene.tables.status, scene.view.sort)
    page = f"Page {min(scene.view.page, pages):,} of {pages:,}"
    return f"{page} of the channels; title and openness count all." if pages > 1 else ""


def _whole_names(scene: Scene) -> str:
    """Return in full the names that rows cut, if all channels are rows of one page."""
    status, sort = scene.tables.status, scene.view.sort
    if is_overview(status) or page_count(status, sort) > 1:
        return ""
    return in_full(names_cut(status, width()))


def _causes(scene: Scene) -> tuple[int, int] | None:
    if not scene.view.marks_causes:
        return None
    return marked_causes(scene.frames, width(), _start(scene))


def _draw_how(scene: Scene, past: str, moved: str, wanted: FigureToSave) -> None:
    """Draw how to read the timeline, and the buttons to save it. Only the page says that the
    timeline shows the past, as the page's other parts do not."""
    view, overview = scene.view, is_overview(scene.tables.status)
    causes = _causes(scene)
    as_lines = is_overview(scene.tables.status, on_paper(scene.tables.status, view.sort)[0])
    with place("ol_how", horizontal=True):
        printed = _causes_on_paper(view)
        words = past or moved
        draw(how_to_read(overview, view.sort, causes, words, printed, lines_printed=as_lines))
        draw_figure_save(scene, wanted)


def _title(scene: Scene) -> str:
    """Return the finding of a picture: the headline of its last day, with the days of a particular
    range."""
    view, status, side = scene.view, scene.tables.status, scene.filters.one_side
    sentence = plain(headline(scene.as_of, status, side, view.fresh, scene.last_day))
    own = stretch_until(view.range, scene.as_of)
    is_named = bool(one_parties(status) or side)
    return picture_title(scene, sentence, range_words(*own) if own else "", is_named)


def _start(scene: Scene) -> pd.Timestamp:
    evidence = scene.tables.evidence
    return window_start(scene.view.range, evidence.as_of, scene.tables.spans)


def _drawn(scene: Scene, new: New, page: int) -> Drawn:
    """Return a page of the timeline as a figure to draw; on paper an overview has all of its
    pages."""
    view = scene.view
    look, frames = scene.look, _marked(scene.frames, new)
    looked = _Shown(view.range, view.sort, page, view.marks_causes, width(), new.day)

    def make(theme: Theme, layout: str, page: int = page) -> go.Figure:
        return _figure(look, replace(looked, width=layout, page=page), theme, frames)

    def paper() -> list[go.Figure]:
        sheet = replace(looked, width=on_paper(frames.status, view.sort)[0])
        if sheet.width != SHEET:
            return [_figure(look, replace(sheet, causes=_causes_on_paper(view)), LIGHT, frames)]
        number = min(_MOST_PRINTED, page_count(frames.status, view.sort, SHEET))
        return [make(LIGHT, SHEET, at) for at in range(1, number + 1)]

    of = replace(looked, width=WIDE)
    return Drawn(("timeline", look, of, _causes_on_paper(view)), make, paper)


def _causes_on_paper(view: View) -> bool:
    """Return whether paper has causes: unless asked for, they would leave the board no room on the
    sheet."""
    return view.causes is True


def _marked(frames: Frames, new: New) -> Frames:
    """Return the frames with the mark of each channel that moved in its row of the status table."""
    arrows = {channel: ARROWS[mark] for channel, mark in new.marks.items()}
    moved = [arrows.get(channel, "") for channel in frames.status["channel_id"]]
    return replace(frames, status=frames.status.assign(moved=moved))


@shared
def _figure(look: Look, shown: _Shown, theme: Theme, _frames: Frames) -> go.Figure:
    start = window_start(shown.range, _frames.as_of, _frames.spans)
    return timeline(_frames, theme, shown.width, start, shown.sort, shown.page, causes=shown.causes)
