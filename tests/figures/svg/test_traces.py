"""Bars, lines and marks of a drawing."""

from typing import Any

import pytest

from openline.figures.svg.plane import Plane
from openline.figures.svg.traces import bars_path, filled, is_open, symbol_path, trace_svg

_PLANE = Plane.of(
    {
        "height": 100,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "xaxis": {"range": [0, 100]},
        "yaxis": {"range": [100, 0]},
    },
    100,
)
_BAR = {"type": "bar", "orientation": "h", "base": [10], "x": [20], "y": [50], "width": [12]}
_LINE: dict[str, Any] = {
    "type": "scatter",
    "mode": "lines",
    "line": {"color": "#720a19", "width": 2},
}
_NAMES = ("circle", "diamond", "triangle-up", "triangle-right", "triangle-left", "x")


def test_a_bar_lies_between_its_days() -> None:
    """It begins at its base, and is as high as its width says."""
    assert bars_path(_BAR, _PLANE) == "M10 44h20v12h-20z"


def test_a_bar_is_as_wide_as_its_days() -> None:
    """Lines of one height are equally heavy, wherever they stand; only what is too narrow to be
    seen grows."""
    assert bars_path(_BAR | {"y": [50.5], "width": [5]}, _PLANE) == "M10 48h20v5h-20z"
    assert bars_path(_BAR | {"y": [50.25], "width": [5]}, _PLANE) == "M10 47.75h20v5h-20z"
    assert bars_path(_BAR | {"base": [10.5], "x": [0.2]}, _PLANE) == "M10 44h1v12h-1z"


def test_a_bar_that_is_not_seen_is_not_drawn() -> None:
    """What only catches the pointer has no place on paper."""
    unseen = _BAR | {"marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0}}}
    assert list(trace_svg(unseen, _PLANE)) == []


def test_a_line_breaks_where_nothing_is_known() -> None:
    """Steps are drawn out, gaps are left."""
    stepped = _LINE | {"x": [0, 10, None, 20, 30], "y": [5, 8, None, 5, 8]}
    stepped["line"] = {**_LINE["line"], "shape": "hv"}
    (made,) = trace_svg(stepped, _PLANE)
    assert 'd="M0 5L10 5L10 8M20 5L30 5L30 8"' in made


def test_dots_stay_dots() -> None:
    """A dotted line keeps its pattern, so that it is no line of the grid."""
    dotted = _LINE | {"x": [0, 10], "y": [5, 5], "line": {**_LINE["line"], "dash": "2px,3px"}}
    (made,) = trace_svg(dotted, _PLANE)
    assert 'stroke-dasharray="2,3"' in made
    assert 'stroke-width="2"' in made


def test_marks_of_one_look_are_one_path() -> None:
    """However many there are; those of another colour are another."""
    marker = {"symbol": "diamond", "size": 8, "color": ["#111111", "#111111", "#222222"]}
    marks = {"type": "scatter", "mode": "markers", "x": [1, 2, 3], "y": [1, 2, 3], "marker": marker}
    made = list(trace_svg(marks, _PLANE))
    assert [one.count("M") for one in made] == [2, 1]


def test_a_band_lies_between_two_lines() -> None:
    """It goes along one and back along the other."""
    low = _LINE | {"x": [0, 10], "y": [9, 9]}
    high = _LINE | {"x": [0, 10], "y": [1, 1], "fillcolor": "#d9dedc"}
    assert 'd="M0 1L10 1L10 9L0 9Z" fill="#d9dedc"' in filled(high, low, _PLANE)


@pytest.mark.parametrize("name", _NAMES)
def test_a_filled_mark_is_closed(name: str) -> None:
    """Its path returns to where it began."""
    assert symbol_path(name, 10, 10, 8).endswith("Z")
    assert not is_open(name)


def test_a_mark_of_lines_is_open() -> None:
    """It takes the colour of the mark, and is not filled."""
    assert not symbol_path("line-ns-open", 10, 10, 8).endswith("Z")
    assert is_open("line-ns-open")


def test_a_tick_is_as_high_as_on_the_screen() -> None:
    """Plotly draws it 1.4 times its size."""
    assert symbol_path("line-ns-open", 10, 10, 6) == "M10 5.8L10 14.2"
