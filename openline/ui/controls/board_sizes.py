"""The sizes of the board: the widths of its columns and the heights of its rows."""

from collections.abc import Sequence
from math import ceil
from typing import Final

import pandas as pd

from openline.sentences.board import BOARD_DATES, BOARD_LENGTHS, OVERDUE_DAYS

MOST_BOARD_ROWS: Final = 1_000
"""The most channels on a board: more would cost everybody seconds at each run."""

_BEYOND: Final = ("Days silent", OVERDUE_DAYS, "Cause")
_BEYOND_BESIDE: Final = (OVERDUE_DAYS, "Cause")
_FIXED: Final = {"State": 66, "Source": 54}
_WINDOW: Final = 1008 - 33
"""The pixels of a wide window without the column of tick boxes."""
_FIGURE: Final = 6.25
"""The width of a digit, and of characters between digits, in pixels."""
_HEAD_LETTER: Final = 5.7
_MOST_PARTIES: Final = 160
_CAUSE: Final = (104, 200)
_CAUSE_BESIDE: Final = (60, 154)
"""The least and the most pixels for causes, beyond the edge of the window and within it."""
ROW_HEIGHT: Final = 30
_HEAD: Final = 36
_MOST_HEIGHT: Final = 480
_LETTER: Final = 5.95
"""The width of a usual letter in pixels."""
_PADDING: Final = 16
CUT_COLUMNS: Final = ("Channel", "Parties", "Cause")
"""The columns of text, in which long text is cut."""


def column_widths(frame: pd.DataFrame, lengths: pd.DataFrame) -> dict[str, int]:
    """Return the width of each column of a board in pixels; `lengths` has the lengths in words.

    Dates and lengths are never cut; names get the rest of a wide window.
    """
    figures = {name: frame[name] for name in BOARD_DATES} | {
        name: lengths[name] for name in BOARD_LENGTHS
    }
    widths = _FIXED | {name: _whole(name, texts) for name, texts in figures.items()}
    for name in ("Moved", OVERDUE_DAYS):
        if name in frame:
            widths[name] = _whole(name, frame[name].astype("str").fillna(""))
    several = "Parties" in frame
    least, most = _CAUSE if several else _CAUSE_BESIDE
    widths["Cause"] = min(max(_words(frame["Cause"]), least), most)
    widths["Parties"] = min(_words(frame["Parties"]), _MOST_PARTIES) if several else 0
    last = beyond_edge([*frame, *BOARD_LENGTHS])
    within = [width for name, width in widths.items() if name not in last]
    return {**widths, "Channel": _WINDOW - sum(within)}


def beyond_edge(names: Sequence[str]) -> tuple[str, ...]:
    """Return which of a board's columns come last, beyond the window's edge: names need the room if
    each row names its parties, or if some channels moved."""
    last = _BEYOND if "Parties" in names else _BEYOND_BESIDE if "Moved" in names else ()
    return tuple(name for name in last if name in names)


def _whole(head: str, texts: "pd.Series[str]") -> int:
    return round(max(len(head) * _HEAD_LETTER, _longest(texts) * _FIGURE) + _PADDING + 2)


def _words(texts: "pd.Series[str]") -> int:
    return ceil((_longest(texts) + 1) * _LETTER) + _PADDING


def _longest(texts: "pd.Series[str]") -> int:
    return int(texts.str.len().max()) if len(texts) else 0


def board_height(rows: int) -> int:
    """Return the height of a board with this many rows."""
    return min(ROW_HEIGHT * rows + _HEAD, _MOST_HEIGHT)


def letters(width: int) -> float:
    """Return how many usual letters fit in a column of a width."""
    return (width - _PADDING) / _LETTER


def left_out_words(channels: int) -> str:
    """Return the note on a board that does not show all channels; "" where it does."""
    if channels <= MOST_BOARD_ROWS:
        return ""
    return (
        f" It shows the first {MOST_BOARD_ROWS:,} of {channels:,} channels. Filters show others,"
        " and what is saved from it has them all."
    )
