"""What programs can have of a view: its table, its feeds and, of a channel, a badge."""

from typing import Final

import streamlit as st

from openline.markup.text import Markup, joined, tag
from openline.record.hidden import visible
from openline.sentences.runs import show_sides
from openline.ui.controls.copy_link import copy_button
from openline.ui.controls.page_links import frame_snippet
from openline.ui.markup.links import address
from openline.ui.markup.text import draw
from openline.ui.pages import CHANNEL_PAGE, OPENINGS_PAGE, RECORDS_PAGE
from openline.ui.scene import Scene
from openline.view.view import Query

_OTHER_TAB: Final = {"target": "_blank", "rel": "noopener"}


def draw_programs(scene: Scene, board: str) -> None:
    """Draw links to a view's feeds, and to what describes its data; `board` is the whole address
    of the board."""
    query = scene.view.to_query()
    draw(tag("div", "This view for programs", "ol-strong ol-link-head"))
    links = [
        _link("Feed", "feeds/changes.atom", query),
        _link("Calendar", "feeds/changes.ics", query),
        _link("Description", "api", {}),
    ]
    draw(tag("p", joined(*(part for link in links for part in (link, " "))), "ol-programs"))
    _draw_frame(scene)
    if scene.page == CHANNEL_PAGE and len(scene.view.channel) == 1:
        _draw_badge(scene, board)


def data_links(scene: Scene) -> Markup:
    """Return the links to a view's data as JSON and CSV: the address of its page, with the API's
    path in place of the page's."""
    path = "records" if scene.page == RECORDS_PAGE else scene.page.table
    asked = {} if scene.page == RECORDS_PAGE else _asked(scene, scene.view.to_query())
    links = [
        _link(
            f"{'This as ' if form == 'JSON' else ''}{form}", f"api/v1/{path}.{form.lower()}", asked
        )
        for form in ("JSON", "CSV")
    ]
    return tag("p", joined(*(part for link in links for part in (link, " "))), "ol-programs")


def _asked(scene: Scene, query: Query) -> Query:
    """Return what the page's table is asked: that of Openings has closings unless told."""
    return {**query, "moves": scene.view.moves} if scene.page == OPENINGS_PAGE else query


def _link(words: str, path: str, query: Query) -> Markup:
    return tag("a", words, href=address(path, query), **_OTHER_TAB)


def _draw_frame(scene: Scene) -> None:
    """Draw the line of HTML that shows the page within another; its day is that of the view."""
    snippet = frame_snippet(scene, scene.view)
    draw(tag("div", "This page within another", "ol-strong ol-link-head"))
    st.code(snippet, language=None, wrap_lines=True)
    copy_button(snippet, "openline_copy_frame")


def _draw_badge(scene: Scene, board: str) -> None:
    named = [*map(show_sides, scene.view.parties), *scene.view.channel]
    kept = ("record", "parties", "channel")
    query = {name: value for name, value in scene.view.to_query().items() if name in kept}
    badge = address(f"{board}/badges/channel.svg", query)
    snippet = tag("img", src=badge, alt=visible(", ".join(named))).removesuffix("</img>")
    draw(tag("div", "A badge for another page", "ol-strong ol-link-head"))
    st.code(snippet, language=None, wrap_lines=True)
    copy_button(snippet, "openline_copy_badge")
