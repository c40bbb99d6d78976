"""Places that keep their height."""

from openline.figures.theme import MEDIUM, NARROW, WIDE
from openline.ui.controls.places import PLACES, context_height, since_height, top_height


def test_each_place_has_a_height_at_each_width() -> None:
    """No width of a window leaves a place without one."""
    assert all(set(heights) == {WIDE, MEDIUM, NARROW} for heights in PLACES.values())


def test_the_top_is_higher_with_counters() -> None:
    """Without counters the figure moves up, at each width."""
    counted, bare = top_height(4, counted=True), top_height(4, counted=False)
    assert all(counted[width] > bare[width] for width in (WIDE, MEDIUM, NARROW))


def test_a_line_of_context_has_the_room_that_it_takes() -> None:
    """A telephone folds it at 63 letters, to lines of 20 pixels, with 10 below the last."""
    assert context_height(300)[WIDE] == PLACES["ol_context"][WIDE]
    assert [context_height(count)[NARROW] for count in (60, 116, 126, 129)] == [30, 50, 50, 70]


def test_what_is_new_keeps_its_place_where_something_is_below_it() -> None:
    """On a telephone the counters are below its list; in a wide window nothing is."""
    assert since_height(4, has_more=True)[WIDE] == 0
    assert [since_height(moves, has_more=False)[NARROW] for moves in (0, 1, 4)] == [68, 120, 276]
    assert since_height(4, has_more=True)[NARROW] == 325
