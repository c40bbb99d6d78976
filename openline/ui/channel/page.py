"""Channel: one channel's whole story, or the channels to choose from."""

from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from openline.analysis.causes import caused
from openline.analysis.filters import Filters
from openline.analysis.gaps import MIN_DAYS
from openline.analysis.unusual import unusual
from openline.markup.text import NOTHING, Markup, rich, tag
from openline.record.columns import CHANNEL, CONFIDENCE, ENDED, PARTIES
from openline.record.frames import Frame
from openline.record.observation_names import observation_names
from openline.sentences.channel import (
    channel_eyebrow,
    channel_headline,
    channel_sentence,
    how_unusual,
    observations_left,
)
from openline.sentences.gaps import carried_states_words
from openline.sentences.runs import Run, Text, count, plain, show_sides
from openline.ui.channel.band import band_figure, draw_band, of_range
from openline.ui.channel.lists import observation_html, severances_html, silences_html, time_html
from openline.ui.controls.csv_file import answer_bytes
from openline.ui.controls.following import open_channel
from openline.ui.controls.paging import draw_pages, page_of
from openline.ui.controls.places import place
from openline.ui.controls.save import save_table
from openline.ui.data.looks import Look, row_named, tables
from openline.ui.frame.alone import stood_alone
from openline.ui.frame.empty import draw_empty
from openline.ui.frame.frame import draw_frame
from openline.ui.frame.share import draw_foot, draw_share
from openline.ui.markup.headings import heading, page_title
from openline.ui.markup.links import channel_link, view_link
from openline.ui.markup.text import draw
from openline.ui.pages import CHANNEL_PAGE
from openline.ui.scene import Scene
from openline.view.figure_names import BAND
from openline.view.view import View

_TABLES: Final = {
    "gaps": ("Severances and silences as CSV", "gaps"),
    "shares": ("Time in each state as CSV", "time"),
}
"""The tables besides the observations: the words of their links, and the names of their files."""
_ROWS_A_PAGE: Final = 60
_NAMES_A_PAGE: Final = 120
_FOUND: Final = "openline_found_channel"
_LEAST: Final = 20
"""Fewer channels than this can be seen at a glance."""


def draw_channel() -> None:
    """Draw the page Channel."""
    scene = draw_frame(CHANNEL_PAGE)
    if scene is not None and not stood_alone(scene, {BAND: band_figure}):
        draw_share(scene, lambda: answer_bytes("observations", scene))
        if not len(scene.tables.status):
            draw_empty(scene, CHANNEL_PAGE)
        elif len(scene.tables.evidence.channels) == 1:
            _draw_story(scene)
        else:
            _draw_choice(scene)
        draw_foot(scene)


def _draw_story(scene: Scene) -> None:
    with place("ol_channel_head"):
        draw(_head(scene))
    draw_band(scene)
    everything = scene.tables.evidence.observations
    rows = of_range(scene, everything).iloc[::-1]
    of_page, pages = page_of(scene.view, len(rows), _ROWS_A_PAGE)
    _draw_saving(scene)
    draw(_named(scene))
    left = observations_left(len(rows), len(everything))
    draw(
        tag(
            "div",
            (_observations(scene, rows.iloc[of_page], left), _beside(scene)),
            "ol-two ol-story",
        )
    )
    draw_pages(pages, scene.view)


def _draw_saving(scene: Scene) -> None:
    """Draw a link to each table, besides the observations, that has rows."""
    named = {"gaps": len(scene.tables.gaps), "shares": len(scene.tables.shares)}
    with st.container(key="ol_take_channel", horizontal=True, horizontal_alignment="right"):
        for table, (label, part) in _TABLES.items():
            if named[table]:
                save_table(scene, label, part, partial(answer_bytes, table, scene))


def _head(scene: Scene) -> Markup:
    row, tables = scene.tables.status.iloc[0], scene.tables
    share, logs_contacts = tables.shares.iloc[0], scene.record.logs_contacts
    sentence = channel_sentence(scene.as_of, row, tables.spans, share, logs_contacts)
    carried = carried_states_words(scene.as_of, scene.last_day)
    end = (Run(f" {carried}"),) if carried and row["state"] != ENDED else ()
    every = replace(scene.view, channel=(), parties=())
    back = view_link("All channels", CHANNEL_PAGE.path, every)
    parts = [
        tag("div", (rich(channel_eyebrow(row)), " · ", back), "ol-eyebrow"),
        page_title(rich(channel_headline(row))),
        tag("p", rich((*sentence, *_unusual(scene), *end)), "ol-second"),
    ]
    return tag("div", parts, "ol-channel-head")


