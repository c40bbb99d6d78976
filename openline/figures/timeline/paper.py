"""The layout in which a timeline and the board below it fit on one sheet of paper."""

from typing import Final

import pandas as pd

from openline.figures.sizes import LAYOUTS, SIZES
from openline.figures.theme import CLOSE, MEDIUM, SHEET, WIDE
from openline.figures.timeline.rows import is_overview, page_count, place_rows
from openline.sentences.status import several_parties
from openline.view.parameters import SORTS

_ROOM: Final = 1_070
"""The pixels that a sheet has for both, between its head and its foot."""
_BELOW_HEAD: Final = {MEDIUM: 680, CLOSE: 1_010}
"""The pixels that a timeline as wide as a sheet has below the head of a brief, by layout."""
_BOARD_HEAD: Final = 66
_BOARD_ROW: Final = 27


def on_paper(status: pd.DataFrame, sort: str = SORTS[0]) -> tuple[str, bool]:
    """Return the layout in which a timeline of these channels is printed, and whether the board
    is printed below it.

    Both are printed where they fit on one sheet: the timeline as in a wide window, else with its
    rows closer together, or with one line per channel where there are several sets of parties.
    """
    if is_overview(status):
        return SHEET, False
    several = several_parties(status)
    layouts = (WIDE, SHEET if several else CLOSE)
    for board in (True, False):
        for layout in layouts:
            below = board * (_BOARD_HEAD + _BOARD_ROW * len(status))
            if _height(status, layout, sort) + below <= _ROOM:
                return layout, board
    return layouts[-1], False


def below_head(status: pd.DataFrame) -> str:
    """Return the layout in which a timeline of these channels fits on the first sheet of a brief,
    below its head: in large rows, else with its rows closer together or with one line per channel.
    A higher timeline would leave that sheet empty."""
    if is_overview(status):
        return SHEET
    layouts = (MEDIUM,) if several_parties(status) else _BELOW_HEAD
    return next((one for one in layouts if _height(status, one) <= _BELOW_HEAD[one]), SHEET)


def _height(status: pd.DataFrame, layout: str, sort: str = SORTS[0]) -> float:
    pages = page_count(status, sort, layout) if layout == SHEET else 1
    ends = (place_rows(status, LAYOUTS[layout], sort, at + 1).bottom for at in range(pages))
    return SIZES.axis + max(ends) + SIZES.foot
