"""The figures of the page Gaps: the ongoing gaps and the history."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from openline.analysis import unusual
from openline.analysis.gaps import SEVERANCE, SILENCE
from openline.figures.gaps.now import gaps_now, gaps_now_alt, gaps_scale
from openline.figures.theme import LIGHT, WIDE, Theme
from openline.markup.text import Child, tag
from openline.record.columns import SEVERED
from openline.ui.controls.figure import Drawn, choice_chart, drawn_once
from openline.ui.controls.folding import draw_rows, rows_shown
from openline.ui.controls.picture import Make
from openline.ui.controls.places import place
from openline.ui.controls.save import FigureToSave, draw_figure_save
from openline.ui.gaps.sections import MOST_ON_PAPER, MOST_SILENT, printed_first
from openline.ui.markup.text import draw
from openline.ui.scene import Scene
from openline.view.figure_names import HISTORY, SEVERED_NOW, SILENT_NOW

MOST_SHOWN: Final = {SEVERANCE: 40, SILENCE: 12}
"""The most gaps of each kind drawn, the longest ones."""
_PRINTED: Final = {SEVERANCE: MOST_ON_PAPER, SILENCE: MOST_SILENT}
_NOUNS: Final = {SEVERANCE: "severed channels", SILENCE: "silent channels"}
_KEYS: Final = {SEVERANCE: f"ol_gaps_{SEVERED_NOW}", SILENCE: f"ol_gaps_{SILENT_NOW}"}
SECTION_TITLES: Final = {
    SEVERED_NOW: "Severed now, longest first",
    SILENT_NOW: "Silent now, longest first",
    HISTORY: "The history of gaps",
}
"""The headings of the page's figures, by part of the page."""
SECTIONS: Final = {
    "causes": "What severed them",
    "severed": "Severed now",
    "silent": "Silent now",
    "history": "History",
    "reopening": "Time to reopening",
}
"""The names of the page's sections in the line of links to them, by anchor."""


def ranked_gaps(scene: Scene, kind: str) -> pd.DataFrame:
    """Return the ongoing gaps of a kind, longest first, with their ranks."""
    return unusual.ongoing(scene.tables.evidence, kind, scene.view.min_days)


def gaps_figure(
    name: str, make: Make, title: str, words: str, alt: str, days: tuple[date, date] | None = None
) -> FigureToSave:
    """Return a figure of gaps to save, by name: how it is made, its title, the words that explain
    it, its text alternative, and the days of its time axis, if it has one."""
    states = (SEVERED,) if name != SILENT_NOW else ()
    return FigureToSave(
        f"ol_gaps_{name}", make, name, title, (words,), "gaps", alt, states, days=days
    )


def draw_how(scene: Scene, wanted: FigureToSave, markup: Child, data: Callable[[], bytes]) -> None:
    """Draw how to read a figure, and the buttons to save it.

    `markup`: the dressed words; `data`: makes its table's file.
    """
    with place(f"{wanted.chart}_how", horizontal=True):
        draw(tag("div", markup, "ol-how"))
        draw_figure_save(scene, wanted, data)


def drawn_now(scene: Scene, kind: str, rows: int | None = None) -> Drawn:
    """Return the figure of the longest ongoing gaps of a kind, or of the first `rows` of them;
    paper shows all of them. Both kinds share one scale."""
    asked = (kind, scene.look, scene.view.min_days)
    everything = most_drawn(kind, len(ranked_gaps(scene, kind)))

    def first(rows: int) -> Make:
        return drawn_once((*asked, rows), partial(_now, scene, kind, rows)).make

    printed = min(everything, _PRINTED[kind])
    return Drawn(asked, first(rows or everything), lambda: [first(printed)(LIGHT, WIDE)])


def draw_now(scene: Scene, kind: str) -> None:
    """Draw the longest of the ongoing gaps of a kind."""
    number = len(ranked_gaps(scene, kind))
    most = most_shown(kind, number)
    choice_chart(drawn_now(scene, kind, most), _KEYS[kind], now_alt(scene, kind))
    draw_rows(kind, most_drawn(kind, number))
    draw(printed_first(number, f"{_NOUNS[kind]}, longest first,", _PRINTED[kind]))


def now_alt(scene: Scene, kind: str) -> str:
    """Return the text alternative of the figure of a kind."""
    return gaps_now_alt(ranked_gaps(scene, kind), scene.tables.evidence.as_of)


def most_drawn(kind: str, gaps: int) -> int:
    """Return how many of `gaps` gaps of a kind a picture or a sheet of paper shows."""
    return min(gaps, MOST_SHOWN[kind])


def most_shown(kind: str, gaps: int) -> int:
    """Return how many of `gaps` gaps of a kind the window shows."""
    return rows_shown(kind, most_drawn(kind, gaps))


def _now(scene: Scene, kind: str, first: int, theme: Theme, layout: str) -> go.Figure:
    """Return the figure of the first gaps."""
    parts = {name: ranked_gaps(scene, name).head(most) for name, most in MOST_SHOWN.items()}
    scale = gaps_scale(*parts.values(), width=layout)
    return gaps_now(parts[kind].head(first), scale, theme, layout)
