"""What can be taken from a view: links to it, and its data."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from openline.markup.text import tag
from openline.sentences.saved import link_words
from openline.ui.controls.copy_link import copy_button
from openline.ui.controls.file_names import file_name
from openline.ui.controls.snippet import board_address
from openline.ui.frame.brief import brief_bytes
from openline.ui.frame.foot import foot_html
from openline.ui.frame.programs import draw_programs
from openline.ui.markup.text import draw
from openline.ui.pages import Page
from openline.ui.scene import Scene
from openline.view import View

_BRIEF: Final = "This view on one to three sheets: a file to mail, to print and to keep."


def draw_share(scene: Scene, data: Callable[[], bytes]) -> None:
    """Draw the links to what is shown, and the button that saves its data: they stay in view at
    the foot of the sidebar, where there is one."""
    if st.context.is_embedded:
        return
    with st.sidebar, st.container(key="ol_share"):
        with st.popover("Link to this view", width="stretch"):
            _draw_links(scene)
            draw_programs(scene, board_address(scene.page))
        with st.container(key="ol_take", horizontal=True, gap="small"):
            _take("Download data", data, scene, ".csv", "text/csv")
            link = pinned_link(scene)
            _take("Brief", lambda: brief_bytes(scene, link), scene, ".html", "text/html", _BRIEF)


def _take(
    label: str, data: Callable[[], bytes], scene: Scene, suffix: str, mime: str, how: str = ""
) -> None:
    part = label.lower() if suffix != ".csv" else ""
    name = file_name(scene.page.title, part, scene.exact_view, scene.as_of, suffix, drawn=False)
    st.download_button(
        label,
        data,
        file_name=name,
        mime=mime,
        on_click="ignore",
        width="stretch",
        help=how or None,
    )


def draw_foot(scene: Scene) -> None:
    """Draw the foot that only print shows, which says what it shows and where that stands; it
    is drawn last."""
    draw(foot_html(scene, pinned_link(scene)))


def pinned_link(scene: Scene) -> str:
    """Return the whole address of exactly what is shown: its revision and its day are fixed."""
    return _link(scene.page, scene.exact_view.fixed_on(scene.as_of))


def following_link(scene: Scene) -> str:
    """Return the whole address of this view of whichever revision is newest; its day follows
    too, unless one was chosen."""
    revision = scene.shown.revision
    return _link(scene.page, replace(scene.view, record=revision.record if revision else ""))


def _draw_links(scene: Scene) -> None:
    revision = scene.shown.revision
    if revision is None:
        _draw_link(pinned_link(scene), "openline_copy")
        return
    _draw_head("Follows the newest revision")
    _draw_link(following_link(scene), "openline_copy_following")
    _draw_head(f"Stays with revision {revision.number:,}")
    _draw_link(pinned_link(scene), "openline_copy")
    draw(tag("p", link_words(revision.number, scene.as_of), "ol-how"))


def _draw_link(link: str, key: str) -> None:
    st.code(link, language=None, wrap_lines=True)
    copy_button(link, key)


def _draw_head(words: str) -> None:
    draw(tag("div", words, "ol-strong ol-link-head"))


def _link(page: Page, view: View) -> str:
    query = urlencode(view.to_query(), doseq=True, safe="@")
    return f"{board_address(page)}/{page.path}?{query}"
