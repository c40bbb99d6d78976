"""The results of a search: observations, newest first, each with a link to its channel."""

from dataclasses import replace
from typing import Final

import pandas as pd

from openline.analysis.search import found, meant
from openline.markup.text import BREAK, NOTHING, Markup, joined, rich, tag, unbroken
from openline.record.columns import CHANNEL, PARTIES_SEPARATOR
from openline.record.dates import show_date
from openline.sentences.empty import found_words, nothing_found
from openline.sentences.runs import named, show_sides
from openline.ui.markup.links import channel_link, view_link
from openline.ui.markup.text import draw
from openline.ui.scene import Scene

_FIRST: Final = 3
_SEVERAL: Final = 2
_MOST: Final = 200


def draw_found(scene: Scene) -> None:
    """Draw what a scene's search found, or that it found nothing, and how to clear it."""
    query, seen = scene.filters.q, scene.tables.evidence
    rows = seen.observations
    rows = rows[found(rows, query)].sort_values("earliest", ascending=False, kind="stable")
    clear = view_link("Clear the search", scene.page.path, replace(scene.view, q="", page=1))
    if not len(rows):
        said = (rich(nothing_found(query, scene.as_of)), " ", clear)
        draw(tag("p", said, "ol-note", data_found=query))
        return
    words = rich(found_words(query, len(rows), rows["channel_id"].nunique()))
    head = tag("div", words, "ol-how", role="heading", aria_level=2, data_found=query)
    links = tag("div", (_alone(scene, rows), clear), "ol-how")
    foot = tag("div", (_rest(scene, rows), links), "ol-found-foot")
    parts = (head, _items(scene, rows.head(_FIRST)), foot)
    draw(tag("div", parts, "ol-found", role="region", aria_label="Found"))


def _rest(scene: Scene, rows: pd.DataFrame) -> Markup:
    """Return the observations after the first ones, as a list that opens."""
    rest = rows.iloc[_FIRST:_MOST]
    if not len(rest):
        return NOTHING
    more = len(rows) - _MOST
    left = tag("p", f"{more:,} more; narrow the search.", "ol-how") if more > 0 else ""
    opener = f"The next {len(rest):,}" if left else f"{len(rest):,} more"
    line = tag("summary", opener, "ol-opener")
    return tag("details", (line, _items(scene, rest), left), "ol-list")


def _alone(scene: Scene, rows: pd.DataFrame) -> Markup:
    """Return the link to the one set of parties that the words name, where others are found too."""
    if rows["parties"].nunique(dropna=False) < _SEVERAL:
        return NOTHING
    named_sets = meant(scene.filters.q, sorted(rows["parties"].dropna().unique()))
    if len(named_sets) != 1 or PARTIES_SEPARATOR not in named_sets[0]:
        return NOTHING
    view = replace(scene.view, q="", parties=named_sets, page=1)
    words = f"{show_sides(named_sets[0])} alone"
    return view_link(unbroken(words), scene.page.path, view) + " · "


def _items(scene: Scene, rows: pd.DataFrame) -> Markup:
    return joined(_item(scene, row) for _, row in rows.iterrows())


def _item(scene: Scene, row: pd.Series) -> Markup:
    link = channel_link(named(row), scene.view, row["parties"], row[CHANNEL])
    when = tag("span", unbroken(f"{show_date(row['date'])} {row['event']}"), "ol-muted")
    said = (BREAK, row["summary"]) if isinstance(row["summary"], str) else ""
    return tag("div", (when, " ", link, said), "ol-item")
