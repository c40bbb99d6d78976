"""The band of one channel: its states over its whole life, and below it every observation."""

from typing import Final

import pandas as pd
import plotly.graph_objects as go

from openline.figures.axis import Window, day_numbers, year_ticks
from openline.figures.bars import mark_traces
from openline.figures.canvas import Drawing, annotation, as_of_date, figure, time_canvas
from openline.figures.frames import Frames
from openline.figures.hover import mark_hovers
from openline.figures.marks import merged_marks
from openline.figures.markup import coloured
from openline.figures.pieces import FULL
from openline.figures.sizes import LAYOUTS, SIZES, Layout
from openline.figures.strips import Strips, arrow_traces, strip_pieces, strip_traces
from openline.figures.theme import LIGHT, WIDE, Theme
from openline.figures.timeline.labels import state_words
from openline.record.columns import CHANGE, CHECK, CONTACT, OPEN, OVERTURE, REFUSAL, SEVERED
from openline.record.dates import show_day
from openline.sentences.lengths import show_length

_LANES: Final = {
    CHANGE: SIZES.lane_change,
    CHECK: SIZES.lane_check,
    CONTACT: SIZES.lane_tick,
    OVERTURE: SIZES.overture,
    REFUSAL: SIZES.lane_refusal,
}
"""The events that have a lane, from the top, and the size of their marks."""
_SAME: Final = 0.5
"""Marks within half a pixel cannot be told apart and are one."""


def band(
    frames: Frames,
    channel_id: int,
    theme: Theme = LIGHT,
    width: str = WIDE,
    start: pd.Timestamp | None = None,
) -> go.Figure:
    """Return the band of one channel from a day (its first, unless told) to the as-of day; a click
    gives its `channel_id`."""
    layout = LAYOUTS[width]
    row = frames.status[frames.status["channel_id"] == channel_id]
    rows = row.assign(y=float(layout.band_middle))
    strips = Strips.of(frames.spans, rows, SIZES.band)
    seen = _seen(frames, channel_id, start)
    window = _window(frames.as_of, strips.spans, seen, layout, start)
    traces = strip_traces(strips, window, theme)
    traces += arrow_traces(rows, window, SIZES.band_arrow, theme)
    traces += _lane_traces(seen, window, theme, layout)
    drawing = _layout(seen, window, theme, layout)
    words = [_state(rows, theme, layout), *_lengths(strips, window, theme)]
    drawing["annotations"] += [as_of_date(theme, layout, frames.as_of), *words]
    return figure(traces, drawing, width)


def band_height(width: str = WIDE) -> int:
    """Return the height in pixels of the band of any channel."""
    return SIZES.axis + _bottom(LAYOUTS[width]) + SIZES.foot


def band_alt(frames: Frames, channel_id: int, start: pd.Timestamp | None = None) -> str:
    """Return what the band of a channel shows from a day, in one paragraph for those who do not
    see it."""
    row = frames.status[frames.status["channel_id"] == channel_id].iloc[0]
    spans = frames.spans[frames.spans["channel_id"] == channel_id]
    if start is not None:
        spans = spans[spans["ongoing"].astype(bool) | (spans["end"] > start)]
    seen = _seen(frames, channel_id, start)
    counts = ", ".join(_count_words(seen, event) for event in _LANES)
    times = int((spans["state"] == SEVERED).sum())
    first = spans["start"].min() if start is None else start
    life = f"from {show_day(first)} to {show_day(frames.as_of)}"
    return (
        f"Band of {row['channel']} {life}: {row['state']} since {show_day(row['since'])}, "
        f"severed {times:,} time{'' if times == 1 else 's'}. Observations: {counts}."
    )


def _seen(frames: Frames, channel_id: int, start: pd.Timestamp | None) -> pd.DataFrame:
    """The observations of a channel from a day on."""
    seen = frames.observations[frames.observations["channel_id"] == channel_id]
    return seen if start is None else seen[seen["earliest"] >= start]


def _window(
    as_of: pd.Timestamp,
    spans: pd.DataFrame,
    seen: pd.DataFrame,
    layout: Layout,
    start: pd.Timestamp | None,
) -> Window:
    days = (spans["start"].min(), seen["earliest"].min()) if start is None else (start,)
    starts = [day for day in days if pd.notna(day)]
    pixels = layout.figure - layout.band_label - layout.right
    return Window.until(as_of, min(starts, default=as_of), pixels)


