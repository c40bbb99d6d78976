"""Figures as drawings within a page, in the page's own colours: one for wide windows, and one for
phones."""

from collections.abc import Callable
from dataclasses import fields
from typing import Final

import plotly.graph_objects as go

from openline.brief import legend_parts
from openline.figures.axis import window_start
from openline.figures.frames import Frames
from openline.figures.svg import svg_of
from openline.figures.theme import NARROW, WIDE, Theme
from openline.figures.timeline.band import band, band_alt
from openline.figures.timeline.timeline import timeline, timeline_alt
from openline.markup.text import Markup, tag

_THEME: Final = Theme(
    **{role.name: f"var(--{role.name.replace('_', '-')})" for role in fields(Theme)}
)
"""Colours that the page gives, light or dark."""
_WIDTHS: Final = {WIDE: "wide", NARROW: "narrow"}
_RANGE: Final = "25y"


def timeline_drawing(frames: Frames) -> Markup:
    """Return the state of each channel over 25 years."""
    start = window_start(_RANGE, frames.as_of, frames.spans)
    alt = timeline_alt(frames, WIDE, start)
    return _figure(lambda width: timeline(frames, _THEME, width, start), alt)


def band_drawing(frames: Frames, channel: int) -> Markup:
    """Return the states of one channel over its life, and its observations."""
    return _figure(lambda width: band(frames, channel, _THEME, width), band_alt(frames, channel))


def _figure(draw: Callable[[str], go.Figure], alt: str) -> Markup:
    drawings = [
        Markup(svg_of(draw(width), style=None, class_=name, aria_hidden="true"))
        for width, name in _WIDTHS.items()
    ]
    image = tag("div", drawings, role="img", aria_label=alt)
    return tag("figure", (image, tag("figcaption", legend_parts())))
