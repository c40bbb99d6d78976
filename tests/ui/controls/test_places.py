"""Places that keep their height."""

import pytest

from openline.figures.theme import MEDIUM, NARROW, WIDE
from openline.ui.controls.places import (
    PLACES,
    context_height,
    least_heights,
    since_height,
    top_height,
)


def test_each_place_has_a_height_at_each_width() -> None:
    """No width of a window leaves a place without one."""
    assert all(set(heights) == {WIDE, MEDIUM, NARROW} for heights in PLACES.values())
    assert set(least_heights()) == set(PLACES)


def test_the_top_is_higher_with_counters() -> None:
    """Without counters the figure moves up."""
    assert top_height(4, counted=True) > top_height(4, counted=False)


def test_a_line_of_context_has_the_room_that_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A telephone folds it at 63 letters, to lines of 20 pixels, with 10 below the last."""
    assert context_height(300) == PLACES["ol_context"][WIDE]
    monkeypatch.setattr("openline.ui.controls.places.width", lambda: NARROW)
    assert [context_height(letters) for letters in (60, 116, 126, 129)] == [30, 50, 50, 70]


def test_what_is_new_keeps_its_place_where_something_is_below_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On a telephone the counters are below its list; in a wide window nothing is."""
    assert since_height(4, has_more=True) is None
    monkeypatch.setattr("openline.ui.controls.places.width", lambda: NARROW)
    assert [since_height(moves, has_more=False) for moves in (0, 1, 4)] == [68, 120, 276]
    assert since_height(4, has_more=True) == 325
