"""Where things stand in a drawing."""

import pytest

from openline.figures.svg.plane import Plane

_LAYOUT = {
    "height": 100,
    "margin": {"l": 20, "r": 30, "t": 10, "b": 40},
    "xaxis": {"range": [0, 10]},
    "yaxis": {"range": [50, 0], "domain": [0.5, 1]},
}


def test_values_stand_between_the_margins() -> None:
    """Days go from left to right; a range that is turned round goes downward."""
    plane = Plane.of(_LAYOUT, 250)
    assert [plane.scale("x").at(day) for day in (0, 5, 10)] == [20, 120, 220]
    assert [plane.scale("y").at(value) for value in (50, 0)] == [35, 10]


def test_shares_of_the_paper_and_of_a_plot_have_scales_too() -> None:
    """The paper is all between the margins, a domain is one plot of several."""
    plane = Plane.of(_LAYOUT, 250)
    assert plane.across("paper").at(1) == 220
    assert plane.down("paper").at(0) == 60
    assert plane.scale("y domain").at(0) == 35


def test_an_axis_that_is_not_there_is_named() -> None:
    """A figure that asks for more than these modules know is not drawn wrongly."""
    with pytest.raises(ValueError, match="x9"):
        Plane.of(_LAYOUT, 250).scale("x9")
