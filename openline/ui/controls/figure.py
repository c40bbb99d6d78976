"""One figure on a page: drawn in its place, with what was chosen in it."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import plotly.graph_objects as go
import streamlit as st

from openline.figures.svg.drawing import svg_of
from openline.figures.theme import LIGHT, WIDE, Theme
from openline.record.hidden import visible
from openline.ui.browser.components import component
from openline.ui.controls.board import current_theme
from openline.ui.controls.width import width
from openline.ui.data.shared import made_once
from openline.ui.markup.sheet import reserved
from openline.ui.markup.text import draw

_CHOSEN: Final = "openline_mark_chosen"
_DRAWINGS: Final = 128
_CONFIG: Final = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
}


@dataclass(frozen=True)
class Drawn:
    """A figure to draw: a key (`of`) that identifies it, empty where it is not printed; how to make
    it in a theme for a width; and what replaces it on paper, if anything."""

    of: tuple[object, ...]
    make: Callable[[Theme, str], go.Figure]
    paper: Callable[[], Sequence[go.Figure]] | None = None


def drawn_once(
    of: tuple[str, *tuple[Hashable, ...]],
    draw_it: Callable[[Theme, str], go.Figure],
    paper: Callable[[], Sequence[go.Figure]] | None = None,
) -> Drawn:
    """Return a figure that is made once for all sessions, by `of`, theme and width; `paper` as in
    `Drawn`."""

    def make(theme: Theme, layout: str) -> go.Figure:
        return made_once(*of, theme, layout, make=partial(draw_it, theme, layout))

    return Drawn(of, make, paper)


def plain_chart(drawn: Drawn, key: str, alt: str, **more: Any) -> None:
    """Draw a figure that ignores clicks in its reserved place, and before it the drawing printed in
    its stead: Plotly keeps a window busy for seconds while it loads, and a page printed then would
    lack its figures."""
    if drawn.of:
        paper_chart(drawn, key)
    figure, said = drawn.make(current_theme(), width()), visible(alt)
    height = int(figure.layout.height)
    draw(reserved(key, height))
    st.plotly_chart(figure, height=height, theme=None, key=key, config=_CONFIG, alt=said, **more)


def paper_chart(drawn: Drawn, key: str) -> None:
    """Draw only what is printed of a figure."""
    mount = component("drawing", "drawing", markup="<section></section>", style="drawing")
    mount(key=f"ol_paper_{key}", data={"drawings": _on_paper(drawn.of, drawn)})


def choice_chart(drawn: Drawn, key: str, alt: str) -> None:
    """Draw a figure in its reserved place; `chosen_mark` returns what a clicked mark stands for in
    the next run."""
    plain_chart(drawn, key, alt, on_select=partial(_choose, key), selection_mode="points")


def chosen_mark() -> Any:
    """Return, once, what the mark chosen since the last run stands for: a channel's id or, in an
    overview, the text of the parties; None where none was chosen."""
    return st.session_state.pop(_CHOSEN, None)


@st.cache_resource(max_entries=_DRAWINGS, show_spinner=False)
def _on_paper(of: tuple[object, ...], _drawn: Drawn) -> list[str]:
    """Return the drawings of a figure on paper: light and wide, whatever the window."""
    figures = _drawn.paper() if _drawn.paper else (_drawn.make(LIGHT, WIDE),)
    return [svg_of(figure) for figure in figures]


def _choose(key: str) -> None:
    """Keep the data of a mark, which Streamlit gives either bare or in lists of one."""
    points = st.session_state[key].selection.points
    data: Any = points[0].get("customdata") if points else None
    while isinstance(data, (list, tuple)) and data:
        data = data[0]
    if data is not None:
        st.session_state[_CHOSEN] = data
