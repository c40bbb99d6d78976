"""Whole addresses: of the board and of views of a page, with a button that copies one; and lines of
HTML that embed a page, or one figure of it, in another site."""

from dataclasses import replace
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from openline.markup.text import tag
from openline.record.hidden import visible
from openline.ui.browser.components import component
from openline.ui.pages import Page
from openline.ui.scene import Scene
from openline.view.figure_names import FIGURE_TITLES
from openline.view.record_name import edition_name
from openline.view.view import View

PAGE_HEIGHT: Final = 700
"""The height of a frame that shows a whole page, in pixels."""
_SANDBOX: Final = (
    "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"
)
"""The permissions of a frame: draw itself from the board's own host, and open links and files."""
_BUTTON: Final = '<button type="button">Copy link</button><span role="status"></span>'


def board_address(page: Page) -> str:
    """Return the whole address of the board, above those of its pages; `page` is the one being
    drawn."""
    here = (st.context.url or "").partition("?")[0].rstrip("/")
    return here.removesuffix(f"/{page.path}") if page.path else here


def pinned_link(scene: Scene) -> str:
    """Return the whole address of exactly what is shown, with revision and day fixed."""
    return view_address(scene.page, scene.exact_view.fixed_on(scene.as_of))


def cited_link(scene: Scene) -> str:
    """Return the whole address of exactly what is shown, even of the bundled record: it names the
    bytes of the file, and never leads to others."""
    return view_address(scene.page, cited_view(scene))


def cited_view(scene: Scene) -> View:
    """Return the view of exactly the bytes and the day shown."""
    record = scene.shown.pinned
    if scene.shown.revision is None:
        record = edition_name(scene.record.digest)
    return replace(scene.view, record=record).fixed_on(scene.as_of)


def following_link(scene: Scene) -> str:
    """Return the whole address of this view of the newest revision; its day follows too, unless one
    was chosen."""
    revision = scene.shown.revision
    return view_address(scene.page, replace(scene.view, record=revision.record if revision else ""))


def view_address(page: Page, view: View) -> str:
    """Return the whole address of a view of the page being drawn."""
    query = urlencode(view.to_query(), doseq=True, safe="@")
    return f"{board_address(page)}/{page.path}?{query}"


def frame_snippet(scene: Scene, view: View, height: int = PAGE_HEIGHT, figure: str = "") -> str:
    """Return the line of HTML that embeds a view of a scene's page, or one figure of it; record and
    day are fixed or followed as in the view."""
    query = {**view.to_query(), "embed": "true", **({"figure": figure} if figure else {})}
    address = f"{board_address(scene.page)}/{scene.page.path}"
    part = FIGURE_TITLES.get(figure, figure)
    named = f"{scene.page.title}{f': {part}' if part else ''} · Openline"
    return tag(
        "iframe",
        src=f"{address}?{urlencode(query, doseq=True, safe='@')}",
        title=visible(named),
        width="100%",
        height=height,
        style="border:0",
        loading="lazy",
        sandbox=_SANDBOX,
    )


def copy_button(link: str, key: str) -> None:
    """Draw a button that copies a link and says whether it could, even over plain http, where
    browsers close the clipboard."""
    mount = component("copy", "copy_button", markup=_BUTTON, style="copy_button")
    mount(key=key, data={"link": link}, height=36)
