"""The top of Status: the headline, and the counters with their bar of cells."""

from collections.abc import Iterable
from typing import Final

import pandas as pd

from openline.markup.text import BREAK, NOTHING, Markup, rich, tag
from openline.record.columns import LIVING_STATES
from openline.record.frames import Column
from openline.sentences.openings import move_name
from openline.sentences.second import second_sentence
from openline.sentences.status import (
    Counter,
    cells_caption,
    counters,
    headline,
    living,
    overdue_line,
    overdue_words,
    several_parties,
)
from openline.ui.markup.cells import bar_of, counter
from openline.ui.markup.headings import page_title
from openline.ui.markup.links import channel_link
from openline.ui.scene import Scene
from openline.ui.status.since import New

_LEAST_COUNTED: Final = 3
_MOST_LISTED: Final = 100


def answer_html(scene: Scene) -> Markup:
    """Return the headline and the sentence below it."""
    view, status = scene.view, scene.tables.status
    words = headline(scene.as_of, status, scene.filters.one_side, view.fresh, scene.last_day)
    second = second_sentence(scene.as_of, status, scene.record.logs_contacts)
    parts = [page_title(rich(words)), tag("p", rich(second), "ol-second") if second else ""]
    return tag("div", parts, "ol-top")


def state_counts_html(scene: Scene, new: New) -> Markup:
    """Return the counters, with the change since the day of what is new, and their bar of cells."""
    status = scene.tables.status
    if not is_counted(status):
        return NOTHING
    since = scene.view.since
    counters_now = counters(scene.as_of, status, new.before, since, scene.last_day)
    caption = tag("div", rich(cells_caption(scene.as_of, status)), "ol-caption")
    parts = (_counters(counters_now), _cells(living(status)), caption, _overdue(scene))
    return tag("div", parts)


def is_counted(status: pd.DataFrame) -> bool:
    """Return whether there are enough channels for counters and cells to say more than the
    sentence."""
    return len(living(status)) >= _LEAST_COUNTED


def _counters(items: Iterable[Counter]) -> Markup:
    markup = [counter(item.state, item.number, item.fresh, item.change) for item in items]
    many = " ol-five" if len(markup) > len(LIVING_STATES) else ""
    return tag("div", markup, f"ol-counters{many}")


def _overdue(scene: Scene) -> Markup:
    """Return the overdue channels, which their counter counts, the longest first."""
    rows = scene.tables.status
    rows = rows[rows["overdue"].eq(True)].sort_values("days_overdue", ascending=False)
    if not len(rows):
        return NOTHING
    several = several_parties(scene.tables.status)
    items = (_overdue_item(scene, row, several) for _, row in rows.head(_MOST_LISTED).iterrows())
    parts = [tag("summary", overdue_words(len(rows)), "ol-opener"), *items]
    if len(rows) > _MOST_LISTED:
        more = f"{len(rows) - _MOST_LISTED:,} more are in the status CSV."
        parts.append(tag("p", more, "ol-how"))
    return tag("details", parts, "ol-list ol-late")


def _overdue_item(scene: Scene, row: Column, several: bool) -> Markup:
    name = rich(move_name(row, several))
    link = channel_link(name, scene.view, row["parties"], row["channel"])
    return tag("div", (link, BREAK, rich(overdue_line(row))), "ol-item")


def _cells(alive: pd.DataFrame) -> Markup:
    """Return one cell per channel; in each state, fresh ones come before stale ones, which are
    fainter."""
    kinds = alive.groupby(["state", alive["stale"].astype(bool)]).size()
    styles = {False: "", True: " ol-stale"}
    return bar_of(
        (f"ol-fill-{state}{style}", int(kinds.get((state, stale), 0)))
        for state in LIVING_STATES
        for stale, style in styles.items()
    )
