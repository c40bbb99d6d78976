"""The band of one channel: its states over its whole life, and below it every observation."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from openline.figures.axis import Window, day_numbers, year_ticks
from openline.figures.bars import mark_traces
from openline.figures.canvas import Drawing, annotation, as_of_date, figure, still, time_canvas
from openline.figures.frames import Frames
from openline.figures.hover import mark_hovers
from openline.figures.marks import mark_places, merged_marks
from openline.figures.markup import coloured
from openline.figures.pieces import FULL, Pieces
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
"""Marks within half a pixel of each other cannot be told apart, so they merge."""


@dataclass(frozen=True, eq=False)
class _Life:
    """One channel: its row of the status table, its spans, its observations from the first day
    shown, and the event of each; a change to the state that already holds counts as a check."""

    rows: pd.DataFrame
    spans: pd.DataFrame
    seen: pd.DataFrame
    events: np.ndarray

    @classmethod
    def of(cls, frames: Frames, channel_id: int, start: pd.Timestamp | None) -> "_Life":
        parts = (frames.status, frames.spans, frames.observations)
        rows, spans, seen = (_only(part, channel_id) for part in parts)
        seen = seen if start is None else seen[seen["earliest"] >= start]
        events = seen["event"].to_numpy(dtype=object)
        repeats = seen["repeats"].to_numpy(dtype=bool)
        return cls(rows, spans, seen, np.where(repeats, CHECK, events))

    def count(self, event: str) -> int:
        """Return how many observations have an event."""
        return int((self.events == event).sum())

    def strips(self, middle: float) -> Strips:
        """Return its spans as strips around a height."""
        row, number = self.rows.iloc[0], len(self.spans)
        observed = day_numbers(self.rows["last_observed"])
        dated = np.full(number, row["last_observed_text"], dtype=object)
        places = (np.full(number, middle), np.repeat(observed, number), dated)
        return Strips(self.spans.reset_index(drop=True), *places, SIZES.band)


def band(
    frames: Frames,
    channel_id: int,
    theme: Theme = LIGHT,
    width: str = WIDE,
    start: pd.Timestamp | None = None,
) -> go.Figure:
    """Return the band of one channel from a day (by default its first) to the as-of day; a click
    gives its `channel_id`."""
    life = _Life.of(frames, channel_id, start)
    return figure(*_drawn(life, frames.as_of, theme, width, start), width)


def still_bands(
    frames: Frames, channel_id: int, theme: Theme, widths: Iterable[str]
) -> list[Drawing]:
    """Return the whole band of one channel at each of some widths, to draw without a browser:
    nothing in it can be hovered over or clicked."""
    life = _Life.of(frames, channel_id, None)
    return [
        still(*_drawn(life, frames.as_of, theme, width, None, told=False), width)
        for width in widths
    ]


def _drawn(
    life: _Life,
    as_of: pd.Timestamp,
    theme: Theme,
    width: str,
    start: pd.Timestamp | None,
    told: bool = True,
) -> tuple[list[Drawing], Drawing]:
    """Return the traces and the layout of a band; `told`: whether there is hover text."""
    layout = LAYOUTS[width]
    strips = life.strips(float(layout.band_middle))
    window = _window(as_of, life, layout, start)
    pieces = strip_pieces(strips, window)
    traces = strip_traces(strips, window, theme, pieces=pieces, told=told)
    rows = life.rows.assign(y=float(layout.band_middle))
    traces += arrow_traces(rows, window, SIZES.band_arrow, theme)
    traces += _lane_traces(life, window, theme, layout, told)
    drawing = _layout(life, window, theme, layout)
    words = [_state(life.rows, theme, layout), *_lengths(strips, pieces, window, theme)]
    drawing["annotations"] += [as_of_date(theme, layout, as_of), *words]
    return traces, drawing


def band_alt(frames: Frames, channel_id: int, start: pd.Timestamp | None = None) -> str:
    """Return what the band of a channel shows from a day, in one paragraph for readers who cannot
    see it."""
    life = _Life.of(frames, channel_id, start)
    row, spans = life.rows.iloc[0], life.spans
    if start is not None:
        spans = spans[spans["ongoing"].astype(bool) | (spans["end"] > start)]
    counts = ", ".join(_count_words(life.count(event), event) for event in _LANES)
    times = int((spans["state"] == SEVERED).sum())
    first = spans["start"].min() if start is None else start
    life_words = f"from {show_day(first)} to {show_day(frames.as_of)}"
    return (
        f"Band of {row['channel']} {life_words}: {row['state']} since {show_day(row['since'])}, "
        f"severed {times:,} time{'' if times == 1 else 's'}. Observations: {counts}."
    )


def _only(table: pd.DataFrame, channel_id: int) -> pd.DataFrame:
    """Return the rows of a channel; a table that has only these is returned unchanged."""
    own = table["channel_id"].to_numpy() == channel_id
    return table if own.all() else table[own]


def _window(as_of: pd.Timestamp, life: _Life, layout: Layout, start: pd.Timestamp | None) -> Window:
    days = (life.spans["start"].min(), life.seen["earliest"].min()) if start is None else (start,)
    starts = [day for day in days if pd.notna(day)]
    pixels = layout.figure - layout.band_label - layout.right
    return Window.until(as_of, min(starts, default=as_of), pixels)


def _lane_y(layout: Layout, lane: int) -> float:
    return layout.first_lane + lane * layout.lane


def _bottom(layout: Layout) -> int:
    return int(_lane_y(layout, len(_LANES) - 1)) + SIZES.below_lanes


def _lane_traces(
    life: _Life, window: Window, theme: Theme, layout: Layout, told: bool
) -> list[Drawing]:
    heights = {event: _lane_y(layout, lane) for lane, event in enumerate(_LANES)}
    y = np.array([heights.get(event, np.nan) for event in life.events.tolist()], dtype=float)
    gaps = dict.fromkeys(_LANES, _SAME)
    if told:
        marks = merged_marks(life.seen, y, gaps, window)
        return mark_traces(marks, mark_hovers(marks, theme), _LANES, theme)
    _, at, _, x = mark_places(life.seen, y, gaps, window)
    ids, events = (life.seen[name].to_numpy(dtype=object)[at] for name in ("channel_id", "event"))
    places = {"event": events, "x": x, "y": y[at], "channel_id": ids}
    return mark_traces(places, np.full_like(events, ""), _LANES, theme)


def _layout(life: _Life, window: Window, theme: Theme, layout: Layout) -> Drawing:
    lanes = [_lane_y(layout, lane) for lane in range(len(_LANES))]
    axis = {"tickvals": lanes, "ticktext": [""] * len(lanes)}
    margins = (layout.band_label, layout.right)
    drawing = time_canvas(theme, layout, window, _bottom(layout), margins, axis)
    drawing["annotations"] = [
        _lane_label(_count_words(life.count(event), event, theme), y, theme, layout)
        for event, y in zip(_LANES, lanes, strict=True)
    ]
    if not any(year_ticks(window, layout)[1]):
        drawing["annotations"].append(_first_day(window, theme))
    return drawing


def _count_words(number: int, event: str, theme: Theme | None = None) -> str:
    digits = coloured(f"{number:,}", theme.text) if theme and number else f"{number:,}"
    return f"{event}s {digits}" if theme else f"{digits} {event}{'' if number == 1 else 's'}"


def _lane_label(words: str, y: float, theme: Theme, layout: Layout) -> Drawing:
    place = {"xshift": 1} if layout.narrow else {"xshift": -layout.band_label}
    y -= layout.lane_label
    return annotation(words, y, SIZES.name_type, theme.muted, **place)


def _first_day(window: Window, theme: Theme) -> Drawing:
    """Return the first day as a label, where the life is too short for one of a year."""
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
    y = float(layout.band_middle)
    return annotation(words, y, SIZES.name_type, theme.text, x=1, xshift=layout.gap)


def _lengths(strips: Strips, pieces: Pieces, window: Window, theme: Theme) -> list[Drawing]:
    """Return the length of each finished span, in its bar if that is whole and has room."""
    spans, at = strips.spans, pieces["span"]
    colours = {OPEN: theme.on_open, SEVERED: theme.on_severed}
    hidden = spans["ongoing"].to_numpy() | (day_numbers(spans["start"]) < window.first)
    wide = pieces["x1"] - pieces["x0"] > SIZES.word_from * window.pixel
    wide &= (pieces["shape"] == FULL) & ~hidden[at].astype(bool)
    place = {"xref": "x", "xanchor": "center"}
    return [
        annotation(
            show_length(spans["days"].iat[at[i]]),
            pieces["y"][i],
            SIZES.tick_type,
            colours[pieces["state"][i]],
            x=(pieces["x0"][i] + pieces["x1"][i]) / 2,
            **place,
        )
        for i in np.flatnonzero(wide).tolist()
        if pieces["state"][i] in colours
    ]