def _unusual(scene: Scene) -> Text:
    """Return how unusual the ongoing gaps are among those of every channel on the same day."""
    if not scene.tables.gaps["ongoing"].any():
        return ()
    every = Filters(confidence=scene.filters.confidence)
    look = Look(scene.record.digest, scene.as_of, every, scene.view.carry)
    ranked = unusual(tables(look, scene.record).evidence, MIN_DAYS)
    channel = scene.tables.status["channel_id"].iloc[0]
    words = how_unusual(ranked[ranked["channel_id"] == channel])
    return (Run(" "), *words) if plain(words) else ()


def _named(scene: Scene) -> Markup:
    """Return the observation that the address names, to go before all others."""
    row = row_named(scene.view, scene.record)
    seen = scene.tables.evidence.observations
    if row is None or row not in seen.index:
        return NOTHING
    parts = (heading("The observation of this address"), _listed(scene, seen.loc[[row]]))
    return tag("div", parts, "ol-named")


def _observations(scene: Scene, rows: Frame, left: str) -> Markup:
    """Return the observations of a page; `left`: words for what the days shown leave out."""
    how = tag("div", left, "ol-how") if left else NOTHING
    return tag("div", (heading("Observations, newest first"), how, _listed(scene, rows)))


def _listed(scene: Scene, rows: Frame) -> list[Markup]:
    """Return the observations, each with its own address."""
    extras = scene.record.extras_of(rows.index)
    names = observation_names(scene.record, rows.index)
    parts = []
    for (index, row), (_, extra) in zip(rows.iterrows(), extras.iterrows(), strict=True):
        view = replace(scene.view, observation=names[index], page=1)
        link = partial(view_link, path=CHANNEL_PAGE.path, view=view)
        graded = CONFIDENCE in scene.record.columns
        parts.append(observation_html(row, extra, scene.tables.evidence.as_of, link, graded=graded))
    return parts


def _beside(scene: Scene) -> Markup:
    gaps, row = scene.tables.gaps, scene.tables.status.iloc[0]
    sections = [
        time_html(scene.tables.shares.iloc[0]),
        severances_html(caused(scene.tables.evidence)),
        silences_html(gaps[gaps["gap"] == "silence"].iloc[::-1], row["cadence_days"]),
    ]
    return tag("div", (tag("div", part, "ol-side-section") for part in sections if part))


def _draw_choice(scene: Scene) -> None:
    """Draw the matching channels as links under their parties, and a field to find one by
    typing."""
    status = scene.tables.status.sort_values([PARTIES, CHANNEL], kind="stable")
    shown, pages = page_of(scene.view, len(status), _NAMES_A_PAGE)
    of_page = status.iloc[shown]
    title = f"Choose one of {count(len(status), 'channel')}"
    groups = of_page.groupby(of_page[PARTIES].fillna(""), sort=False)
    listed = [_group(scene, group) for _, group in groups]
    draw(tag("div", page_title(title), "ol-channel-head"))
    _draw_finder(scene.view, status)
    draw(tag("div", listed, "ol-groups"))
    draw_pages(pages, scene.view)


def _group(scene: Scene, group: Frame) -> Markup:
    name = show_sides(group[PARTIES].iloc[0]) or "No parties named"
    items = []
    for _, row in group.iterrows():
        link = channel_link(row[CHANNEL], scene.view, row[PARTIES], row[CHANNEL])
        state = tag("span", row["state"], f"ol-word ol-{row['state']}")
        # A state alone on a line would look as if it belonged to the next name.
        items.append(tag("div", (link, "\u00a0", state), "ol-choice"))
    return tag("div", (heading(name), items))


def _draw_finder(view: View, status: Frame) -> None:
    """Draw a field that finds one of many channels by typing and opens it."""
    if len(status) < _LEAST:
        return
    pairs = zip(status[PARTIES].map(show_sides), status[CHANNEL], strict=True)
    names = [", ".join(filter(None, pair)) for pair in pairs]
    st.selectbox(
        "Find a channel",
        range(len(names)),
        index=None,
        format_func=names.__getitem__,
        placeholder="Type a side or a name",
        key=_FOUND,
        on_change=partial(_open, view, status),
        width=480,
    )


def _open(view: View, status: Frame) -> None:
    """Let the browser open the chosen channel, and empty the field for the next time."""
    chosen = st.session_state[_FOUND]
    st.session_state[_FOUND] = None
    if chosen is not None:
        row = status.iloc[chosen]
        open_channel(view, row[PARTIES], row[CHANNEL])
