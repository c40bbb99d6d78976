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
from openline.ui.markup.headings import heading
from openline.ui.markup.text import channel_link, escape, rich, tag
from openline.ui.scene import Scene

__all__ = ["NEWEST", "answer_html", "is_counted", "newest_html"]

_LEAST_COUNTED: Final = 3
_MANY_CELLS: Final = 150
NEWEST: Final = 4
"""How many of the newest moves are listed."""
_TITLE = ' role="heading" aria-level="1"'


def answer_html(scene: Scene) -> str:
    """Return the sentence and the counters on their bar of cells, as markup."""
    status, moves = scene.tables.status, scene.tables.moves
    words = rich(headline(scene.as_of, status, scene.view.one_side, scene.view.fresh))
    parts = [tag("div", words, "ol-headline", _TITLE)]
    second = rich(second_sentence(scene.as_of, status, moves, WINDOW, scene.record.logs_contacts))
    parts.append(tag("p", second, "ol-second"))
    alive = living(status)
    if is_counted(status):
        parts.append(_counters(counters(scene.as_of, status, scene.tables.year_before)))
        parts.append(_cells(alive))
        parts.append(tag("div", rich(cells_caption(scene.as_of, status)), "ol-caption"))
    return tag("div", "".join(parts), "ol-top")


def newest_html(scene: Scene) -> str:
    """Return the list of the newest openings and closings, as markup."""
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
        items.append(tag("div", f"{rich(move_words(row))}<br>{link}", "ol-item"))
    return tag("div", head + "".join(items), "ol-top")


def is_counted(status: pd.DataFrame) -> bool:
    """Whether there are enough channels for counters and cells to say more than the sentence."""
    return len(living(status)) >= _LEAST_COUNTED


def _counters(found: Iterable[Counter]) -> str:
    return tag("div", "".join(_counter(counter) for counter in found), "ol-counters")


def _counter(counter: Counter) -> str:
    role = counter.state if counter.number else "muted"
    number = tag("span", f"{counter.number:,}", f"ol-number ol-{role}")
    word = tag("span", escape(counter.state), f"ol-word ol-{role}")
    fresh = tag("div", escape(counter.fresh), "ol-change") if counter.fresh else ""
    change = tag("div", escape(counter.change), "ol-change")
    return tag("div", f"{number} {word}{fresh}{change}", "ol-counter")


def _cells(alive: pd.DataFrame) -> str:
    """One cell a channel, stale ones fainter; where they are too many to be told apart, one
    piece for the fresh of a state and one for the stale."""
    kinds = alive.groupby(["state", alive["stale"].astype(bool)]).size()
    counts = [
        (state, stale, int(kinds.get((state, stale), 0)))
        for state in COUNTED
        for stale in (False, True)
    ]
    if len(alive) > _MANY_CELLS:
        pieces = [_cell(state, stale, number) for state, stale, number in counts if number]
        return tag("div", "".join(pieces), "ol-cells ol-dense", ' aria-hidden="true"')
    cells = [_cell(state, stale, 1) for state, stale, number in counts for _ in range(number)]
    return tag("div", "".join(cells), "ol-cells", ' aria-hidden="true"')


def _cell(state: str, stale: bool, share: int) -> str:
    grow = f' style="flex-grow:{share}"' if share > 1 else ""
    return tag("div", "", f"ol-cell ol-fill-{state}{' ol-stale' if stale else ''}", grow)
