"""The sizes of the board: how wide its columns are, and how high its rows."""

from typing import Final

import pandas as pd

__all__ = ["NUMBERS", "ROW_HEIGHT", "WORDS", "board_height", "column_widths", "letters"]

NUMBERS: Final = {"Days in state": "days_in_state", "Days silent": "days_silent"}
"""The board's columns of lengths, and those of the status table that they show."""
_WIDTHS: Final = {
    "State": 66,
    "Channel": 203,
    "Parties": 153,
    "Since": 98,
    "Days in state": 48,
    "Last contact": 98,
    "Days silent": 52,
    "Last observed": 98,
    "Cause": 104,
    "Source": 53,
}
"""Together with the column of tick boxes, 33 wide, the 1,008 pixels that a wide window has."""
_WIDE: Final = {"Channel": 297, "Cause": 163}
_DASH: Final = "–"
_RANGE_ROOM: Final = 32
"""The pixels that a column of numbers needs more where some are ranges."""
ROW_HEIGHT: Final = 30
_HEAD: Final = 36
_MOST_HEIGHT: Final = 480
_LETTER: Final = 6.2
"""The width of a usual letter in pixels."""
_PADDING: Final = 16
WORDS: Final = ("Channel", "Parties", "Cause")
"""The columns of words, in which long ones are cut."""


def column_widths(with_parties: bool, lengths: pd.DataFrame) -> dict[str, int]:
    """Return the width of each column in pixels: words give way where lengths are ranges."""
    widths = _WIDTHS if with_parties else {**_WIDTHS, **_WIDE}
    ranged = [name for name in NUMBERS if lengths[name].str.contains(_DASH, regex=False).any()]
    wider = {name: widths[name] + _RANGE_ROOM for name in ranged}
    room = _RANGE_ROOM * len(ranged) // 2
    return {**widths, **wider, "Channel": widths["Channel"] - room, "Cause": widths["Cause"] - room}


def board_height(rows: int) -> int:
    """Return the height of a board of so many rows."""
    return min(ROW_HEIGHT * rows + _HEAD, _MOST_HEIGHT)


def letters(width: int) -> float:
    """Return how many usual letters a column of a width has room for."""
    return (width - _PADDING) / _LETTER
