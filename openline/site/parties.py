"""The page of one set of parties: their channels' states, and what opened and closed."""

from typing import Final

import pandas as pd

from openline.analysis.openness import openness
from openline.brief.document import counters_of
from openline.figures.frames import Frames
from openline.figures.timeline.rows import ordered, shows_openness
from openline.markup.links import source_link
from openline.markup.text import NOTHING, Markup, escape, rich, section_of, tag
from openline.record.columns import CHANNEL
from openline.sentences.empty import no_moves
from openline.sentences.openings import move_words, openings_headline
from openline.sentences.second import second_sentence
from openline.sentences.status import counters, headline
from openline.site.drawings import timeline_drawing
from openline.site.groups import Part
from openline.site.lists import MOST_ROWS
from openline.site.page import SitePage
from openline.site.rows import board_html
from openline.site.site import Site

_MOST_MOVES: Final = 100


def parties_page(site: Site, part: Part, picture: Markup) -> SitePage:
    """Return the page of a set of parties; `picture` shows the states of its channels."""
    brief, rows = site.brief, ordered(site.status.of(*part.channels))
    before = site.before.of(*part.channels)
    second = second_sentence(brief.as_of, rows, brief.question.record.logs_contacts)
    counted = counters(brief.as_of, rows, before, brief.since, brief.last_day)
    table = board_html(
        rows.head(MOST_ROWS), lambda channel: _leads(site, channel), with_parties=False
    )
    parts = [
        tag("div", part.name, "context"),
        tag("h1", rich(headline(brief.as_of, rows, last_day=brief.last_day))),
        tag("p", rich(second), "second") if second else NOTHING,
        counters_of(counted),
        section_of("State of each channel", picture),
        section_of("The board", table, _all_of(part)),
        _moves(site, part, rows),
        _beside(part),
    ]
    return SitePage(f"{part.file}.html", part.name, parts, f"feeds/{part.file}.atom")


def _leads(site: Site, channel: int) -> str:
    return f"../{site.page_of(channel)}"


def parties_timeline(site: Site, part: Part) -> Markup:
    """Return the timeline of the channels of a set of parties."""
    seen, rows = site.seen(part), site.status.of(*part.channels)
    mean = openness(seen) if shows_openness(rows) else site.brief.frames.openness.head(0)
    spans = site.spans.of(*part.channels)
    return timeline_drawing(Frames(seen.as_of, spans, rows, seen.observations, mean))


def _moves(site: Site, part: Part, rows: pd.DataFrame) -> Markup:
    brief, moves = site.brief, site.moves.of(*part.channels)
    window = brief.question.window
    words = openings_headline(brief.as_of, window, moves, rows)
    items = [_move(site, row) for _, row in moves.head(_MOST_MOVES).iterrows()]
    listed = tag("ul", items) if items else tag("p", rich(no_moves(brief.as_of, window)), "how")
    more = len(moves) - _MOST_MOVES
    left = tag("p", f"{more:,} more are in the data of this site.", "how") if more > 0 else NOTHING
    return section_of("Openings and closings, newest first", tag("p", rich(words)), listed, left)


def _move(site: Site, row: pd.Series) -> Markup:
    name = tag("a", row[CHANNEL], href=_leads(site, int(row["channel_id"])))
    said = tag("span", escape(row["summary"]), "said")
    parts = (tag("span", rich(move_words(row)), "did"), " ", name, " ", said, " ", source_link(row))
    return tag("li", parts)


def _all_of(part: Part) -> Markup:
    """Return the link to the list of all channels if these are not all."""
    if len(part.channels) <= MOST_ROWS:
        return NOTHING
    words = f"All {len(part.channels):,} channels"
    return tag("p", tag("a", words, href=f"../{part.list_file}.html"), "how")


def _beside(part: Part) -> Markup:
    badge = f"../badges/{part.file}.svg"
    image = tag("a", tag("img", src=badge, alt=f"Badge of {part.name}"), href=badge)
    feed = tag("a", "Feed of changes", href=f"../feeds/{part.file}.atom")
    calendar = tag("a", "Calendar of changes", href=f"../feeds/{part.file}.ics")
    return tag("p", (image, " ", feed, " · ", calendar), "beside")
