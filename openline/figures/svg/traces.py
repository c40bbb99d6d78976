"""Bars, lines and marks of a figure: one path for all in a trace that look the same."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import ceil, floor, isnan, sqrt
from typing import Any, Final

from openline.figures.svg.element import Point, element, number, path_of
from openline.figures.svg.plane import Plane, Scale

Trace = Mapping[str, Any]
_UNSEEN: Final = "rgba(0,0,0,0)"
_NARROW: Final = 2
"""A bar narrower than this is widened to whole pixels, so that it can be seen, unless it has an
outline."""
_BAR_SHARE: Final = 0.8
"""The share of its unit that a bar takes if it has no width of its own."""
_ROUND: Final = "a{0} {0} 0 1 1 -{1} 0a{0} {0} 0 1 1 {1} 0Z"


def trace_svg(trace: Trace, plane: Plane) -> Iterator[str]:
    """Yield the elements of a trace, except the stripes of its bars."""
    if trace["type"] == "bar":
        yield from _bars(trace, plane)
    elif trace["mode"] == "lines":
        yield from _line(trace, plane)
    else:
        yield from _marks(trace, plane)


def bars_path(trace: Trace, plane: Plane) -> str:
    """Return the path around all bars of a trace."""
    across, down = _scales(trace, plane)
    lying = trace.get("orientation") == "h"
    along, beside = (across, down) if lying else (down, across)
    values, places = (trace["x"], trace["y"]) if lying else (trace["y"], trace["x"])
    outlined = bool(trace.get("marker", {}).get("line", {}).get("width"))
    boxes = []
    for at, (value, place) in enumerate(zip(values, places, strict=True)):
        base = _each(trace.get("base", 0), at)
        half = _each(trace.get("width", _BAR_SHARE), at) / 2
        ends = _seen_ends(along.at(base), along.at(base + value), outlined)
        sides = _seen_ends(beside.at(place - half), beside.at(place + half), outlined)
        boxes.append((ends, sides) if lying else (sides, ends))
    return "".join(_box(*box) for box in boxes)


def _bars(trace: Trace, plane: Plane) -> Iterator[str]:
    marker = trace["marker"]
    line = marker.get("line", {})
    if marker["color"] == _UNSEEN and not line.get("width"):
        return
    outline = {"stroke": line["color"], "stroke_width": line["width"]} if line.get("width") else {}
    fill = "none" if marker["color"] == _UNSEEN else marker["color"]
    yield element("path", d=bars_path(trace, plane), fill=fill, **outline)


def _line(trace: Trace, plane: Plane) -> Iterator[str]:
    line = trace["line"]
    if not line.get("width"):
        return
    yield element("path", d="".join(map(path_of, _runs(trace, plane))), fill="none", **pen_of(line))


def pen_of(line: Trace) -> dict[str, object]:
    """Return the stroke attributes of a line."""
    dash = line.get("dash", "solid")
    dashes = None if dash == "solid" else dash.replace("px", "")
    width = float(line["width"])
    return {"stroke": line["color"], "stroke_width": width, "stroke_dasharray": dashes}


def filled(trace: Trace, before: Trace, plane: Plane) -> str:
    """Return the surface between a line and the one before it."""
    there = [point for run in _runs(trace, plane) for point in run]
    back = [point for run in _runs(before, plane) for point in run]
    return element("path", d=path_of([*there, *reversed(back)], True), fill=trace["fillcolor"])


def _marks(trace: Trace, plane: Plane) -> Iterator[str]:
    """Yield one path for all marks that look the same."""
    across, down = _scales(trace, plane)
    marker = trace["marker"]
    looks: dict[tuple[Any, ...], str] = {}
    for at, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        if _is_gap(x) or _is_gap(y):
            continue
        line = marker.get("line", {})
        symbol, size = _each(marker["symbol"], at), _each(marker["size"], at)
        look = (
            _each(marker["color"], at),
            _each(line.get("color"), at),
            _each(line.get("width", 0), at),
            is_open(symbol),
        )
        looks[look] = looks.get(look, "") + symbol_path(symbol, across.at(x), down.at(y), size)
    for (fill, outline, width, is_line), path in looks.items():
        stroke = fill if is_line else outline
        pen = {"stroke": stroke, "stroke_width": float(width or 1)} if width or is_line else {}
        yield element("path", d=path, fill="none" if is_line else fill, **pen)


def _runs(trace: Trace, plane: Plane) -> list[list[Point]]:
    """Return the unbroken runs of a line, with its steps made explicit."""
    across, down = _scales(trace, plane)
    runs: list[list[Point]] = [[]]
    stepped = trace["line"].get("shape") == "hv"
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if _is_gap(x) or _is_gap(y):
            runs.append([])
            continue
        here = (across.at(x), down.at(y))
        if stepped and runs[-1]:
            runs[-1].append((here[0], runs[-1][-1][1]))
        runs[-1].append(here)
    return [run for run in runs if run]


def _scales(trace: Trace, plane: Plane) -> tuple[Scale, Scale]:
    return plane.scale(trace.get("xaxis", "x")), plane.scale(trace.get("yaxis", "y"))


def _box(xs: tuple[float, float], ys: tuple[float, float]) -> str:
    x, y = min(xs), min(ys)
    wide, high = abs(xs[1] - xs[0]), abs(ys[1] - ys[0])
    if not wide or not high:
        return ""
    return f"M{number(x)} {number(y)}h{number(wide)}v{number(high)}h{number(-wide)}z"


def _seen_ends(start: float, end: float, outlined: bool) -> tuple[float, float]:
    """Return two edges of a bar, moved apart if it would be too narrow to see."""
    if outlined or start == end or abs(end - start) >= _NARROW:
        return start, end
    outward = (floor, ceil) if start < end else (ceil, floor)
    return outward[0](start), outward[1](end)


def _each(value: Any, at: int) -> Any:
    is_many = isinstance(value, Sequence) and not isinstance(value, str)
    return value[at] if is_many else value


def _is_gap(value: Any) -> bool:
    return value is None or (isinstance(value, float) and isnan(value))


def symbol_path(name: str, x: float, y: float, size: float) -> str:
    """Return the path of a mark, of a size in pixels, at a place."""
    return _SHAPES[name](x, y, size / 2)


def is_open(name: str) -> bool:
    """Return whether a mark is only a line, which takes the mark's colour."""
    return name.endswith("-open")


