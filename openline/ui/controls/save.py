"""What can be wanted from a figure: a picture for print, a drawing to edit, and its table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import streamlit as st

from openline.record.dates import show_day
from openline.record.hidden import visible
from openline.sentences.context import filter_words
from openline.ui.browser.components import component
from openline.ui.controls.csv_file import answer_bytes
from openline.ui.controls.file_names import file_name
from openline.ui.scene import Scene

_BUTTONS: Final = """
<div><span>Save</span>
<button type="button" data-format="png" title="Picture for print">PNG</button>
<button type="button" data-format="svg" title="Drawing to edit">SVG</button></div>
"""
_WHOLE: Final = "All rows of this view, of all years and pages"
_SHOWN: Final = "The rows of the years shown"
_HEIGHT: Final = 22
_SAVE_WIDTH: Final = 107


@dataclass(frozen=True)
class FigureToSave:
    """A figure that can be wanted: the key of its chart; what it is called in a file's name;
    its title; the words that explain it; the name of the table behind it; the states
    that its colours stand for; whether its table holds the years that are drawn alone."""

    chart: str
    part: str
    title: str
    explained: tuple[str, ...]
    table: str
    states: tuple[str, ...] = ()
    drawn: bool = False


def draw_figure_save(
    scene: Scene, wanted: FigureToSave, counted: Callable[[], bytes] | None = None
) -> None:
    """Draw the buttons that save a figure as PNG and SVG, and its table as CSV; `counted` makes
    the file where the table is of the figure alone."""
    name = _name(scene, wanted.part, "")
    data = {
        "chart": wanted.chart,
        "file": name,
        "title": visible(wanted.title),
        "below": visible(" · ".join(_context(scene))),
        "explained": [visible(words) for words in wanted.explained],
        "states": list(wanted.states),
    }
    key = f"ol_take_{wanted.part}"
    with st.container(
        key=key, horizontal=True, gap=None, width="content", vertical_alignment="center"
    ):
        mount = component("saving", "save_figure", markup=_BUTTONS, style="save_figure")
        mount(key=f"{key}_picture", data=data, height=_HEIGHT, width=_SAVE_WIDTH)
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


def _context(scene: Scene) -> list[str]:
    """What a picture on its own has to say: whose record, which day, which filters."""
    words = filter_words(scene.filters, scene.view.carry) or ["All parties"]
    return ["Openline", scene.shown.title, f"as of {show_day(scene.as_of)}", *words]
