"""One figure of a page on its own, as it is embedded in another site."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

import streamlit as st

from openline.markup.text import tag, unbroken
from openline.ui.controls.board import current_theme
from openline.ui.controls.figure import Drawn, plain_chart
from openline.ui.controls.legend import plain_legend
from openline.ui.controls.save import FigureToSave, figure_source
from openline.ui.controls.width import width
from openline.ui.markup.headings import page_title
from openline.ui.markup.links import address
from openline.ui.markup.sheet import told_height
from openline.ui.markup.text import draw
from openline.ui.scene import Scene

Figures = Mapping[str, Callable[[Scene], FigureToSave | None]]
"""Functions that make the figures of a page, by name; each returns None if it has nothing to
show."""
_PARAMETER: Final = "figure"
_NOTHING: Final = "There is nothing to draw here."


def asks_one_figure() -> bool:
    """Return whether the address asks for one embedded figure of a page."""
    return bool(st.context.is_embedded) and _PARAMETER in st.query_params


def stood_alone(scene: Scene, figures: Figures) -> bool:
    """Draw the single figure that a scene's view asks for, with its title, how to read it and its
    source; return False if it asks for none."""
    name = scene.view.figure if figures else None
    if name is None or name not in figures:
        return False
    with st.container(key="ol_alone"):
        figure = figures[name](scene)
        if figure is None:
            draw(tag("div", _NOTHING, "ol-empty"))
        else:
            _draw(scene, figure)
    return True


def _draw(scene: Scene, figure: FigureToSave) -> None:
    height = int(figure.make(current_theme(), width()).layout.height)
    draw(told_height("ol_alone", height))
    draw(page_title(unbroken(figure.title)))
    words = tag("div", " ".join(figure.explained), "ol-how")
    draw(words + plain_legend(figure.states) if figure.states else words)
    of = ("alone", figure.part, scene.look, scene.view)
    plain_chart(Drawn(of, figure.make), figure.chart, figure.alt)
    whole = address(scene.page.path, replace(scene.view, figure=None).to_query())
    link = tag("a", "Open the board", href=whole, target="_blank", rel="noopener")
    draw(tag("p", (unbroken(figure_source(scene, figure)), " · ", link), "ol-source"))
