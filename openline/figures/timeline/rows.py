"""The rows of a timeline: their order, pages and places."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from openline.figures.axis import day_numbers
from openline.figures.sizes import LAYOUTS, SIZES, Layout
from openline.figures.theme import WIDE
from openline.record.columns import KNOWN_STATES, STATUS_WORDS
from openline.sentences.status import several_parties
from openline.view.parameters import SORTS

_ROWS_A_PAGE: Final = 40
_LINES_A_PAGE: Final = 120
_LEAST_FOR_OPENNESS: Final = 3


@dataclass(frozen=True, eq=False)
class Plan:
    """The rows of one page and their places, in pixels below the time axis.

    `rows`: the status table's columns of the channels shown, in order, with `y`, the middle of the
    bar, and `group`, the place of their parties in `groups`. `groups`: `parties`, `top`, `height`,
    `size` (channels shown). `heads`: whether groups have a line of their own. `openness`: whether
    the row of openness is above. `bar`: the height of a bar; `top`: where the rows begin; `bottom`:
    where they end.
    """

    rows: pd.DataFrame
    groups: pd.DataFrame
    overview: bool
    heads: bool
    openness: bool
    bar: float
    top: float
    bottom: float


def ordered(status: pd.DataFrame, sort: str = SORTS[0], *, by_parties: bool = True) -> pd.DataFrame:
    """Return a status table in the order of timeline and board.

    `severity`: severed first, then partial, open, unknown and ended, the longest first. `length`:
    the longest in its state first. `name`: by name of the channel. `changed`: the latest change
    first. With `by_parties`, channels of the same parties are together: under `severity`, parties
    with most severed channels first (then partial, open, name); under another sort, in the order of
    their first channel, or of their names.
    """
    order = _order(status, sort)
    if by_parties:
        codes, names = pd.factorize(status["parties"].fillna("").to_numpy(dtype=object)[order])
        order = order[np.argsort(_group_rank(status, sort, order, codes, names), kind="stable")]
    return status.iloc[order]


def is_overview(status: pd.DataFrame, width: str = WIDE) -> bool:
    """Return whether channels are shown as lines, not as named rows: where there are many, of
    several parties. In the columns of a sheet of paper any number of them is."""
    return _as_lines(status, LAYOUTS[width])


def _as_lines(status: pd.DataFrame, layout: Layout) -> bool:
    most = 0 if layout.column else _ROWS_A_PAGE
    return len(status) > most and several_parties(status)


def page_count(status: pd.DataFrame, sort: str = SORTS[0], width: str = WIDE) -> int:
    """Return the number of pages or columns of a timeline of these channels; at least 1."""
    return int(_pages(ordered(status, sort), LAYOUTS[width]).max(initial=0)) + 1


def shows_openness(status: pd.DataFrame) -> bool:
    """Return whether there are enough channels for a row of openness."""
    return len(status) >= _LEAST_FOR_OPENNESS


def place_rows(
    status: pd.DataFrame, layout: Layout, sort: str = SORTS[0], page: int = 1, strip: int = 0
) -> Plan:
    """Return the rows of a page and their places; a page out of range counts as the nearest one.

    `strip`: the room left free at the top.
    """
    order = ordered(status, sort)
    pages = _pages(order, layout)
    of_page = order[pages == min(max(page, 1) - 1, pages.max(initial=0))]
    overview = _as_lines(status, layout)
    heads = not overview and several_parties(status)
    openness = shows_openness(status) and not (layout.column and overview and page > 1)
    top = strip + (_openness_height(layout) if openness else SIZES.foot)
    group, names = pd.factorize(of_page["parties"].fillna(""))
    sizes = np.bincount(group, minlength=len(names))
    heights = _group_heights(sizes, layout, overview, heads)
    tops = top + np.concatenate([[0.0], np.cumsum(heights)[:-1]]) if len(names) else heights
    within = np.arange(len(of_page)) - np.concatenate([[0], np.cumsum(sizes)])[group]
    first = tops + _first_middle(sizes, heights, layout, overview, heads)
    pitch = layout.line + layout.line_gap if overview else layout.row
    rows = of_page.assign(y=first[group] + within * pitch, group=group)
    parties = [name or None for name in names]
    groups = pd.DataFrame({"parties": parties, "top": tops, "height": heights, "size": sizes})
    bar = layout.line if overview else layout.bar
    return Plan(rows, groups, overview, heads, openness, bar, top, float(top + heights.sum()))


def _openness_height(layout: Layout) -> int:
    return layout.above + SIZES.openness + SIZES.below_openness


def _order(status: pd.DataFrame, sort: str) -> np.ndarray:
    name, parties = (_codes(status[column]) for column in ("channel", "parties"))
    longest = -status["days_in_state"].fillna(-1).to_numpy()
    state = _states(status)
    ended = state == len(STATUS_WORDS) - 1
    keys = {
        "severity": (parties, name, longest, state),
        "length": (parties, name, longest, ended),
        "name": (parties, name),
        "changed": (parties, name, -day_numbers(status["since"])),
    }
    return np.lexsort(keys[sort])


def _group_rank(
    status: pd.DataFrame, sort: str, order: np.ndarray, codes: np.ndarray, names: np.ndarray
) -> np.ndarray:
    """Return the rank of each channel's parties, for channels in an order."""
    if sort not in ("severity", "name"):
        return codes
    state = _states(status)[order]
    by_name = np.argsort(np.argsort(names.astype(str)))
    counts = [
        -np.bincount(codes[state == rank], minlength=len(names))
        for rank in range(len(KNOWN_STATES))
    ]
    keys = (by_name, *reversed(counts)) if sort == "severity" else (by_name,)
    return np.argsort(np.lexsort(keys))[codes]


