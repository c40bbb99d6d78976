"""What can be wanted from a figure: a picture for print, a drawing to edit, and its table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import streamlit as st

from openline.record.hidden import visible
from openline.sentences.context import filter_words
from openline.sentences.pictures import source_line
from openline.ui.controls.csv_file import answer_bytes
from openline.ui.controls.file_names import file_name
from openline.ui.controls.picture import Make, draw_picture
from openline.ui.scene import Scene

_WHOLE: Final = "All rows of this view, of all years and pages"
_SHOWN: Final = "The rows of the years shown"


@dataclass(frozen=True)
class FigureToSave:
    """A figure that can be wanted: the key of its chart; how it is made; what it is called in a
    file's name; its title; the words that explain it; the name of the table behind it; the states
    that its colours stand for; whether its table holds the years that are drawn alone."""

    chart: str
    make: Make
    part: str
    title: str
    explained: tuple[str, ...]
    table: str
    states: tuple[str, ...] = ()
    drawn: bool = False


def draw_figure_save(
    scene: Scene, wanted: FigureToSave, counted: Callable[[], bytes] | None = None
) -> None:
    """Draw the buttons that make a picture of a figure, and save its table as CSV; `counted`
    makes the file where the table is of the figure alone."""
    told = {
        "chart": wanted.chart,
        "file": _name(scene, wanted.part, ""),
        "title": visible(wanted.title),
        "source": visible(source_line(scene.shown.title, scene.as_of, _filtered(scene))),
        "explained": [visible(words) for words in wanted.explained],
        "states": list(wanted.states),
    }
    key = f"ol_take_{wanted.part}"
    with st.container(
        key=key, horizontal=True, gap=None, width="content", vertical_alignment="center"
    ):
        draw_picture(key, told, wanted.make)
        table = counted or (lambda: answer_bytes(wanted.table, scene))
        save_table(scene, "CSV", wanted.part, table, wanted.drawn)


def save_table(
    scene: Scene, label: str, part: str, data: Callable[[], bytes], drawn: bool = False
) -> None:
    """Draw a quiet button that saves a table as a CSV file.

    `drawn`: whether the table holds the years that are drawn alone; else it has all rows of the
    view, and hovering says so.
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


def _filtered(scene: Scene) -> list[str]:
    return filter_words(scene.filters, scene.view.carry) or ["all parties"]
