"""Figures of channels: tables in, Plotly figures out.

`Frames` gathers the tables of one as-of day. `timeline` and `band` draw them, each of a height
that is to be reserved before it arrives; for each there is a text for those who do not see it.
`ordered` is the order that timeline and board share; `page_count` and `is_overview` say what
a timeline of these channels will be; `window_start` gives the first day of a range.
`names_cut` says which names a timeline's rows cut.
`LIGHT` and `DARK` are the themes, `WIDE`, `MEDIUM` and `NARROW` the widths of windows,
`SHEET` that of a column on paper, `CLOSE` that of a full sheet, and `on_paper` and
`below_head` say which a timeline takes; `css_variables` are the same colours for pages.

    frames = Frames(as_of, spans, status, observations, openness)
    figure = timeline(frames, DARK, NARROW, window_start("25y", as_of, spans), sort="length")

A click gives as `customdata` a `channel_id`, in the overview the text of the parties.
"""

from openline.figures.axis import window_start
from openline.figures.compare.dumbbell import dumbbell, dumbbell_alt, dumbbell_height
from openline.figures.compare.rows import dumbbell_pages, dumbbell_rows
from openline.figures.frames import Frames
from openline.figures.theme import (
    CLOSE,
    DARK,
    LIGHT,
    MEDIUM,
    NARROW,
    SHEET,
    WIDE,
    Theme,
    css_variables,
)
from openline.figures.timeline.band import band, band_alt, band_height
from openline.figures.timeline.labels import names_cut
from openline.figures.timeline.paper import below_head, on_paper
from openline.figures.timeline.rows import is_overview, ordered, page_count
from openline.figures.timeline.timeline import marked_causes, timeline, timeline_alt

__all__ = [
    "CLOSE",
    "DARK",
    "LIGHT",
    "MEDIUM",
    "NARROW",
    "SHEET",
    "WIDE",
    "Frames",
    "Theme",
    "band",
    "band_alt",
    "band_height",
    "below_head",
    "css_variables",
    "dumbbell",
    "dumbbell_alt",
    "dumbbell_height",
    "dumbbell_pages",
    "dumbbell_rows",
    "is_overview",
    "marked_causes",
    "names_cut",
    "on_paper",
    "ordered",
    "page_count",
    "timeline",
    "timeline_alt",
    "window_start",
]
