"""The overview on Status: the timeline of channels or the pairs of parties, with its controls."""

from typing import Final

import streamlit as st

from openline.markup.text import tag
from openline.sentences.status import several_parties
from openline.ui.address import key_of
from openline.ui.controls.places import at_right, place
from openline.ui.controls.years import range_control
from openline.ui.markup.headings import heading
from openline.ui.markup.text import draw
from openline.ui.scene import Scene
from openline.ui.status.pairs import draw_pairs
from openline.ui.status.since import New
from openline.ui.status.timeline import draw_timeline, print_timeline
from openline.view.parameters import OVERVIEWS

_LINES, _PAIRS = OVERVIEWS
_OVERVIEWS: Final = {_LINES: "Timeline", _PAIRS: "Pairs"}
_SORTS: Final = {
    "severity": "Most severed first",
    "length": "Longest in its state first",
    "name": "By name",
    "changed": "Latest change first",
}


def draw_overview(scene: Scene, new: New) -> None:
    """Draw the overview that a scene asks for, with its controls. Paper has the timeline."""
    several = several_parties(scene.tables.status)
    of_pairs = scene.view.overview == _PAIRS
    every = "Every channel, by parties" if several else "Every channel"
    _draw_head(scene, "Pairs" if of_pairs else every, of_pairs)
    if not of_pairs:
        draw_timeline(scene, new)
        return
    draw_pairs(scene)
    draw(tag("div", heading(every), "ol-print"))
    print_timeline(scene, new)


def _draw_head(scene: Scene, words: str, of_pairs: bool) -> None:
    several = several_parties(scene.tables.status)
    with place("ol_head", horizontal=True, vertical_alignment="bottom"):
        draw(heading(words, f"ol-heading{' ol-of-pairs' if of_pairs else ''}"), width="content")
        with at_right(vertical_alignment="center"):
            if several or of_pairs:
                _switch()
            if not of_pairs:
                st.toggle("Causes", key=key_of("causes"))
                range_control(scene)
            st.selectbox(
                "Order",
                list(_SORTS),
                format_func=_SORTS.__getitem__,
                key=key_of("sort"),
                label_visibility="collapsed",
                width=190,
            )


def _switch() -> None:
    st.segmented_control(
        "Overview",
        OVERVIEWS,
        format_func=_OVERVIEWS.__getitem__,
        required=True,
        key=key_of("overview"),
        label_visibility="collapsed",
    )
