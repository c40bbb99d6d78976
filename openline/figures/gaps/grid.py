"""A grid that spares words: its lines cross the bars of rows, not the names between them."""

from collections.abc import Iterable, Sequence

from openline.figures.canvas import Drawing
from openline.figures.theme import Theme


def row_grid(
    values: Iterable[float], stretches: Sequence[tuple[float, float]], theme: Theme
) -> list[Drawing]:
    """Return upright lines at values of the axis, from one height to another each.

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
