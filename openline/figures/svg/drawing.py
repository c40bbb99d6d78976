"""A whole figure as an SVG drawing: grid, marks and words, in Plotly's order of layers."""

import hashlib
from collections.abc import Iterator, Mapping
from math import sqrt
from typing import Any, Final

import plotly.graph_objects as go

from openline.figures.svg.element import element, number, path_of
from openline.figures.svg.plane import FigurePart, Plane
from openline.figures.svg.traces import bars_path, filled, pen_of, trace_svg
from openline.figures.svg.words import words_at
from openline.figures.theme import FAMILY

_NUMERALS: Final = "font-variant-numeric:tabular-nums lining-nums"
_TICK_GAP: Final = 1
"""The pixels between an axis at the left and its labels."""
_BELOW: Final = {False: 1.2, True: 3.6}
"""The pixels between an axis below and its labels, without and with ticks."""
_FRAME: Final = {"left": 2, "center": 0, "right": -2, "top": 3, "middle": 0, "bottom": -3}
"""The pixels of the invisible frame around a note."""


def svg_of(
    figure: go.Figure | Mapping[str, Any], width: float | None = None, **attributes: object
) -> str:
    """Return a figure of `openline.figures`, or the result of `still`, as an SVG element.

    `width`: its width in pixels, if not the figure's own; the height is always the figure's own.
    `attributes`: those of the element, such as `role`; `style=None` is for pages that allow no
    inline styles.
    """
    drawn = figure.to_plotly_json() if isinstance(figure, go.Figure) else figure
    layout, traces = drawn["layout"], drawn["data"]
    wide = float(width or layout["width"])
    plane = Plane.of(layout, wide)
    parts = [
        *_grid(layout, plane),
        *_shapes(layout, plane, "below"),
        *_traces(traces, plane),
        *_shapes(layout, plane, "above"),
        *_ticks(layout, plane),
        *_annotations(layout, plane),
    ]
    return element(
        "svg",
        "".join(parts),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(wide)} {number(layout['height'])}",
        font_family=FAMILY,
        **{"style": _NUMERALS, **attributes},
    )


def _traces(traces: list[Any], plane: Plane) -> Iterator[str]:
    """Yield bars first, then lines and marks, each surface directly below its line."""
    for trace in traces:
        if trace["type"] == "bar":
            yield from trace_svg(trace, plane)
            if "pattern" in trace["marker"]:
                yield from _stripes(trace, plane)
    for before, trace in zip([None, *traces], traces, strict=False):
        if trace["type"] != "bar":
            if before is not None and trace.get("fill") == "tonexty":
                yield filled(trace, before, plane)
            yield from trace_svg(trace, plane)


def _stripes(trace: Mapping[str, Any], plane: Plane) -> Iterator[str]:
    """Yield the stripes of bars: lines across the whole plot, clipped to the bars.

    With a pattern, some browsers would print a separate picture for each bar.
    """
    pattern, bars = trace["marker"]["pattern"], bars_path(trace, plane)
    name = f"ol-bars-{hashlib.blake2b(bars.encode(), digest_size=6).hexdigest()}"
    yield element("clipPath", element("path", d=bars), id=name)
    step = pattern["size"] * sqrt(2)
    wide, high = plane.right - plane.left, plane.bottom - plane.top
    lines = []
    for at in range(1, int((wide + high) / step) + 1):
        # On each of these lines, the distances from the left and from the top have the same sum.
        along = at * step
        first, last = max(0.0, along - high), min(wide, along)
        ends = ((x + plane.left, along - x + plane.top) for x in (first, last))
        lines.append(path_of(ends))
    yield element(
        "path",
        d="".join(lines),
        clip_path=f"url(#{name})",
        stroke=pattern["fgcolor"],
        stroke_width=pattern["solidity"] * pattern["size"],
        fill="none",
    )


def _grid(layout: FigurePart, plane: Plane) -> Iterator[str]:
    for name, axis in _axes(layout):
        if not axis.get("showgrid", True):
            continue
        scale = plane.axes[name]
        low, high = sorted((scale.start, scale.end))
        places = [scale.at(value) for value in axis.get("tickvals", ())]
        # As in a window, no line is drawn at the edge of a plot.
        within = [_sharp(place) for place in places if low + 1 < place < high - 1]
        yield _lines(within, _beside(layout, plane, name), name[0] == "x", axis["gridcolor"])


def _lines(places: list[float], ends: tuple[float, float], upright: bool, colour: str) -> str:
    lines = (
        path_of([(place, end) if upright else (end, place) for end in ends]) for place in places
    )
    return element("path", d="".join(lines), stroke=colour, stroke_width=1, fill="none")


