"""Strips: the spans of channels as bars, with their hover text and what a click gives."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from openline.figures.axis import Window, day_numbers
from openline.figures.bars import arrow_trace, bar_traces, end_trace, thin_traces
from openline.figures.canvas import Drawing
from openline.figures.hover import brief_hovers, span_hovers, with_seen
from openline.figures.pieces import THIN, Pieces, end_ticks, span_pieces
from openline.figures.sizes import SIZES
from openline.figures.theme import Theme
from openline.record.columns import ENDED


@dataclass(frozen=True, eq=False)
class Strips:
    """Spans to draw, in order of channel and start.

    `y`, the middle of the bar, and `seen` and `seen_text`, the day number and the date of the
    channel's latest observation, have one value per span; `bar` is the height of all bars.
    """

    spans: pd.DataFrame
    y: np.ndarray
    seen: np.ndarray
    seen_text: np.ndarray
    bar: float

    @classmethod
    def of(cls, spans: pd.DataFrame, rows: pd.DataFrame, bar: float) -> "Strips":
        """Return the spans of the channels in `rows`: a status table with `y`."""
        places = rows.set_index("channel_id")[["y", "last_observed", "last_observed_text"]]
        placed = spans[spans["channel_id"].isin(places.index)].reset_index(drop=True)
        places = places.loc[placed["channel_id"]]
        return cls(
            placed,
            places["y"].to_numpy(),
            day_numbers(places["last_observed"]),
            places["last_observed_text"].to_numpy(dtype=object),
            bar,
        )


def strip_pieces(strips: Strips, window: Window) -> Pieces:
    """Return the pieces of the bars within a window (see `openline.figures.pieces`)."""
    return span_pieces(strips.spans, strips.seen, strips.y, strips.bar, window)


def strip_traces(
    strips: Strips,
    window: Window,
    theme: Theme,
    overview: bool = False,
    pieces: Pieces | None = None,
    told: bool = True,
) -> list[Drawing]:
    """Return the bars, thin lines and ends of strips within a window.

    A click gives the `channel_id`; in an overview it gives the parties, and the hover text is
    shorter. `pieces`: those of `strip_pieces`, if already computed; `told`: whether there is hover
    text, which paper does not need.
    """
    pieces = strip_pieces(strips, window) if pieces is None else pieces
    hovers = _hovers(pieces, strips, theme, overview) if told else np.full_like(pieces["state"], "")
    spans = strips.spans
    key = spans["parties"].fillna("") if overview else spans["channel_id"]
    custom = key.to_numpy(dtype=object)[pieces["span"]]
    pattern = SIZES.pattern_line if overview else SIZES.pattern
    ends = end_ticks(spans, strips.y, window)
    return [
        *thin_traces(pieces, hovers, custom, theme),
        *bar_traces(pieces, hovers, custom, theme, pattern),
        *([end_trace(ends, strips.bar, theme)] if len(ends["span"]) else []),
    ]


def arrow_traces(rows: pd.DataFrame, window: Window, size: float, theme: Theme) -> list[Drawing]:
    """Return the arrows of the ongoing channels in `rows`, a status table with `y`."""
    y, states = rows["y"].to_numpy(), rows["state"].to_numpy(dtype=object)
    alive = states != ENDED
    return [arrow_trace(y[alive], states[alive], window.last, size, theme)] if alive.any() else []


def _hovers(pieces: Pieces, strips: Strips, theme: Theme, overview: bool) -> np.ndarray:
    """Return the text of each piece, written once per span; that of a carried piece says since
    when."""
    at = pieces["span"]
    used, place = np.unique(at, return_inverse=True)
    texts = (brief_hovers if overview else span_hovers)(strips.spans.iloc[used], theme)
    hovers, seen = texts[place], strips.seen[at]
    carried = (pieces["shape"] == THIN) & (pieces["x0"] >= seen)
    hovers[carried] = with_seen(hovers[carried], strips.seen_text[at][carried], theme)
    return hovers
