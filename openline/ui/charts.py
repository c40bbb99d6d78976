"""The figures on a page: the timeline with its controls and pages, and a channel's band."""

from dataclasses import dataclass
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from openline.figures import (
    Frames,
    Theme,
    band,
    band_alt,
    band_height,
    is_overview,
    marked_causes,
    page_count,
    timeline,
    timeline_alt,
    window_start,
)
from openline.record.hidden import visible
from openline.sentences.channel import channel_headline
from openline.sentences.runs import plain
from openline.sentences.status import headline, several_parties
from openline.ui.browser.sheet import reserved
from openline.ui.cache import Look
from openline.ui.choosing import chosen_datum
from openline.ui.frame import Scene
from openline.ui.legend import BAND_WORDS, LEGEND, band_how, how_to_read, picture_words
from openline.ui.paging import draw_pages, shown_page
from openline.ui.places import place
from openline.ui.range_control import range_control
from openline.ui.state import key_of
from openline.ui.tables import current_theme
from openline.ui.taking import Taken, draw_taking
from openline.ui.top import heading, one_side
from openline.ui.width import width

__all__ = ["chosen_bar", "draw_band", "draw_timeline", "frames_of", "plain_chart"]

_KEY: Final = "ol_timeline"
_BAND_KEY: Final = "ol_band"
_CHOSEN: Final = "openline_bar_chosen"
_FIGURES: Final = 64
_SORTS: Final = {
    "severity": "Most severed first",
    "length": "Longest in its state first",
    "name": "By name",
    "changed": "Latest change first",
}
_CONFIG: Final = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
}


@dataclass(frozen=True)
class _Shown:
    """What a view asks of the timeline alone, and the width that it is drawn for."""

    range: str
    sort: str
    page: int
    causes: bool
    width: str


def draw_timeline(scene: Scene) -> None:
    """Draw the timeline of a scene's channels, with its controls."""
    status = scene.tables.status
    overview = is_overview(status)
    title = "Every channel, by parties" if several_parties(status) else "Every channel"
    _draw_head(title)
    _draw_how(scene, overview)
    pages = page_count(status, scene.view.sort)
    _draw_figure(scene, shown_page(scene.view, pages))
    draw_pages(pages)


def draw_band(scene: Scene) -> None:
    """Draw the band of the one channel of a scene, over its whole life."""
    status = scene.tables.status
    title = plain(channel_headline(status.iloc[0]))
    taken = Taken(_BAND_KEY, "band", title, (BAND_WORDS,), "spans", LEGEND)
    with place("ol_band_head", horizontal=True, vertical_alignment="bottom"):
        st.html(heading("The whole record of this channel") + band_how(), width="stretch")
        draw_taking(scene, taken)
    frames, channel = frames_of(scene), int(status["channel_id"].iloc[0])
    figure = _band(scene.look, width(), current_theme(), channel, frames)
    plain_chart(figure, _BAND_KEY, band_height(width()), band_alt(frames, channel))


def chosen_bar() -> int | str | None:
    """Return what was chosen in the timeline since the last run, once: a channel's id, or in
    the overview the text of its parties."""
    found: int | str | None = st.session_state.pop(_CHOSEN, None)
    return found


def frames_of(scene: Scene) -> Frames:
    """Return the frames that figures are drawn from."""
    found = scene.tables
    evidence = found.evidence
    return Frames(
        evidence.as_of,
        found.spans,
        found.status,
        evidence.observations,
        found.openness,
        found.shares,
    )


def plain_chart(figure: go.Figure, key: str, height: int, alt: str, **more: Any) -> None:
    """Draw a figure in its reserved place; nothing follows a click unless `on_select` says."""
    st.html(reserved(key, height))
    said = visible(alt)
    st.plotly_chart(figure, height=height, theme=None, key=key, config=_CONFIG, alt=said, **more)


def _draw_head(words: str) -> None:
    with place("ol_head", horizontal=True, vertical_alignment="bottom"):
        st.html(heading(words), width="content")
        with st.container(
            key="ol_controls",
            horizontal=True,
            horizontal_alignment="right",
            vertical_alignment="center",
            width="stretch",
        ):
            st.toggle("Causes", key=key_of("causes"))
            range_control()
            st.selectbox(
                "Order",
                list(_SORTS),
                format_func=_SORTS.__getitem__,
                key=key_of("sort"),
                label_visibility="collapsed",
                width=190,
            )


def _draw_how(scene: Scene, overview: bool) -> None:
    view = scene.view
    causes = marked_causes(frames_of(scene), width(), _start(scene)) if view.causes else None
    title = plain(headline(scene.as_of, scene.tables.status, one_side(view), view.fresh))
    taken = Taken(_KEY, "timeline", title, picture_words(overview, causes), "spans", LEGEND)
    with place("ol_how", horizontal=True):
        st.html(how_to_read(overview, view.sort, causes), width="stretch")
        draw_taking(scene, taken)


def _start(scene: Scene) -> pd.Timestamp:
    evidence = scene.tables.evidence
    return window_start(scene.view.range, evidence.as_of, scene.tables.spans)


def _draw_figure(scene: Scene, page: int) -> None:
    view = scene.view
    look, theme = scene.look, current_theme()
    frames, shown = frames_of(scene), _Shown(view.range, view.sort, page, view.causes, width())
    figure = _figure(look, shown, theme, frames)
    alt = timeline_alt(frames, width(), _start(scene), view.causes)
    height = int(figure.layout.height)
    plain_chart(figure, _KEY, height, alt, on_select=_choose, selection_mode="points")


@st.cache_resource(max_entries=_FIGURES, show_spinner=False)
def _figure(look: Look, shown: _Shown, theme: Theme, _frames: Frames) -> go.Figure:
    start = window_start(shown.range, _frames.as_of, _frames.spans)
    return timeline(_frames, theme, shown.width, start, shown.sort, shown.page, causes=shown.causes)


@st.cache_resource(max_entries=_FIGURES, show_spinner=False)
def _band(look: Look, layout: str, theme: Theme, channel: int, _frames: Frames) -> go.Figure:
    return band(_frames, channel, theme, layout)


def _choose() -> None:
    data = chosen_datum(_KEY)
    if data is not None:
        st.session_state[_CHOSEN] = data
