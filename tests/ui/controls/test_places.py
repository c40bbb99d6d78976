"""Places that keep their height."""

from openline.figures import MEDIUM, NARROW, WIDE
from openline.ui.controls.places import PLACES, least_heights, top_height


def test_each_place_has_a_height_at_each_width() -> None:
    """No width of a window leaves a place without one."""
    assert all(set(heights) == {WIDE, MEDIUM, NARROW} for heights in PLACES.values())
    assert set(least_heights()) == set(PLACES)


def test_the_top_is_higher_with_counters() -> None:
    """Without counters the figure moves up."""
    assert top_height(4, counted=True) > top_height(4, counted=False)
