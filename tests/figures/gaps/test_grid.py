"""A grid that spares words."""

from openline.figures.gaps.grid import row_grid
from openline.figures.theme import LIGHT


def test_lines_are_drawn_over_the_bars_alone() -> None:
    """Each value has one shape, which is broken between the stretches."""
    shapes = row_grid([0.0, 5.0], [(10.0, 20.0), (60.0, 70.0)], LIGHT)
    assert [shape["path"] for shape in shapes] == [
        "M 0.0 10 L 0.0 20 M 0.0 60 L 0.0 70",
        "M 5.0 10 L 5.0 20 M 5.0 60 L 5.0 70",
    ]
    assert {shape["layer"] for shape in shapes} == {"below"}


def test_without_rows_there_is_no_grid() -> None:
    """A shape without a path would be none that Plotly knows."""
    assert row_grid([0.0], [], LIGHT) == []
