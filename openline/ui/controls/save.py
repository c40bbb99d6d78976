"""Saving a figure: as a picture for print, as a drawing to edit, and as its table."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import streamlit as st

from openline.record.direction import apart
from openline.record.hidden import visible
from openline.sentences.context import filter_words
from openline.sentences.pictures import source_line, titled, to_day
from openline.ui.controls.board import current_theme
from openline.ui.controls.citing import Keeping, cited_in_forms
from openline.ui.controls.csv_file import answer_bytes
from openline.ui.controls.file_names import file_name
from openline.ui.controls.page_links import frame_snippet
from openline.ui.controls.picture import Make, draw_picture
from openline.ui.controls.width import width
from openline.ui.scene import Scene
from openline.view.view import View

_WHOLE: Final = "All rows of this view, of all years and pages"
_WORDS_HEIGHT: Final = 170
"""The height allowed for a figure's title, explanation and source, in pixels."""
_SHOWN: Final = "The rows of the years shown"


@dataclass(frozen=True)
class FigureToSave:
    """A figure that can be saved: the key of its chart; how it is made; its name, one of `FIGURES`;
    its title; the words that explain it; the name of the table behind it; its text alternative; the
    states that its colours stand for; whether its table holds only the years drawn; and, for a time
    axis, its first and last day."""

    chart: str
    make: Make
    part: str
    title: str
    explained: tuple[str, ...]
    table: str
    alt: str
    states: tuple[str, ...] = ()
    drawn: bool = False
    days: tuple[date, date] | None = None


def picture_title(scene: Scene, finding: str, day: str = "", named: bool = False) -> str:
    """Return the title of a picture of a scene: its finding, its channels and its last day.
    `named`: whether the finding itself names the parties."""
    filters = replace(scene.filters, parties=()) if named else scene.filters
    return titled(finding, filter_words(filters, scene.view.carry), day)


def known_day(scene: Scene) -> date:
    """Return the last day about which a picture can say anything, never after the record's last."""
    return min(scene.as_of, scene.last_day or scene.as_of)


def up_to(scene: Scene) -> str:
    """Return the words in a title for the last day that it covers."""
    return to_day(known_day(scene))


def draw_figure_save(
    scene: Scene,
    wanted: FigureToSave,
    counted: Callable[[], bytes] | None = None,
    view: View | None = None,
) -> None:
    """Draw the buttons that make a picture of a figure, embed it elsewhere, and save its table as
    CSV; `counted` makes the file if only this figure has the table, and `view` is the view to
    embed, if not the scene's own."""
    data = {
        "chart": wanted.chart,
        "file": _name(scene, wanted.part, ""),
        "title": apart(visible(wanted.title)),
        "source": apart(visible(figure_source(scene, wanted))),
        "explained": [apart(visible(words)) for words in wanted.explained],
        "states": list(wanted.states),
        "frame": _snippet(scene, wanted, view or scene.view),
        "cite": cited_in_forms(scene, wanted.title),
    }
    key = f"ol_take_{wanted.part}"
    with st.container(
        key=key, horizontal=True, gap=None, width="content", vertical_alignment="center"
    ):
        draw_picture(key, data, wanted.make, Keeping(scene))
        table = counted or (lambda: answer_bytes(wanted.table, scene))
        save_table(scene, "CSV", wanted.part, table, wanted.drawn)


def figure_source(scene: Scene, wanted: FigureToSave) -> str:
    """Return the source line of a figure: its record, its day and its channels."""
    filters = filter_words(scene.filters, scene.view.carry) or ["all parties"]
    return source_line(scene.shown.title, scene.as_of, filters, wanted.days)


def _snippet(scene: Scene, wanted: FigureToSave, view: View) -> str:
    """Return the line of HTML that embeds a figure, with room for its title and its words."""
    height = int(wanted.make(current_theme(), width()).layout.height)
    return frame_snippet(scene, view, height + _WORDS_HEIGHT, wanted.part)


def save_table(
    scene: Scene, label: str, part: str, data: Callable[[], bytes], drawn: bool = False
) -> None:
    """Draw a quiet button that saves a table as a CSV file.

    `drawn`: whether the table holds only the years drawn; if not, it has all rows of the view, and
    the hover text says so.
    """
    st.download_button(
        label,
        data,
        file_name=_name(scene, part, ".csv", drawn),
        mime="text/csv",
        on_click="ignore",
        type="tertiary",
        help=_SHOWN if drawn else _WHOLE,
        key=f"ol_save_{part}",
    )


def _name(scene: Scene, part: str, suffix: str, drawn: bool = True) -> str:
    return file_name(scene.page.title, part, scene.exact_view, scene.as_of, suffix, drawn)
