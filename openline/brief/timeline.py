"""The timeline of a brief: drawings in the document, for paper and for phones."""

from collections.abc import Iterator
from typing import Final

import plotly.graph_objects as go

from openline.brief.brief import Brief
from openline.figures.axis import window_start
from openline.figures.svg.drawing import svg_of
from openline.figures.theme import LIGHT, NARROW
from openline.figures.timeline.paper import below_head
from openline.figures.timeline.rows import is_overview, page_count
from openline.figures.timeline.timeline import timeline, timeline_alt
from openline.markup.text import NOTHING, Markup, section_of, tag
from openline.record.columns import STATE_WORDS
from openline.sentences.pictures import range_words

_MOST: Final = 4
"""The most drawings that a brief has for paper, and the most for phones."""


def timeline_of(brief: Brief) -> Markup:
    """Return the state of every channel over the years, as drawings; nothing if there are no
    channels."""
    status = brief.status
    if not len(status):
        return NOTHING
    frames = brief.frames
    start = window_start(brief.range, frames.as_of, frames.spans)
    layout = below_head(status)
    alt = timeline_alt(frames, layout, start)
    drawings = [
        Markup(svg_of(figure, class_=kind, aria_hidden="true"))
        for kind, width in (("paper", layout), ("phone", NARROW))
        for figure in _figures(brief, width)
    ]
    kind = "drawings columns" if is_overview(status, layout) else "drawings"
    figure = tag(
        "figure", (drawings, tag("figcaption", legend_parts())), kind, role="img", aria_label=alt
    )
    title = f"State of each channel, {range_words(start.date(), brief.as_of)}"
    return section_of(title, figure)


def _figures(brief: Brief, layout: str) -> Iterator[go.Figure]:
    frames = brief.frames
    start = window_start(brief.range, frames.as_of, frames.spans)
    pages = min(page_count(frames.status, width=layout), _MOST)
    for page in range(1, pages + 1):
        yield timeline(frames, LIGHT, layout, start, page=page)


def legend_parts() -> list[Markup]:
    """Return the fills of the states, each beside its word."""
    words = [tag("span", (tag("i", "", f"fill-{state}"), state)) for state in STATE_WORDS]
    return [*words, tag("span", "thin: no newer observation")]