def _lane_y(layout: Layout, lane: int) -> float:
    return layout.first_lane + lane * layout.lane


def _bottom(layout: Layout) -> int:
    return int(_lane_y(layout, len(_LANES) - 1)) + SIZES.below_lanes


def _lane_traces(seen: pd.DataFrame, window: Window, theme: Theme, layout: Layout) -> list[Drawing]:
    heights = {event: _lane_y(layout, lane) for lane, event in enumerate(_LANES)}
    y = _events(seen).map(heights).to_numpy(dtype=float)
    marks = merged_marks(seen, y, dict.fromkeys(_LANES, _SAME), window)
    return mark_traces(marks, mark_hovers(marks, theme), _LANES, theme, halo=False)


def _layout(seen: pd.DataFrame, window: Window, theme: Theme, layout: Layout) -> Drawing:
    lanes = [_lane_y(layout, lane) for lane in range(len(_LANES))]
    axis = {"tickvals": lanes, "ticktext": [""] * len(lanes)}
    margins = (layout.band_label, layout.right)
    drawing = time_canvas(theme, layout, window, _bottom(layout), margins, axis)
    drawing["annotations"] = [
        _lane_label(_count_words(seen, event, theme), y, theme, layout)
        for event, y in zip(_LANES, lanes, strict=True)
    ]
    if not any(year_ticks(window, layout)[1]):
        drawing["annotations"].append(_first_day(window, theme))
    return drawing


def _events(seen: pd.DataFrame) -> pd.Series:
    """What each observation is; a change to the state that held already is taken as a check."""
    return seen["event"].mask(seen["repeats"], CHECK)


def _count_words(seen: pd.DataFrame, event: str, theme: Theme | None = None) -> str:
    number = int((_events(seen) == event).sum())
    digits = coloured(f"{number:,}", theme.text) if theme and number else f"{number:,}"
    return f"{event}s {digits}" if theme else f"{digits} {event}{'' if number == 1 else 's'}"


def _lane_label(words: str, y: float, theme: Theme, layout: Layout) -> Drawing:
    place = {"xshift": 1} if layout.narrow else {"xshift": -layout.band_label}
    y -= layout.lane_label
    return annotation(words, y, SIZES.name_type, theme.muted, **place)


def _first_day(window: Window, theme: Theme) -> Drawing:
    """The first day, where the life is too short for a year's label."""
    day = show_day(pd.Timestamp(window.first, unit="D"))
    place = {"yref": "paper", "yshift": SIZES.above_axis}
    return annotation(day, 1, SIZES.tick_type, theme.muted, **place)


def _state(rows: pd.DataFrame, theme: Theme, layout: Layout) -> Drawing:
    row = rows.iloc[0]
    words = state_words(row["state"], row["days_in_state"], row["since"], theme)
    if layout.narrow:
        place = {"xanchor": "right", "xshift": layout.gap}
        y = layout.band_middle - SIZES.band / 2 - SIZES.word_above
        return annotation(words, y, SIZES.name_type, theme.text, x=1, **place)
    return annotation(words, row["y"], SIZES.name_type, theme.text, x=1, xshift=layout.gap)


def _lengths(strips: Strips, window: Window, theme: Theme) -> list[Drawing]:
    """The length of each span that is over, in its bar where that is whole and has room."""
    pieces, spans = strip_pieces(strips, window), strips.spans
    colours = {OPEN: theme.on_open, SEVERED: theme.on_severed}
    hidden = spans["ongoing"].to_numpy() | (day_numbers(spans["start"]) < window.first)
    hidden = hidden[pieces["span"].to_numpy()]
    wide = pieces["x1"] - pieces["x0"] > SIZES.word_from * window.pixel
    pieces = pieces[wide & (pieces["shape"] == FULL) & pieces["state"].isin(colours) & ~hidden]
    place = {"xref": "x", "xanchor": "center"}
    return [
        annotation(
            show_length(spans["days"].iat[piece.span]),
            piece.y,
            SIZES.tick_type,
            colours[piece.state],
            x=(piece.x0 + piece.x1) / 2,
            **place,
        )
        for piece in pieces.itertuples()
    ]
