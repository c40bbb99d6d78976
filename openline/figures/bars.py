"""Bars, thin lines, ends and marks as Plotly traces, shared by timeline and band."""

from collections.abc import Mapping
from typing import Final, TypeAlias

import numpy as np
import pandas as pd

from openline.figures.canvas import Drawing
from openline.figures.pieces import THIN, Pieces
from openline.figures.sizes import SIZES
from openline.figures.theme import Theme
from openline.record.columns import (
    CHANGE,
    CHECK,
    CONTACT,
    OPEN,
    OVERTURE,
    PARTIAL,
    REFUSAL,
    SEVERED,
    UNKNOWN,
)

BarTable: TypeAlias = Pieces | pd.DataFrame
"""Columns of the same length, by name."""
_DRAWN: Final = (OPEN, UNKNOWN, PARTIAL, SEVERED)
"""The order in which states are drawn: the last one is never hidden."""
_KEEP: Final = {"marker": {"opacity": 1}}
"""The style of what is not selected; without it, those bars and marks would fade."""


def bar_traces(
    pieces: BarTable, hovers: np.ndarray, custom: np.ndarray, theme: Theme, pattern: float
) -> list[Drawing]:
    """Return one trace of bars per state, for the pieces that are not thin.

    `hovers` and `custom` (what a click gives) have one value per piece.
    """
    thick = np.asarray(pieces["shape"]) != THIN
    states = np.asarray(pieces["state"])
    chosen = ((state, np.flatnonzero(thick & (states == state))) for state in _DRAWN)
    return [
        _bars(pieces, at, hovers, custom) | {"name": state, "marker": _fill(state, theme, pattern)}
        for state, at in chosen
        if len(at)
    ]


def thin_traces(
    pieces: BarTable, hovers: np.ndarray, custom: np.ndarray, theme: Theme
) -> list[Drawing]:
    """Return one line per state for thin pieces, and invisible bars over them all, so that they can
    be hovered over and clicked."""
    thin = np.asarray(pieces["shape"]) == THIN
    states = np.asarray(pieces["state"])
    chosen = ((state, np.flatnonzero(thin & (states == state))) for state in _DRAWN)
    drawn = [_thin_line(pieces, at, state, theme) for state, at in chosen if len(at)]
    at = np.flatnonzero(thin)
    return [*drawn, _unseen(pieces, at, hovers, custom) | {"name": "thin"}] if len(at) else drawn


def unseen_trace(
    pieces: pd.DataFrame, hovers: np.ndarray, custom: np.ndarray, name: str
) -> Drawing:
    """Return invisible bars, so that what is too thin can be hovered over and clicked.

    `pieces`: `x0`, `x1`, `y` and `height`.
    """
    return _unseen(pieces, np.arange(len(pieces)), hovers, custom) | {"name": name}


def arrow_trace(y: np.ndarray, states: np.ndarray, x: float, size: float, theme: Theme) -> Drawing:
    """Return the arrows of ongoing spans at the as-of line; an unknown one is hollow."""
    hollow = states == UNKNOWN
    marker = {
        "symbol": "triangle-right",
        "size": size,
        "color": [theme.fill(s) if s == UNKNOWN else theme.mark(s) for s in states],
        "line": {
            "color": [theme.mark(state) for state in states],
            "width": np.where(hollow, SIZES.outline, 0.0),
        },
    }
    return points_trace(np.full(len(y), x), y, marker)


def end_trace(ends: BarTable, bar: float, theme: Theme) -> Drawing:
    """Return the upright ticks where channels ended, as one line."""
    half = bar / 2 + 1
    x, y = np.asarray(ends["x"]), np.asarray(ends["y"])
    line = {"color": theme.muted, "width": 1.5}
    return line_trace(broken(x, x), broken(y - half, y + half), line) | {"cliponaxis": False}