def _circle(x: float, y: float, r: float) -> str:
    return f"M{number(x + r)} {number(y)}" + _ROUND.format(number(r), number(2 * r))


def _cornered(*corners: Point) -> Callable[[float, float, float], str]:
    """Return a shape from its corners, given in halves of its size."""

    def path(x: float, y: float, r: float) -> str:
        return path_of([(x + r * dx, y + r * dy) for dx, dy in corners], closed=True)

    return path


def _stroke(x: float, y: float, r: float) -> str:
    return path_of([(x, y - 1.4 * r), (x, y + 1.4 * r)])


def _cross(x: float, y: float, r: float) -> str:
    """Return a cross of two bars, turned by an eighth: twelve corners."""
    r = r * 0.8 / sqrt(2)
    corners = [(2, 1), (1, 0), (2, -1), (1, -2), (0, -1), (-1, -2)]
    corners += [(-x, -y) for x, y in corners]
    return path_of([(x + dx * r, y + dy * r) for dx, dy in corners], closed=True)


_WIDE: Final = 2 / sqrt(3)
_SHAPES: Final = {
    "circle": _circle,
    "diamond": _cornered((1.3, 0), (0, 1.3), (-1.3, 0), (0, -1.3)),
    "triangle-up": _cornered((-_WIDE, 0.5), (_WIDE, 0.5), (0, -1)),
    "triangle-right": _cornered((-0.5, -_WIDE), (-0.5, _WIDE), (1, 0)),
    "triangle-left": _cornered((0.5, -_WIDE), (0.5, _WIDE), (-1, 0)),
    "line-ns-open": _stroke,
    "x": _cross,
}
