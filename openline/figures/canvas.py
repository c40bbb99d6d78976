"""The canvas that figures share: axes, years, the as-of line and its date, and a grid of rows."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from openline.figures.axis import Window, year_ticks
from openline.figures.markup import bold
from openline.figures.sizes import SIZES, Layout
from openline.figures.theme import CLOSE, FAMILY, MEDIUM, NARROW, SHEET, WIDE, Theme
from openline.record.dates import show_day

Drawing = dict[str, Any]
"""A part of a figure in Plotly's own terms."""
_CLEAR: Final = "rgba(0,0,0,0)"
_STILL: Final[Drawing] = {
    "template": "none",
    "autosize": False,
    "paper_bgcolor": _CLEAR,
    "plot_bgcolor": _CLEAR,
    "barmode": "overlay",
    "hovermode": "closest",
    "dragmode": False,
    "showlegend": False,
}
"""What every figure shares: the page's background, and no movement."""
_CHOSEN: Final[Drawing] = {"clickmode": "event+select", "dragmode": "pan"}
"""What Streamlit would set in a figure where something can be selected."""

_COLUMN: Final = {WIDE: 1008.75, MEDIUM: 738.0, NARROW: 360.0, SHEET: 516.0, CLOSE: 1008.75}
"""The width of the page's column in windows of 1440, 768 and 390 pixels; in other windows figures
are redrawn once it is measured. A sheet of paper has two columns."""


def figure(traces: list[Drawing], layout: Drawing, width: str, chosen: bool = False) -> go.Figure:
    """Return a figure of finished traces and layout, for a width of window (`WIDE` ...); `chosen`:
    whether the page responds to a click in it.

    Streamlit draws a figure before it has measured the page, and hands Plotly a copy afterwards.
    Plotly redraws everything unless it can see that nothing differs: so the usual width is given,
    arrays are lists, the data have a revision, and no value is left for Plotly to fill in.
    """
    drawn = still(traces, layout | (_CHOSEN if chosen else {}), width)
    drawn["layout"] |= {"datarevision": _revision(drawn["data"])}
    return go.Figure(drawn, _validate=False)


def still(traces: list[Drawing], layout: Drawing, width: str) -> Drawing:
    """Return finished traces and layout as the parts from which a figure is drawn without a
    browser."""
    return {
        "data": [_listed(trace) for trace in traces],
        "layout": layout | {"width": _COLUMN[width]},
    }


def _listed(part: Any) -> Any:
    """Return the part with every array as a list: Plotly cannot compare NumPy arrays."""
    if isinstance(part, np.ndarray):
        return part.tolist()
    if isinstance(part, dict):
        return {name: _listed(inner) for name, inner in part.items()}
    return part


def _revision(traces: list[Drawing]) -> str:
    """Return a value that changes whenever the data do: Plotly redraws lists of another
    revision."""
    text = json.dumps(traces, default=str)
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def annotation(text: str, y: float, size: float, colour: str, **more: object) -> Drawing:
    """Return a line of dressed text at the left edge of the plot, at a height in pixels.

    `more`: what differs, such as `x`, `xanchor`, `xshift`.
    """
    place = {"x": 0, "xref": "paper", "xanchor": "left", "y": y, "yanchor": "middle"}
    font = {"size": size, "color": colour}
    return {**place, "text": text, "font": font, "showarrow": False, "align": "left", **more}


def hover_label(theme: Theme) -> Drawing:
    """Return the style of hover text."""
    font = {"family": FAMILY, "size": SIZES.hover_type, "color": theme.text}
    return {"bgcolor": theme.hover, "bordercolor": theme.axis, "font": font}


def time_canvas(
    theme: Theme,
    layout: Layout,
    window: Window,
    bottom: float,
    margins: tuple[int, int],
    y_axis: Drawing,
) -> Drawing:
    """Return a layout on which one unit of y is one pixel, from 0 at the time axis downward.

    `bottom`: where the content ends; `margins`: left and right; `y_axis`: the ticks of that axis.
    """
    x_axis = _years(layout, window)
    canvas = pixel_canvas(theme, bottom, margins, x_axis, y_axis)
    return canvas | {"shapes": [_as_of_line(theme)]}


def pixel_canvas(
    theme: Theme, bottom: float, margins: tuple[int, int], x_axis: Drawing, y_axis: Drawing
) -> Drawing:
    """Return a layout on which one unit of y is one pixel, whatever the axis on top shows.

    `bottom`: where the content ends; `margins`: left and right; `x_axis`: the range and ticks of
    that axis; `y_axis`: the ticks of that one.
    """
    left, right = margins
    body = bottom + SIZES.foot - SIZES.foot_margin
    return {
        **_STILL,
        "height": SIZES.axis + bottom + SIZES.foot,
        "margin": {"l": left, "r": right, "t": SIZES.axis, "b": SIZES.foot_margin, "pad": 0},
        "font": {"family": FAMILY, "size": SIZES.name_type, "color": theme.text},
        "hoverlabel": hover_label(theme) | {"align": "left"},
        "xaxis": {**_axis(theme), "side": "top", **x_axis},
        "yaxis": {**_axis(theme), "range": [body, 0], "ticklabelstandoff": 4, **y_axis},
        "shapes": [],
    }


def as_of_date(theme: Theme, layout: Layout, as_of: pd.Timestamp) -> Drawing:
    """Return the as-of date above the axis: centred on the as-of line, or left of it if narrow."""
    place = {"xanchor": "right", "xshift": 0} if layout.narrow else {"xanchor": "center"}
    text = bold(show_day(as_of))
    above = {"yref": "paper", "yshift": SIZES.above_axis}
    return annotation(text, 1, SIZES.name_type, theme.text, x=1, **above, **place)


def _axis(theme: Theme) -> Drawing:
    return {
        "type": "linear",
        "fixedrange": True,
        "tickfont": {"size": SIZES.tick_type, "color": theme.muted},
        "gridcolor": theme.grid,
        "gridwidth": 1,
        "showgrid": True,
        "zeroline": False,
        "showline": False,
        "ticks": "",
    }


def _years(layout: Layout, window: Window) -> Drawing:
    days, labels = year_ticks(window, layout)
    return {"range": [window.first, window.last], "tickvals": days, "ticktext": labels}


def _as_of_line(theme: Theme) -> Drawing:
    # At a value of the axis, the line would be clipped by the plot's edge to half its width.
    return {
        "type": "line",
        "x0": 1,
        "x1": 1,
        "xref": "paper",
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": theme.text, "width": 1},
    }


def row_grid(
    values: Iterable[float], stretches: Sequence[tuple[float, float]], theme: Theme
) -> list[Drawing]:
    """Return upright lines at values of the axis, each from one height to another.

    `stretches`: the heights, in units of y, between which the lines are drawn.
    """
    line = {"color": theme.grid, "width": 1}
    paths = (
        " ".join(f"M {value} {top:g} L {value} {bottom:g}" for top, bottom in stretches)
        for value in values
    )
    return [
        {"type": "path", "path": path, "line": line, "layer": "below"} for path in paths if path
    ]
