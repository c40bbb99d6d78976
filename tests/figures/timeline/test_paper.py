"""What of a timeline and its board comes to stand on one sheet."""

import pandas as pd
import pytest

from openline.figures.theme import CLOSE, MEDIUM, SHEET, WIDE
from openline.figures.timeline.paper import below_head, on_paper


def _status(number: int, sides: int) -> pd.DataFrame:
    """So many open channels of so many sets of parties."""
    names = [f"channel {i}" for i in range(number)]
    parties = [f"A; B{i % sides}" for i in range(number)]
    frame = pd.DataFrame({"channel": names, "parties": parties}).assign(
        channel_id=range(number), state="open", days_in_state=90.0
    )
    return frame.assign(since=pd.Timestamp("2024-01-01"))


@pytest.mark.parametrize(
    ("number", "sides", "layout", "board"),
    [
        # 136 pixels of axis, openness and ends, 28 a row or 21, 66 + 27 a row of the board.
        (12, 1, WIDE, True),
        (15, 1, WIDE, True),
        (16, 1, CLOSE, True),
        (18, 1, CLOSE, True),
        (19, 1, WIDE, False),
        (33, 1, WIDE, False),
        (34, 1, CLOSE, False),
        (40, 1, CLOSE, False),
        # A head of 36 pixels for each set of parties soon takes the sheet.
        (8, 4, WIDE, True),
        (12, 12, SHEET, True),
        (40, 30, SHEET, False),
        (41, 2, SHEET, False),
    ],
)
def test_what_fits_on_a_sheet(number: int, sides: int, layout: str, board: bool) -> None:
    """The board is printed as long as it fits with the timeline, whose rows draw together, or
    become lines, before it is given up."""
    assert on_paper(_status(number, sides)) == (layout, board)


@pytest.mark.parametrize(
    ("number", "sides", "layout"),
    [
        # 136 pixels of axis, openness and ends, 28 a row or 21: 680 of them, or 1,010 small ones.
        (19, 1, MEDIUM),
        (20, 1, CLOSE),
        (40, 1, CLOSE),
        # A head of 36 pixels for each set of parties.
        (8, 8, MEDIUM),
        (9, 9, SHEET),
        (41, 41, SHEET),
    ],
)
def test_what_fits_below_the_head_of_a_brief(number: int, sides: int, layout: str) -> None:
    """A timeline that does not would leave the first sheet empty and be cut by the next."""
    assert below_head(_status(number, sides)) == layout