def _codes(texts: "pd.Series[str]") -> np.ndarray:
    return np.unique(texts.fillna("").to_numpy(dtype=object).astype(str), return_inverse=True)[1]


def _states(status: pd.DataFrame) -> np.ndarray:
    return pd.Categorical(status["state"], STATUS_WORDS).codes


def _pages(order: pd.DataFrame, layout: Layout) -> np.ndarray:
    """Return the page of each channel, from 0; an overview keeps parties together."""
    if not _as_lines(order, layout):
        return np.arange(len(order)) // _ROWS_A_PAGE
    group = pd.factorize(order["parties"].fillna(""))[0]
    if layout.column:
        return _columns(np.bincount(group), layout)[group]
    pages, page, filled = [], 0, 0
    for size in np.bincount(group):
        if filled and filled + size > _LINES_A_PAGE:
            page, filled = page + 1, 0
        filled += size
        pages.append(page)
    return np.array(pages)[group]


def _columns(sizes: np.ndarray, layout: Layout) -> np.ndarray:
    """Return the column of each group, from 0: as many columns as are needed, at least two, all
    about equally high. Openness is above the first one."""
    heights = _group_heights(sizes, layout, overview=True, heads=False)
    heights[0] += _openness_height(layout)
    number = max(2, int(np.ceil(heights.sum() / layout.column)))
    middles = np.cumsum(heights) - heights / 2
    return np.minimum((middles * number / heights.sum()).astype(int), number - 1)


def _group_heights(sizes: np.ndarray, layout: Layout, overview: bool, heads: bool) -> np.ndarray:
    if not overview:
        head = SIZES.head_space + SIZES.head if heads else 0
        return (head + sizes * layout.row).astype(float)
    lines = sizes * (layout.line + layout.line_gap) - layout.line_gap
    least = 0 if layout.narrow else layout.least_group
    return np.maximum(least, np.floor(layout.head + lines + layout.foot)).astype(float)


def _first_middle(
    sizes: np.ndarray, heights: np.ndarray, layout: Layout, overview: bool, heads: bool
) -> np.ndarray:
    """Return how far the middle of a group's first bar is below the group's top."""
    if not overview:
        head = SIZES.head_space + SIZES.head if heads else 0
        return np.full(len(sizes), float(head + layout.centre))
    lines = sizes * (layout.line + layout.line_gap) - layout.line_gap
    spare = (heights - layout.head - lines - layout.foot) / 2
    return layout.head + np.maximum(spare, 0) + layout.line / 2
