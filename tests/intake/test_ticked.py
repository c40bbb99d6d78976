"""States as columns that are ticked."""

import pytest

from openline.intake.ticked import state_named, ticked_places, ticked_state

HEADER = ["channel", "open?", "Severed", "open since"]


def test_columns_of_ticks_are_named_after_states() -> None:
    """And hold ticks alone; one of them by itself has what it is not as well."""
    assert ticked_places(HEADER, {1: {"x": 2}, 2: {"X": 1}, 3: {"2019": 2}}) == [1, 2]
    assert ticked_places(HEADER, {2: {"yes": 2, "No": 1}}) == [2]
    assert ticked_places(HEADER, {2: {"yes": 2}}) == []
    assert ticked_places(HEADER, {1: {"maybe": 2}, 2: {"x": 1}}) == []
    assert [state_named(name) for name in ("is_open?", "Channel closed", "opened by", "n/a")] == [
        "open",
        "closed",
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("x", ""), "open"),
        (("No", "yes"), "severed"),
        (("x", "x"), "open and severed"),
        (("", ""), ""),
        (("0", "0"), ""),
    ],
)
def test_a_row_is_what_it_ticks(cells: tuple[str, str], expected: str) -> None:
    """Two ticks are no state, nor is none: both are named as errors."""
    assert ticked_state(HEADER, [1, 2], cells) == expected


def test_what_is_not_so_is_no_other_state() -> None:
    """`not severed` may be open or partial: the analyst says."""
    assert ticked_state(HEADER, [2], ["no"]) == "not severed"
    assert ticked_state(HEADER, [2], ["true"]) == "severed"
    assert ticked_state(HEADER, [2], [""]) == ""
