"""The dialog for making a picture of a figure: its words, its size and its colours.

The browser, which can measure words, assembles the sheet; the figure on it is a drawing of
`openline.figures.svg`, requested in the chosen size and theme.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import partial
from typing import Any, Final

import plotly.graph_objects as go
import streamlit as st

from openline.figures.sheets import SCREEN_SCALE, SHEETS
from openline.figures.svg.drawing import svg_of
from openline.figures.theme import DARK, LIGHT, MEDIUM, NARROW, WIDE, Theme
from openline.figures.whole_names import with_whole_names
from openline.ui.browser.components import component, read_file
from openline.ui.controls.board import current_theme
from openline.ui.controls.citing import Keeping
from openline.ui.controls.width import width

Make = Callable[[Theme, str], go.Figure]
"""A function that makes a figure in a theme, for a width of window."""
_THEMES: Final = {"light": LIGHT, "dark": DARK}
_LAYOUTS: Final = (WIDE, MEDIUM, NARROW)
_LEAST: Final = 240
_MOST: Final = 6000
"""The bounds of the width of a requested drawing, in pixels."""
_HEIGHT: Final = 22
_WIDTH: Final = 202
_SIZES: Final = {
    "screen": "As on the screen",
    "column": "Column, 90 mm",
    "page": "Page, 180 mm",
    "slide": "Slide, 16:9",
    "square": "Square",
}


def draw_picture(key: str, plan: Mapping[str, Any], make: Make, keeping: Keeping) -> None:
    """Draw the button that opens the dialog; `plan` has the words of the sheet, `make` makes the
    figure, and `keeping` keeps the bytes once they are cited."""
    data = {
        **plan,
        "sizes": [{**asdict(sheet), "words": _SIZES[sheet.name]} for sheet in SHEETS],
        "scale": SCREEN_SCALE,
        "layout": width(),
        "theme": "dark" if current_theme() is DARK else "light",
        "colours": {name: asdict(theme) for name, theme in _THEMES.items()},
    }
    _draw(f"{key}_picture", data, make, keeping)


@st.fragment
def _draw(key: str, data: dict[str, Any], make: Make, keeping: Keeping) -> None:
    """Draw the button and its dialog; requesting a drawing reruns nothing else on the page."""
    asked = st.session_state.pop(_asked(key), None)
    answer = {"turn": asked["turn"], "svg": _drawing(asked, make)} if asked else None
    mount = component(
        "saving",
        "picture_sheet",
        "pass_on",
        "save_figure",
        markup=read_file("markup/save_figure.html"),
        style="save_figure",
    )
    mount(
        key=key,
        data={**data, **keeping.told(), "drawing": answer},
        on_asked_change=partial(_take, key),
        on_cited_change=keeping.keep,
        height=_HEIGHT,
        width=_WIDTH,
    )


def _drawing(asked: Mapping[str, Any], make: Make) -> str:
    """Return the figure as requested; values from the browser are restricted to those that
    exist."""
    layout = asked["layout"] if asked["layout"] in _LAYOUTS else WIDE
    figure = with_whole_names(make(_THEMES.get(str(asked["theme"]), LIGHT), layout))
    wide = asked["width"] if isinstance(asked["width"], int | float) else 0
    return svg_of(figure, min(max(float(wide), _LEAST), _MOST) if wide else None)


def _take(key: str) -> None:
    """Keep the request for the run that follows."""
    asked: Any = st.session_state[key].get("asked")
    if isinstance(asked, dict) and asked.keys() >= {"turn", "layout", "theme", "width"}:
        st.session_state[_asked(key)] = asked


def _asked(key: str) -> str:
    return f"{key}_asked"
