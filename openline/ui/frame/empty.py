"""What a page says where it has nothing to show."""

from dataclasses import replace
from datetime import date

from openline.markup.text import BREAK, rich, tag
from openline.sentences.context import filter_words
from openline.sentences.empty import before_record, no_channel
from openline.ui.markup.links import view_link
from openline.ui.markup.text import draw
from openline.ui.pages import Page
from openline.ui.scene import Scene
from openline.view.view import View


def draw_empty(scene: Scene, page: Page, day: date | None = None) -> None:
    """Draw why a page has no channel to show, with a link to all channels.

    `day`: the day that the page is about, if not the as-of day.
    """
    if len(scene.tables.evidence.channels):
        before = before_record(day or scene.as_of, _first_day(scene))
        draw(tag("div", rich(before), "ol-empty"))
        return
    words = rich(no_channel(filter_words(scene.filters)))
    link = view_link("Show all channels", page.path, unfiltered(scene.view))
    draw(tag("div", (words, BREAK, link), "ol-empty"))


def unfiltered(view: View) -> View:
    """Return a view of all channels and all evidence."""
    every = View().confidence
    return replace(
        view, parties=(), level=(), kind=(), channel=(), confidence=every, fresh=False, q=""
    )


def _first_day(scene: Scene) -> str | None:
    """Return the date of the first state that any matching channel ever has."""
    rows = scene.record.observations
    rows = rows[rows["channel_id"].isin(scene.tables.evidence.channels.index)]
    rows = rows[rows["state"].notna()].sort_values("earliest", kind="stable")
    return str(rows["date"].iloc[0]) if len(rows) else None