def mark_traces(
    marks: BarTable,
    hovers: np.ndarray,
    sizes: Mapping[str, float],
    theme: Theme,
) -> list[Drawing]:
    """Return a trace of marks for each event in `sizes`, the last one on top; a click gives the
    `channel_id`. Each mark has an edge that sets it off from what is behind it."""
    events, x, y = (np.asarray(marks[name]) for name in ("event", "x", "y"))
    ids = np.asarray(marks["channel_id"])
    chosen = ((event, size, np.flatnonzero(events == event)) for event, size in sizes.items())
    return [
        points_trace(x[at], y[at], _symbol(event, size, theme))
        | _spoken(hovers[at], ids[at])
        | {"name": event}
        for event, size, at in chosen
        if len(at)
    ]


def line_trace(x: np.ndarray, y: np.ndarray, line: Drawing) -> Drawing:
    """Return a line without hover text; `broken` gives the positions of several lines."""
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def points_trace(x: np.ndarray, y: np.ndarray, marker: Drawing) -> Drawing:
    """Return marks without hover text; at the edge of the plot they are drawn whole."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": x,
        "y": y,
        "marker": marker,
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def broken(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return pairs of numbers in one array, with a gap after each pair."""
    return np.column_stack([first, second, np.full(len(first), np.nan)]).ravel()


def _symbol(event: str, size: float, theme: Theme) -> Drawing:
    """Return the marker of an event; only filled symbols take the colour of their outline."""
    shapes: dict[str, tuple[str, str, str, float]] = {
        CHANGE: ("diamond", theme.text, theme.background, SIZES.mark_edge),
        CHECK: ("circle", theme.background, theme.text, SIZES.overture_line),
        OVERTURE: ("triangle-up", theme.background, theme.text, SIZES.overture_line),
        REFUSAL: ("x", theme.text, theme.background, SIZES.refusal_line),
        CONTACT: ("line-ns-open", theme.text, theme.text, SIZES.tick_line),
    }
    shape, fill, outline, width = shapes[event]
    line = {"color": outline, "width": width}
    return {"symbol": shape, "size": size, "color": fill, "line": line}


def _unseen(pieces: BarTable, at: np.ndarray, hovers: np.ndarray, custom: np.ndarray) -> Drawing:
    marker = {"color": "rgba(0,0,0,0)", "line": {"width": 0}}
    return _bars(pieces, at, hovers, custom) | {"marker": marker}


def _bars(pieces: BarTable, at: np.ndarray, hovers: np.ndarray, custom: np.ndarray) -> Drawing:
    start, end, y, height = (np.asarray(pieces[name])[at] for name in ("x0", "x1", "y", "height"))
    return {
        "type": "bar",
        "orientation": "h",
        "base": start,
        "x": end - start,
        "y": y,
        "width": height,
        **_spoken(hovers[at], custom[at]),
    }


def _spoken(hovers: np.ndarray, custom: np.ndarray) -> Drawing:
    return {
        "hovertext": hovers.tolist(),
        "hoverinfo": "text",
        "customdata": custom.tolist(),
        "unselected": _KEEP,
    }


def _fill(state: str, theme: Theme, pattern: float) -> Drawing:
    fill: Drawing = {"color": theme.fill(state), "line": {"width": 0}}
    if state == UNKNOWN:
        fill["line"] = {"width": 1, "color": theme.unknown}
    if state == PARTIAL:
        fill["pattern"] = {
            "shape": "/",
            "fillmode": "overlay",
            "fgcolor": theme.partial,
            "fgopacity": 1,
            "size": pattern,
            "solidity": SIZES.pattern_solidity,
        }
    return fill


def _thin_line(pieces: BarTable, at: np.ndarray, state: str, theme: Theme) -> Drawing:
    x0, x1, y, height = (np.asarray(pieces[name])[at] for name in ("x0", "x1", "y", "height"))
    line: Drawing = {"color": theme.mark(state), "width": SIZES.thin(height.max())}
    if state == UNKNOWN:
        line |= {"width": SIZES.outline, "dash": SIZES.dots}
    return line_trace(broken(x0, x1), broken(y, y), line)
