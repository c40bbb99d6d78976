"""The top of Status: the headline, and the counters on their bar of cells."""

from collections.abc import Iterable
from typing import Final

import pandas as pd

from openline.markup.text import NOTHING, Markup, rich, tag
from openline.sentences.second import second_sentence
from openline.sentences.status import (
    COUNTED,
    Counter,
    cells_caption,
    counters,
    headline,
    living,
)
from openline.ui.markup.cells import bar_of, counter
from openline.ui.markup.headings import page_title
from openline.ui.scene import Scene
from openline.ui.status.since import New

_LEAST_COUNTED: Final = 3


def answer_html(scene: Scene) -> Markup:
    """Return the headline and the sentence under it."""
    view, status = scene.view, scene.tables.status
    words = headline(scene.as_of, status, view.one_side, view.fresh, scene.last_day)
    second = second_sentence(scene.as_of, status, scene.record.logs_contacts)
    parts = [page_title(rich(words)), tag("p", rich(second), "ol-second") if second else ""]
    return tag("div", parts, "ol-top")


def counts_html(scene: Scene, new: New) -> Markup:
    """Return the counters, with the change since the day of what is new, on their bar of cells."""
    status = scene.tables.status
    if not is_counted(status):
        return NOTHING
    since = scene.view.since
    counters_now = counters(scene.as_of, status, new.before, since, scene.last_day)
    caption = tag("div", rich(cells_caption(scene.as_of, status)), "ol-caption")
    return tag("div", (_counters(counters_now), _cells(living(status)), caption))


def is_counted(status: pd.DataFrame) -> bool:
    """Whether there are enough channels for counters and cells to say more than the sentence."""
    return len(living(status)) >= _LEAST_COUNTED


def _counters(items: Iterable[Counter]) -> Markup:
    shown = [counter(item.state, item.number, item.fresh, item.change) for item in items]
    many = " ol-five" if len(shown) > len(COUNTED) else ""
    return tag("div", shown, f"ol-counters{many}")


def _cells(alive: pd.DataFrame) -> Markup:
    """A cell a channel, the fresh ones of a state before the stale, which are fainter."""
    kinds = alive.groupby(["state", alive["stale"].astype(bool)]).size()
    styles = {False: "", True: " ol-stale"}
    return bar_of(
        (f"ol-fill-{state}{style}", int(kinds.get((state, stale), 0)))
        for state in COUNTED
        for stale, style in styles.items()
    )
