"""Compare: two days side by side, and what changed between them as a dumbbell."""

from dataclasses import replace
from functools import partial
from typing import Final

import pandas as pd

from openline.figures.compare.dumbbell import dumbbell, dumbbell_alt
from openline.figures.compare.rows import dumbbell_pages, dumbbell_rows
from openline.markup.text import tag
from openline.record.columns import LIVING_STATES
from openline.record.dates import show_day
from openline.sentences.compare import changed, compare_headline
from openline.sentences.runs import count, plain
from openline.sentences.status import one_parties, several_parties
from openline.ui.compare.answer import (
    compared_frame,
    day_counts_html,
    draw_head,
    dumbbell_how,
    has_counts,
    moves_link,
)
from openline.ui.compare.days import Days, days_of, draw_day_notes, draw_days, with_days
from openline.ui.compare.lists import changed_html, unchanged_html
from openline.ui.compare.revisions import draw_revisions
from openline.ui.controls.csv_file import answer_bytes
from openline.ui.controls.figure import Drawn, choice_chart, drawn_once
from openline.ui.controls.following import follow_choice
from openline.ui.controls.paging import draw_pages, shown_page
from openline.ui.controls.places import place
from openline.ui.controls.save import FigureToSave, draw_figure_save, picture_title
from openline.ui.frame.alone import stood_alone
from openline.ui.frame.empty import draw_empty
from openline.ui.frame.frame import draw_frame
from openline.ui.frame.share import draw_foot, draw_share
from openline.ui.markup.headings import heading
from openline.ui.markup.text import draw
from openline.ui.pages import COMPARE_PAGE
from openline.ui.scene import Scene
from openline.view.figure_names import CHANGES_FIGURE

_KEY: Final = "ol_dumbbell"


def draw_compare() -> None:
    """Draw the page Compare."""
    scene = draw_frame(COMPARE_PAGE, follow_choice)
    if scene is not None and not stood_alone(scene, {CHANGES_FIGURE: _changes}):
        _draw_two_days(scene)
        draw_revisions(scene)
        draw_foot(scene)


def _draw_two_days(scene: Scene) -> None:
    days = days_of(scene)
    scene_of_days = with_days(scene, days)
    draw_share(scene, lambda: answer_bytes("compare", scene_of_days))
    compared = compared_frame(scene, days)
    draw_day_notes(scene, days)
    if not len(compared):
        draw_empty(scene, COMPARE_PAGE, days.second)
        if len(scene.tables.evidence.channels):
            draw_days(scene, days)
        return
    draw_head(scene, days, compared)
    draw_days(scene, days)
    if has_counts(compared):
        with place("ol_counts"):
            draw(day_counts_html(days, compared))
    _draw_changes(scene, days, compared)


def _changes(scene: Scene) -> FigureToSave | None:
    """Return the channels that changed between the days of a scene, to show alone."""
    days = days_of(scene)
    compared = compared_frame(scene, days)
    page = min(scene.view.page, dumbbell_pages(compared))
    if not len(dumbbell_rows(compared, page)):
        return None
    drawn = _drawn(scene, days, compared, page)
    return dumbbell_to_save(drawn, _title(scene, days, compared), days, compared)


def _title(scene: Scene, days: Days, compared: pd.DataFrame) -> str:
    side = scene.filters.one_side
    sentence = plain(compare_headline(days.first, days.second, compared, side))
    return picture_title(scene, sentence, named=bool(one_parties(compared) or side))


def _draw_changes(scene: Scene, days: Days, compared: pd.DataFrame) -> None:
    """Draw the channels that changed, as a figure and as a table, with those that did not in
    between."""
    pages = dumbbell_pages(compared)
    page = shown_page(scene.view, pages)
    rows = dumbbell_rows(compared, page)
    if len(rows):
        drawn = _drawn(scene, days, compared, page)
        wanted = dumbbell_to_save(drawn, _title(scene, days, compared), days, compared)
        with place("ol_dumbbell_head", horizontal=True):
            draw(heading("What changed") + dumbbell_how(days, moves_link(scene, days)))
            draw_figure_save(with_days(scene, days), wanted, view=scene.view)
        choice_chart(drawn, wanted.chart, wanted.alt)
        draw_pages(pages, scene.view)
    draw(unchanged_html(compared, scene.view))
    if len(rows):
        listed = changed_html(days, rows, scene.view, several_parties(compared))
        draw(tag("div", heading("What changed, channel by channel") + listed, "ol-list-title"))


def _drawn(scene: Scene, days: Days, compared: pd.DataFrame, page: int) -> Drawn:
    of = ("changes", replace(scene.look, as_of=days.second), days.first, page)
    return drawn_once(of, partial(dumbbell, compared, _days(days), page=page))


def _days(days: Days) -> tuple[pd.Timestamp, pd.Timestamp]:
    return pd.Timestamp(days.first), pd.Timestamp(days.second)


def dumbbell_to_save(drawn: Drawn, title: str, days: Days, compared: pd.DataFrame) -> FigureToSave:
    """Return the dumbbell as a figure to save; `title` is its picture's finding."""
    first, second = show_day(days.first), show_day(days.second)
    rows = changed(compared)
    left = (
        f"Left out: {count(len(compared) - len(rows), 'channel')} with the same state on both days."
    )
    states = {*rows["from_state"].dropna(), *rows["to_state"]}
    return FigureToSave(
        _KEY,
        drawn.make,
        CHANGES_FIGURE,
        title,
        (
            f"Small mark: {first}; large mark: {second}.",
            "| contacts, △ overtures, × refusals.",
            left,
        ),
        "compare",
        dumbbell_alt(compared, _days(days)),
        tuple(state for state in LIVING_STATES if state in states),
    )
