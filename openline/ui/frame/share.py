"""Sharing a view: links to it, its data, its brief and, for programs, its table, its feeds and, for
a channel, a badge."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from openline.brief.brief import Brief
from openline.brief.document import brief_html
from openline.markup.text import Markup, tag, unbroken
from openline.questions import question_of
from openline.record.columns import CHANNEL, PARTIES
from openline.record.dates import show_day
from openline.record.hidden import visible
from openline.record.observation_names import observation_names
from openline.record.problems import Problem
from openline.sentences.context import filter_words
from openline.sentences.runs import show_sides
from openline.sentences.saved import link_words
from openline.settings import marking
from openline.ui.controls.citing import Keeping, draw_cite
from openline.ui.controls.file_names import file_name
from openline.ui.controls.page_links import (
    board_address,
    cited_link,
    cited_view,
    copy_button,
    following_link,
    frame_snippet,
    pinned_link,
)
from openline.ui.data.answers import revision_before, rows_since
from openline.ui.data.clock import moment
from openline.ui.data.editions import keep_edition
from openline.ui.data.saved import the_store
from openline.ui.markup.links import address
from openline.ui.markup.notes import notes_html
from openline.ui.markup.text import draw
from openline.ui.pages import CHANNEL_PAGE, OPENINGS_PAGE, RECORDS_PAGE
from openline.ui.scene import Scene
from openline.view.view import Query, View

_BRIEF: Final = "This view on one to three sheets: a file to email, to print and to keep."
_OTHER_TAB: Final = {"target": "_blank", "rel": "noopener"}


def draw_share(scene: Scene, data: Callable[[], bytes]) -> None:
    """Draw the links to what is shown, and the button that saves its data; they stay in view at the
    foot of the sidebar, if there is one."""
    if st.context.is_embedded:
        return
    with st.sidebar, st.container(key="ol_share"):
        with st.popover("Link to this view", width="stretch"):
            _draw_links(scene)
            draw_programs(scene, board_address(scene.page))
        with st.container(key="ol_take", horizontal=True, gap="small"):
            _take("Download data", data, scene, ".csv", "text/csv")
            link, board = cited_link(scene), board_address(scene.page)
            brief = partial(brief_bytes, scene, link, board)
            _take("Brief", brief, scene, ".html", "text/html", _BRIEF)
        with st.container(key="ol_as_data", horizontal=True, gap="small"):
            draw(data_links(scene), width="content")
            draw_cite(scene)


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
    """Draw the foot that only print shows, which says what is printed and where it can be found; it
    is drawn last."""
    draw(foot_html(scene, pinned_link(scene)))


def foot_html(scene: Scene, link: str) -> Markup:
    """Return the foot, which only print shows; `link` is the whole address of what is shown."""
    said = [
        "Openline",
        scene.shown.title,
        f"as of {show_day(scene.as_of)}",
        *filter_words(scene.filters, scene.view.carry),
        f"printed on {show_day(scene.today)}",
    ]
    words = tag("div", unbroken(" · ".join(said)))
    return tag("div", words + tag("div", link), "ol-print ol-foot")


def _draw_links(scene: Scene) -> None:
    revision = scene.shown.revision
    if revision is None:
        _draw_code(pinned_link(scene), "openline_copy")
        _draw_edition(scene)
        return
    _draw_head("Follows the newest revision")
    _draw_code(following_link(scene), "openline_copy_following")
    _draw_head(f"Stays with revision {revision.number:,}")
    _draw_code(pinned_link(scene), "openline_copy")
    draw(tag("p", link_words(revision.number, scene.as_of), "ol-how"))


def _draw_edition(scene: Scene) -> None:
    """Draw the button for a link that stays with the bundled record's bytes, which are kept for it;
    once it has been used, draw the link."""
    if scene.shown.edition:
        return
    keeping = Keeping(scene)
    kept = keeping.done
    if kept is not True:
        st.button("Link to exactly this edition", key="ol_keep", on_click=keeping.keep)
    if isinstance(kept, Problem):
        draw(notes_html([kept]))
    elif kept:
        _draw_head("Stays with this edition of the record")
        _draw_code(cited_link(scene), "openline_copy_edition")


def _draw_code(line: str, key: str) -> None:
    st.code(line, language=None, wrap_lines=True)
    copy_button(line, key)


def _draw_head(words: str) -> None:
    draw(tag("div", words, "ol-strong ol-link-head"))


def brief_bytes(scene: Scene, link: str, board: str) -> bytes:
    """Return the brief of a scene as an HTML file; `link` leads back to what it shows, and `board`
    is the address above those of the pages. The bytes of the record that both name are kept."""
    if Keeping(scene).is_needed:
        keep_edition(scene.record.digest, the_store, moment())
    question = question_of(scene.view, scene.record, scene.as_of)
    brief = Brief(
        question,
        scene.shown.title,
        scene.today,
        scene.last_day,
        link,
        marking(),
        scene.view.range,
        shows=partial(_observation_link, scene, board),
    )
    before = revision_before(scene.shown.revision, brief.since)
    late = rows_since(before, scene.record, scene.today)
    return brief_html(replace(brief, late=late)).encode("utf-8", "replace")


def _observation_link(scene: Scene, board: str, row: int) -> str:
    """Return the whole address of an observation, on the page of its channel."""
    rows = scene.record.observations.loc[[row]]
    name = observation_names(scene.record, rows.index).loc[row]
    whole, of = cited_view(scene), rows.loc[row]
    parties = (of[PARTIES],) if isinstance(of[PARTIES], str) else ()
    view = View(whole.record, whole.asof, parties, channel=(of[CHANNEL],), observation=name)
    return address(f"{board}/{CHANNEL_PAGE.path}", view.to_query())


def draw_programs(scene: Scene, board: str) -> None:
    """Draw links to a view's feeds, and to the description of its data; `board` is the whole
    address of the board."""
    query = scene.view.to_query()
    _draw_head("This view for programs")
    links = [
        _link("Feed", "feeds/changes.atom", query),
        _link("Calendar", "feeds/changes.ics", query),
        _link("Description", "api", {}),
    ]
    draw(_programs(links))
    _draw_head("This page within another")
    _draw_code(frame_snippet(scene, scene.view), "openline_copy_frame")
    if scene.page == CHANNEL_PAGE and len(scene.view.channel) == 1:
        _draw_badge(scene, board)


def data_links(scene: Scene) -> Markup:
    """Return the links to a view's data as JSON and CSV: the address of its page, with the API's
    path instead of the page's."""
    path = "records" if scene.page == RECORDS_PAGE else scene.page.table
    asked = {} if scene.page == RECORDS_PAGE else scene.view.to_query()
    if scene.page == OPENINGS_PAGE:  # whose table has closings by default
        asked["moves"] = scene.view.moves
    links = [
        _link(
            f"{'This as ' if form == 'JSON' else ''}{form}", f"api/v1/{path}.{form.lower()}", asked
        )
        for form in ("JSON", "CSV")
    ]
    return _programs(links)


def _programs(links: Iterable[Markup]) -> Markup:
    return tag("p", [(link, " ") for link in links], "ol-programs")


def _link(words: str, path: str, query: Query) -> Markup:
    return tag("a", words, href=address(path, query), **_OTHER_TAB)


def _draw_badge(scene: Scene, board: str) -> None:
    named = [*map(show_sides, scene.view.parties), *scene.view.channel]
    kept = ("record", "parties", "channel")
    query = {name: value for name, value in scene.view.to_query().items() if name in kept}
    badge = address(f"{board}/badges/channel.svg", query)
    snippet = tag("img", src=badge, alt=visible(", ".join(named)))
    _draw_head("A badge for another page")
    _draw_code(snippet, "openline_copy_badge")