def _beside(layout: FigurePart, plane: Plane, name: str) -> tuple[float, float]:
    """Return the ends of the axis that crosses an axis: the edges of its plot."""
    other = layout[f"{name[0]}axis{name[1:]}"].get("anchor")
    across = plane.axes[other or f"{'y' if name[0] == 'x' else 'x'}{name[1:]}"]
    return min(across.start, across.end), max(across.start, across.end)


def _ticks(layout: FigurePart, plane: Plane) -> Iterator[str]:
    for name, axis in _axes(layout):
        if not axis.get("showticklabels", True) or "ticktext" not in axis:
            continue
        scale = plane.axes[name]
        ends = _beside(layout, plane, name)
        font = (axis["tickfont"]["size"], axis["tickfont"].get("color", layout["font"]["color"]))
        outside = axis.get("ticklen", 5) if axis.get("ticks") == "outside" else 0
        gap = axis.get("ticklabelstandoff", 0)
        for value, words in zip(axis["tickvals"], axis["ticktext"], strict=True):
            place = scale.at(value)
            is_within = min(axis["range"]) <= value <= max(axis["range"])
            if words and is_within:
                yield _label(
                    name[0], axis.get("side"), str(words), place, ends, outside + gap, font
                )
            if outside and is_within:
                at = _sharp(place)
                tick = [(at, ends[1]), (at, ends[1] + outside)]
                yield element("path", d=path_of(tick), stroke=layout["font"]["color"], fill="none")


def _label(
    letter: str,
    side: str | None,
    words: str,
    place: float,
    ends: tuple[float, float],
    gap: float,
    font: tuple[float, str],
) -> str:
    if letter == "y":
        return words_at(words, (ends[0] - gap - _TICK_GAP, place), font, ("right", "middle"))
    if side == "top":
        return words_at(words, (place, ends[0] - gap), font, ("center", "bottom"))
    return words_at(words, (place, ends[1] + gap + _BELOW[gap > 0]), font, ("center", "top"))


def _shapes(layout: FigurePart, plane: Plane, layer: str) -> Iterator[str]:
    for shape in layout.get("shapes", ()):
        if shape.get("layer", "above") != layer:
            continue
        yield element("path", d=_shape_path(shape, plane), **pen_of(shape["line"]), fill="none")


def _shape_path(shape: Mapping[str, Any], plane: Plane) -> str:
    across = plane.across(shape.get("xref", "x"))
    down = plane.down(shape.get("yref", "y"))
    if shape["type"] == "path":
        return _moved(shape["path"], across, down)
    xs = [across.at(shape[end]) for end in ("x0", "x1")]
    if shape.get("xsizemode") == "pixel":
        xs = [across.at(shape["xanchor"]) + shape[end] for end in ("x0", "x1")]
    ys = [down.at(shape[end]) for end in ("y0", "y1")]
    if xs[0] == xs[1]:
        xs = [_sharp(xs[0])] * 2
    if ys[0] == ys[1]:
        ys = [_sharp(ys[0])] * 2
    return path_of(zip(xs, ys, strict=True))


def _moved(path: str, across: Any, down: Any) -> str:
    """Return a path of M and L steps, converted from the values of two axes to pixels."""
    words = iter(path.split())
    steps = []
    for step in words:
        x, y = across.at(float(next(words))), down.at(float(next(words)))
        steps.append(f"{step}{number(_sharp(x))} {number(y)}")
    return "".join(steps)


def _annotations(layout: FigurePart, plane: Plane) -> Iterator[str]:
    for note in layout.get("annotations", ()):
        across = plane.across(note.get("xref", "x"))
        down = plane.down(note.get("yref", "y"))
        anchors = (note.get("xanchor", "center"), note.get("yanchor", "middle"))
        place = (
            across.at(note["x"]) + note.get("xshift", 0) + _FRAME[anchors[0]],
            down.at(note["y"]) - note.get("yshift", 0) + _FRAME[anchors[1]],
        )
        font = (note["font"]["size"], note["font"]["color"])
        yield words_at(note["text"], place, font, anchors)


def _axes(layout: FigurePart) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, axis in layout.items():
        if name.startswith(("xaxis", "yaxis")):
            yield f"{name[0]}{name[5:]}", axis


def _sharp(place: float) -> float:
    """Return where a line one pixel wide falls on whole pixels, as a window draws it."""
    return round(place - 0.5) + 0.5
