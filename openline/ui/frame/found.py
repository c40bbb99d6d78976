"""What a search found: observations, newest first, each of which leads to its channel."""

from dataclasses import replace
from typing import Final

import pandas as pd

from openline.analysis.search import found
from openline.markup.text import BREAK, Markup, joined, rich, tag, unbroken
from openline.record.columns import CHANNEL
from openline.record.dates import show_date
from openline.sentences.runs import named
from openline.sentences.search import found_words, nothing_found
from openline.ui.markup.links import channel_link, view_link
from openline.ui.markup.text import draw
from openline.ui.scene import Scene

_FIRST: Final = 3
_MOST: Final = 200


def draw_found(scene: Scene) -> None:
    """Draw what the search of a scene found, or that it found nothing, and how to clear it."""
    query, seen = scene.filters.q, scene.tables.evidence
    rows = seen.observations
    rows = rows[found(rows, query)].sort_values("earliest", ascending=False, kind="stable")
    clear = view_link("Clear the search", scene.page.path, replace(scene.view, q="", page=1))
    if not len(rows):
        draw(tag("p", (rich(nothing_found(query, scene.as_of)), " ", clear), "ol-note"))
        return
    words = rich(found_words(query, len(rows), rows["channel_id"].nunique()))
    parts = [tag("div", (words, " ", clear), "ol-how"), _items(scene, rows.head(_FIRST))]
    rest = rows.iloc[_FIRST:_MOST]
    if len(rest):
        more = len(rows) - _MOST
        left = tag("p", f"{more:,} more; narrow the search.", "ol-how") if more > 0 else ""
        opener = f"The next {len(rest):,}" if left else f"{len(rest):,} more"
        line = tag("summary", opener, "ol-opener")
        parts.append(tag("details", (line, _items(scene, rest), left), "ol-list"))
    draw(tag("div", parts, "ol-found", role="region", aria_label="Found"))


def _items(scene: Scene, rows: pd.DataFrame) -> Markup:
    return joined(_item(scene, row) for _, row in rows.iterrows())


def _item(scene: Scene, row: pd.Series) -> Markup:
    link = channel_link(named(row), scene.view, row["parties"], row[CHANNEL])
    when = tag("span", unbroken(f"{show_date(row['date'])} {row['event']}"), "ol-muted")
    said = (BREAK, row["summary"]) if isinstance(row["summary"], str) else ""
    return tag("div", (when, " ", link, said), "ol-item")
