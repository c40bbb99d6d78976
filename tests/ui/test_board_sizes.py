"""The sizes of the board."""

import pandas as pd

from openline.figures.markup import cut
from openline.ui.board_sizes import board_height, column_widths, letters

TICKS = 33
WINDOW = 1008


def lengths(**texts: str) -> pd.DataFrame:
    """Return the lengths in words of a board of one row."""
    given = {"Days in state": "426", "Days silent": "12", **texts}
    return pd.DataFrame({name: [text] for name, text in given.items()})


def test_the_columns_fill_a_wide_window() -> None:
    """With the boxes to tick, the columns are as wide as the figure above them."""
    for with_parties in (True, False):
        widths = column_widths(with_parties, lengths())
        shown = widths if with_parties else {k: v for k, v in widths.items() if k != "Parties"}
        assert abs(sum(shown.values()) + TICKS - WINDOW) <= 6


def test_words_give_way_to_ranges() -> None:
    """A column of lengths that are ranges is wider, and the board is not."""
    plain, ranged = (
        column_widths(True, lengths(**{"Days in state": text})) for text in ("426", "384–1,576")
    )
    assert ranged["Days in state"] > plain["Days in state"]
    assert sum(ranged.values()) == sum(plain.values())


def test_a_long_board_scrolls_in_itself() -> None:
    """A short board has just the height of its rows, a long one keeps to its place."""
    assert board_height(2) == 96
    assert board_height(300) == board_height(90) == 480


def test_a_name_that_a_column_has_room_for_is_whole() -> None:
    """Words are cut by the room of their column, not by a number of letters."""
    name = "Joint Staff Dialogue Mechanism"
    assert cut(name, letters(297)) == name
    assert cut(name, letters(170)).endswith("…")
