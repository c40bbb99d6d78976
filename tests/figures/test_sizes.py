"""Sizes: what follows from those that are given."""

import pytest

from openline.figures.sizes import LAYOUTS, SIZES


def test_thin_is_a_third_of_a_bar_with_a_floor() -> None:
    """Thin is about a third of the bar, and never less than 2.2 pixels."""
    assert SIZES.thin(12) == pytest.approx(3.84)
    assert SIZES.thin(5) == 2.2


def test_plots_fill_what_margins_leave() -> None:
    """The plot's width is the figure's without its margins."""
    assert [layout.plot() for layout in LAYOUTS.values()] == [634, 414, 344, 244, 634]
