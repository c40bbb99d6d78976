"""Figures as drawings in a page, in the page's own colours: one for wide windows, one for
phones."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, Final

import plotly.graph_objects as go

from openline.brief.timeline import legend_parts
from openline.figures.axis import window_start
from openline.figures.frames import Frames
from openline.figures.svg.drawing import svg_of
from openline.figures.theme import NARROW, WIDE, Theme
from openline.figures.timeline.band import band_alt, still_bands
from openline.figures.timeline.timeline import timeline, timeline_alt
from openline.markup.text import Markup, tag

_THEME: Final = Theme(
    **{role.name: f"var(--{role.name.replace('_', '-')})" for role in fields(Theme)}
)
"""Colours supplied by the page, light or dark."""
_WIDTHS: Final = {WIDE: "wide", NARROW: "narrow"}
_RANGE: Final = "25y"


def timeline_drawing(frames: Frames) -> Markup:
    """Return the state of each channel over 25 years."""
    start = window_start(_RANGE, frames.as_of, frames.spans)
    alt = timeline_alt(frames, WIDE, start)
    return _figure([timeline(frames, _THEME, width, start) for width in _WIDTHS], alt)


def band_drawing(frames: Frames, channel: int) -> Markup:
    """Return the states of one channel over its life, and its observations."""
    return _figure(still_bands(frames, channel, _THEME, _WIDTHS), band_alt(frames, channel))


def _figure(figures: Iterable[go.Figure | Mapping[str, Any]], alt: str) -> Markup:
    drawings = [
        Markup(svg_of(figure, style=None, class_=name, aria_hidden="true"))
        for figure, name in zip(figures, _WIDTHS.values(), strict=True)
    ]
    image = tag("div", drawings, role="img", aria_label=alt)
    return tag("figure", (image, tag("figcaption", legend_parts())))
