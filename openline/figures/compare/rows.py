"""The rows of the dumbbell: their order, groups, pages and places."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from openline.figures.sizes import SIZES
from openline.figures.theme import MEDIUM, NARROW, WIDE
from openline.record.columns import ENDED, KNOWN_STATES, UNKNOWN
from openline.sentences.compare import CHANGE_ORDER, changed
from openline.sentences.status import several_parties

_ROWS_A_PAGE: Final = 40
OFF_SCALE: Final = (ENDED, UNKNOWN)
"""The states that are neither higher nor lower than any other."""
_EDGE: Final = 27
"""How far the first and the last state are from the edges of the plot, in pixels."""


@dataclass(frozen=True, slots=True)
class Room:
    """The room at one width of window, in pixels.

    `label`, `plot` and `right`: the column of names, the plot, and the margin with the changes and
    the counts; `count`: a column of counts. `name`: the letters after which a name is cut. `row`:
    the height of a row; `word` and `centre`: how far its name and its marks are below its top;
    `parties`: how far its parties are, or 0 where they share the name's line. `state`: the size of
    the states' words on the axis.
    """

    label: int
    plot: int
    right: int
    count: int
    name: int
    row: int
    word: int
    centre: int
    state: float
    parties: int = 0


ROOMS: Final = {
    WIDE: Room(340, 450, 218, count=29, name=53, row=28, word=16, centre=16, state=13),
    MEDIUM: Room(
        240, 280, 200, count=28, name=37, row=44, word=32, centre=23, state=13, parties=14
    ),
    NARROW: Room(0, 290, 68, count=22, name=39, row=48, word=11, centre=31, state=12),
}
"""The room at each width of window; parties are above the name where one line cannot hold both."""


@dataclass(frozen=True, eq=False)
class PlacedRows:
    """The rows of one page and their places, in pixels below the axis of states.

    `rows`: those of the comparison, in order, with `y`, the middle of the line. `groups`: `change`,
    `top`, and `number`, the channels with that change on all pages. `states`: the place of each
    state, in pixels from the left of the plot. `bottom`: where the rows end. `room`: see `Room`.
    """

    rows: pd.DataFrame
    groups: pd.DataFrame
    states: dict[str, float]
    bottom: int
    room: Room


def dumbbell_pages(compared: pd.DataFrame) -> int:
    """Return the number of pages that the rows of a comparison fill; at least 1."""
    return max(1, -(-len(changed(compared)) // _ROWS_A_PAGE))


def dumbbell_rows(compared: pd.DataFrame, page: int = 1) -> pd.DataFrame:
    """Return the rows of one page, in order; a page out of range counts as the nearest one."""
    at = min(max(page, 1), dumbbell_pages(compared)) - 1
    return _ordered(compared).iloc[at * _ROWS_A_PAGE : (at + 1) * _ROWS_A_PAGE]


def place_ends(compared: pd.DataFrame, width: str = WIDE, page: int = 1) -> PlacedRows:
    """Return the rows of a page and their places."""
    room = _room(compared, width)
    rows = dumbbell_rows(compared, page)
    code, names = pd.factorize(rows["change"])
    sizes = np.bincount(code, minlength=len(names))
    head = SIZES.head_space + SIZES.head
    heights = head + sizes * room.row
    tops = np.concatenate([[0.0], np.cumsum(heights)])
    within = np.arange(len(rows)) - np.concatenate([[0], np.cumsum(sizes)])[code]
    y = tops[code] + head + within * room.row + room.centre
    numbers = changed(compared)["change"].value_counts()
    groups = pd.DataFrame(
        {"change": names, "top": tops[:-1], "number": numbers.reindex(names).to_numpy()}
    )
    states = _places(compared, room.plot)
    return PlacedRows(rows.assign(y=y), groups, states, int(tops[-1]), room)


def _room(compared: pd.DataFrame, width: str) -> Room:
    """Return the room at a width; where no parties are named, a row has one line."""
    room = ROOMS[width]
    if not room.parties or several_parties(compared):
        return room
    wide = ROOMS[WIDE]
    return replace(room, row=wide.row, word=wide.word, centre=wide.centre, parties=0)


def _ordered(compared: pd.DataFrame) -> pd.DataFrame:
    """Return the channels that changed, in order: by change, then by the states of the two
    days, the lowest first, then by parties and name."""
    rows = changed(compared)
    rank = {state: i for i, state in enumerate((*KNOWN_STATES, *OFF_SCALE))}
    keys = pd.DataFrame(
        {
            "change": rows["change"].map(CHANGE_ORDER.index),
            "then": rows["from_state"].map(rank).fillna(-1),
            "now": rows["to_state"].map(rank),
            "parties": rows["parties"].fillna(""),
            "channel": rows["channel"],
        },
        index=rows.index,
    )
    return rows.loc[keys.sort_values(list(keys), kind="stable").index]


def _places(compared: pd.DataFrame, pixels: float) -> dict[str, float]:
    """Return the place of each state, the lowest at the left. States off the scale share one place
    further left, if a channel that changed has one of them."""
    rows = changed(compared)
    states = {*rows["from_state"].dropna(), *rows["to_state"]}
    off_scale = [state for state in OFF_SCALE if state in states]
    places = np.linspace(_EDGE, pixels - _EDGE, len(KNOWN_STATES) + bool(off_scale)).tolist()
    on_scale = dict(zip(KNOWN_STATES, places[bool(off_scale) :], strict=True))
    return dict.fromkeys(off_scale, places[0]) | on_scale
