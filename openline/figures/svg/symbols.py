"""The shapes of marks, as Plotly has them: a path around the middle of each."""

from collections.abc import Callable
from math import sqrt
from typing import Final

from openline.figures.svg.element import Point, number, path_of

_ROUND: Final = "a{0} {0} 0 1 1 -{1} 0a{0} {0} 0 1 1 {1} 0Z"


def symbol_path(name: str, x: float, y: float, size: float) -> str:
    """Return the path of a mark of a size in pixels, at a place."""
    return _SHAPES[name](x, y, size / 2)


def is_open(name: str) -> bool:
    """Whether a mark is a line, that takes the colour of the mark."""
    return name.endswith("-open")


def _circle(x: float, y: float, r: float) -> str:
    return f"M{number(x + r)} {number(y)}" + _ROUND.format(number(r), number(2 * r))


def _cornered(*corners: Point) -> Callable[[float, float, float], str]:
    """A shape of corners, which are given in halves of its size."""

    def path(x: float, y: float, r: float) -> str:
        return path_of([(x + r * dx, y + r * dy) for dx, dy in corners], closed=True)

    return path


def _stroke(x: float, y: float, r: float) -> str:
    return path_of([(x, y - 1.4 * r), (x, y + 1.4 * r)])


def _thin_cross(x: float, y: float, r: float) -> str:
    first = path_of([(x + r, y + r), (x - r, y - r)])
    return first + path_of([(x + r, y - r), (x - r, y + r)])


def _cross(x: float, y: float, r: float) -> str:
    """A cross of two bars, turned by an eighth: twelve corners."""
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
    "x-thin-open": _thin_cross,
}
