"""The canvas: one unit of y is a pixel, and the as-of line is its right edge."""

import numpy as np
import pandas as pd

from openline.figures.axis import Window
from openline.figures.canvas import (
    annotation,
    as_of_date,
    figure,
    pixel_canvas,
    row_grid,
    time_canvas,
)
from openline.figures.sizes import LAYOUTS
from openline.figures.theme import DARK, LIGHT, NARROW, WIDE

DAY = pd.Timestamp("2023-10-05")
WINDOW = Window.until(DAY, pd.Timestamp("2013-10-05"), 642)


def test_one_unit_is_one_pixel() -> None:
    """The range of y is as long as the plot is high."""
    layout = time_canvas(LIGHT, LAYOUTS[WIDE], WINDOW, 400, (262, 104), {})
    margin = layout["margin"]
    plot = layout["height"] - margin["t"] - margin["b"]
    assert layout["yaxis"]["range"] == [plot, 0]
    assert (margin["l"], margin["r"]) == (262, 104)


def test_nothing_moves() -> None:
    """Axes are fixed and dragging is off."""
    layout = time_canvas(LIGHT, LAYOUTS[WIDE], WINDOW, 400, (0, 0), {})
    assert all(layout[axis]["fixedrange"] for axis in ("xaxis", "yaxis"))
    assert layout["dragmode"] is False


def test_the_as_of_line_is_the_right_edge() -> None:
    """The as-of line is one pixel of ink at the end of the axis, and placed on the sheet: at a
    place of the axis the browser would cut it to half of that at the plot's edge."""
    layout = time_canvas(DARK, LAYOUTS[WIDE], WINDOW, 400, (0, 0), {})
    (line,) = layout["shapes"]
    assert (line["xref"], line["x0"], line["x1"]) == ("paper", 1, 1)
    assert line["line"] == {"color": DARK.text, "width": 1}


def test_the_date_is_centred_on_its_line_or_left_of_it() -> None:
    """The as-of day is bold, centred on the line, on a phone right aligned."""
    wide, narrow = (as_of_date(LIGHT, LAYOUTS[width], DAY) for width in (WIDE, NARROW))
    assert wide["text"] == "<b>5 Oct 2023</b>"
    assert (wide["xanchor"], narrow["xanchor"]) == ("center", "right")


def test_figures_carry_no_template() -> None:
    """A figure has no template: nothing but the theme gives it a look."""
    layout = time_canvas(LIGHT, LAYOUTS[WIDE], WINDOW, 400, (0, 0), {})
    layout["annotations"] = [annotation("a", 1, 13, LIGHT.text)]
    drawn = figure([], layout, WIDE).to_dict()["layout"]
    assert drawn["template"] == "none"


def test_an_axis_may_show_lengths() -> None:
    """A canvas without a calendar has the axis that it is given, on top, and no as-of line."""
    axis = {"range": [0, 730], "tickvals": [365], "ticktext": ["1 yr"]}
    layout = pixel_canvas(LIGHT, 54, (320, 170), axis, {})
    assert {name: layout["xaxis"][name] for name in axis} == axis
    assert (layout["xaxis"]["side"], layout["shapes"]) == ("top", [])


def test_what_streamlit_draws_twice_is_the_same_twice() -> None:
    """Arrays are lists of one revision, and nothing is left for Streamlit to fill in."""
    trace = {"type": "scatter", "x": np.array([1.0, 2.0]), "marker": {"size": np.array([3])}}
    drawn = figure([trace], pixel_canvas(LIGHT, 54, (0, 0), {}, {}), WIDE, chosen=True).to_dict()
    assert drawn["data"] == [{"type": "scatter", "x": [1.0, 2.0], "marker": {"size": [3]}}]
    layout = drawn["layout"]
    assert (layout["clickmode"], layout["dragmode"]) == ("event+select", "pan")
    assert (layout["autosize"], layout["width"]) == (False, 1008.75)


def test_other_data_have_another_revision() -> None:
    """The revision is the same for the same data alone: others are drawn anew."""
    canvas = pixel_canvas(LIGHT, 54, (0, 0), {}, {})
    traces = [{"type": "scatter", "x": np.array([at])} for at in (1, 1, 2)]
    first, again, other = (figure([trace], canvas, WIDE).layout.datarevision for trace in traces)
    assert first == again != other


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
