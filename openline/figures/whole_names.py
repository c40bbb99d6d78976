"""Names in full, for pictures, which have no hover text: a cut name continues below its row, and
whatever is further down makes room."""

import re
from typing import Any, Final

import numpy as np
import plotly.graph_objects as go

from openline.figures.canvas import Drawing

_POINT: Final = re.compile(r"([ML] \S+) (\S+)")
_LINE: Final = 17
"""The height of a line of a name, in pixels."""
_BESIDE: Final = 8
"""Anything up to this many pixels below the middle of a name is beside it, and stays there."""


def with_whole_names(figure: go.Figure) -> go.Figure:
    """Return a figure with each cut name in full, and as much higher as these need; the same figure
    where no name is cut."""
    drawn = figure.to_dict()
    layout = drawn["layout"]
    cut = sorted((note for note in layout.get("annotations", ()) if note.get("name")), key=_height)
    if not cut:
        return figure
    marks = np.array([_height(note) + _BESIDE for note in cut])
    more = np.array([note["name"].count("<br>") * _LINE for note in cut])
    lower = _Lower(marks, np.concatenate([[0], np.cumsum(more)]))
    for trace in drawn["data"]:
        if "y" in trace:
            trace["y"] = lower.all(trace["y"])
    for note in layout["annotations"]:
        if note.get("yref") != "paper":
            extra = note["name"].count("<br>") * _LINE / 2 if note.get("name") else 0
            note["y"] = lower.one(note["y"]) + extra
        note["text"] = note.pop("name", None) or note["text"]
    for shape in layout.get("shapes", ()):
        if shape.get("yref") != "paper":
            shape.update(_shape(shape, lower))
    return go.Figure({"data": drawn["data"], "layout": _higher(layout, lower)}, _validate=False)


class _Lower:
    """The distances by which whatever is below certain heights moves down."""

    def __init__(self, below: np.ndarray, by: np.ndarray) -> None:
        self._below, self._by = below, by

    @property
    def whole(self) -> float:
        """The height that the figure gains."""
        return float(self._by[-1])

    def all(self, heights: Any) -> list[float]:
        """Return heights after the move; some may be missing."""
        old = np.array(heights, dtype=float)
        return (old + self._by[np.searchsorted(self._below, old)]).tolist()

    def one(self, height: float) -> float:
        """Return one height after the move."""
        return self.all([height])[0]


def _height(note: Drawing) -> float:
    return float(note["y"])


def _shape(shape: Drawing, lower: _Lower) -> Drawing:
    """Return the moved heights of a shape: of its ends, or of each point of a path."""
    if "path" not in shape:
        return {end: lower.one(shape[end]) for end in ("y0", "y1")}
    moved = _POINT.sub(lambda at: f"{at[1]} {lower.one(float(at[2])):g}", shape["path"])
    return {"path": moved}


def _higher(layout: Drawing, lower: _Lower) -> Drawing:
    axis = layout["yaxis"]
    ends = [lower.all([end])[0] if end else end for end in axis["range"]]
    ticks = {"tickvals": lower.all(axis["tickvals"])} if axis.get("tickvals") else {}
    axis = axis | {"range": ends} | ticks
    return layout | {"yaxis": axis, "height": layout["height"] + lower.whole}
