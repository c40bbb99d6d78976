"""The top of Status: the sentence, the counters on their bar of cells, the newest moves."""

from collections.abc import Iterable
from typing import Final

import pandas as pd

from openline.analysis.openings import WINDOW
from openline.sentences.empty import no_moves
from openline.sentences.moves import move_name, move_words
from openline.sentences.second import second_sentence
from openline.sentences.status import (
    COUNTED,
    Counter,
    cells_caption,
    counters,
    headline,
    living,
    several_parties,
)
from openline.ui.markup.cells import bar_of, counter
from openline.ui.markup.headings import heading, page_title
from openline.ui.markup.links import channel_link
from openline.ui.markup.text import BREAK, Markup, rich, tag
from openline.ui.scene import Scene

_LEAST_COUNTED: Final = 3
NEWEST: Final = 4
"""How many of the newest moves are listed."""


def answer_html(scene: Scene) -> Markup:
    """Return the sentence and the counters on their bar of cells."""
    status, moves = scene.tables.status, scene.tables.moves
    words = rich(headline(scene.as_of, status, scene.view.one_side, scene.view.fresh))
    second = rich(second_sentence(scene.as_of, status, moves, WINDOW, scene.record.logs_contacts))
    parts = [page_title(words), tag("p", second, "ol-second")]
    alive = living(status)
    if is_counted(status):
        parts.append(_counters(counters(scene.as_of, status, scene.tables.year_before)))
        parts.append(_cells(alive))
        parts.append(tag("div", rich(cells_caption(scene.as_of, status)), "ol-caption"))
    return tag("div", parts, "ol-top")


def newest_html(scene: Scene) -> Markup:
    """Return the list of the newest openings and closings."""
    moves = scene.tables.moves
    head = heading(
        "Newest openings and closings", "ol-heading ol-list-head", ("openings", "closings")
    )
    if not len(moves):
        none = tag("div", rich(no_moves(scene.as_of, WINDOW)), "ol-item")
        return tag("div", head + none, "ol-top")
    several = several_parties(scene.tables.status)
    items = []
    for _, row in moves.head(NEWEST).iterrows():
        name = rich(move_name(row, several))
        link = channel_link(name, scene.view, row["parties"], row["channel"])
        items.append(tag("div", (rich(move_words(row)), BREAK, link), "ol-item"))
    return tag("div", (head, items), "ol-top")


def is_counted(status: pd.DataFrame) -> bool:
    """Whether there are enough channels for counters and cells to say more than the sentence."""
    return len(living(status)) >= _LEAST_COUNTED


def _counters(found: Iterable[Counter]) -> Markup:
    shown = (counter(item.state, item.number, item.fresh, item.change) for item in found)
    return tag("div", shown, "ol-counters")


def _cells(alive: pd.DataFrame) -> Markup:
    """A cell a channel, the fresh ones of a state before the stale, which are fainter."""
    kinds = alive.groupby(["state", alive["stale"].astype(bool)]).size()
    styles = {False: "", True: " ol-stale"}
    return bar_of(
        (f"ol-fill-{state}{style}", int(kinds.get((state, stale), 0)))
        for state in COUNTED
        for stale, style in styles.items()
    )
