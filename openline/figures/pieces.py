"""The pieces of bars: where a span is certain, where it is shared, where the record is silent.

Full: a source supports it. Thin: no source does, as after the last observation or before an
imprecise start. Between the earliest and the latest day of a change the old state has the upper
half of the row and the new one the lower.
"""

from typing import Final

import numpy as np
import pandas as pd

from openline.figures.axis import Window, day_numbers
from openline.record.columns import STATUS_WORDS

FULL: Final = "full"
UPPER: Final = "upper"
LOWER: Final = "lower"
THIN: Final = "thin"
Pieces = dict[str, np.ndarray]
"""The pieces of bars, as columns by name: see `span_pieces`."""
_MANY: Final = 3000
"""Up to this many pieces, a place is one pixel wide; with more it grows, up to four pixels."""
_COARSEST: Final = 4
_APART: Final = 1e5
"""The pixels between rows when all are laid end to end on one line."""


def span_pieces(
    spans: pd.DataFrame, seen: np.ndarray, y: np.ndarray, bar: float, window: Window
) -> Pieces:
    """Return the pieces of spans within a window.

    `spans`: in order of channel and start; `seen`: the day of the channel's latest observation;
    `y`: the middle of its bar; both have one value per span. Columns: `span` (place in `spans`),
    `state`, `shape` (full, upper, lower, thin), `x0`, `x1` (day numbers), `y` and `height` (pixels;
    those of a thin piece are those of its whole bar).
    """
    parts = _parts(_edges(spans, seen, window.last))
    count = len(spans)
    shape = np.repeat(np.array([part[0] for part in parts], dtype=object), count)
    x0 = np.concatenate([part[1] for part in parts]).clip(min=window.first)
    x1 = np.concatenate([part[2] for part in parts]).clip(max=window.last)
    meant = np.concatenate([part[3] for part in parts])
    span = np.tile(np.arange(count), len(parts))
    kept = np.flatnonzero(meant & (x1 > x0))
    grain = float(np.clip(len(kept) / _MANY, 1, _COARSEST))
    least = grain * window.pixel
    tiny = (x1 - x0 < least) & (shape != THIN)
    place = np.floor((y[span] * _APART + window.positions(x0)) / grain)
    kept = _without_crowds(kept, tiny, place, spans["state"].to_numpy(dtype=object)[span])
    x1 = np.where(tiny, np.minimum(x0 + least, window.last), x1)
    return _frame(spans, span[kept], shape[kept], x0[kept], x1[kept], y, bar)


def _frame(
    spans: pd.DataFrame,
    span: np.ndarray,
    shape: np.ndarray,
    x0: np.ndarray,
    x1: np.ndarray,
    y: np.ndarray,
    bar: float,
) -> Pieces:
    upper, lower = shape == UPPER, shape == LOWER
    return {
        "span": span,
        "state": spans["state"].to_numpy(dtype=object)[span],
        "shape": shape,
        "x0": x0,
        "x1": x1,
        "y": y[span] + bar / 4 * (lower.astype(float) - upper.astype(float)),
        "height": np.where(upper | lower, bar / 2, float(bar)),
    }


def _without_crowds(
    kept: np.ndarray, tiny: np.ndarray, place: np.ndarray, states: np.ndarray
) -> np.ndarray:
    """Keep only the most severe of the tiny pieces that share a place, so that they never outnumber
    the pixels. A tiny piece is drawn as wide as its place, so that each can be seen."""
    small = kept[tiny[kept]]
    if len(small) < 2:
        return kept
    rank = pd.Categorical(states[small], STATUS_WORDS).codes
    order = small[np.lexsort((rank, place[small]))]
    first = np.insert(place[order][1:] != place[order][:-1], 0, True)
    return np.sort(np.concatenate([kept[~tiny[kept]], order[first]]))


def end_ticks(spans: pd.DataFrame, y: np.ndarray, window: Window) -> Pieces:
    """Return where channels ended within a window: `span`, `x`, `y`."""
    x = np.minimum(day_numbers(spans["end_latest"]), window.last)
    at = np.flatnonzero(spans["ended"].to_numpy() & (x >= window.first))
    return {"span": at, "x": x[at], "y": y[at]}


def _edges(spans: pd.DataFrame, seen: np.ndarray, last: float) -> dict[str, np.ndarray]:
    channel = spans["channel_id"].to_numpy()
    start, end = day_numbers(spans["start"]), day_numbers(spans["end"])
    end = np.where(np.isnan(end), last, end)
    sure = np.minimum(day_numbers(spans["start_latest"]), last)
    late = day_numbers(spans["end_latest"])
    late = np.minimum(np.where(np.isnan(late), end, late), last)
    meets = (channel[1:] == channel[:-1]) & (end[:-1] == start[1:])
    after, before = np.append(meets, False), np.insert(meets, 0, False)[: len(spans)]
    after = after[: len(spans)]
    following = np.append(end[1:], last)[: len(spans)]
    return {
        "start": start,
        "sure": sure,
        "end": end,
        "late": np.where(after, np.minimum(late, following), late),
        "seen": np.clip(np.fmax(seen, sure), sure, last),
        "before": before,
        "after": after,
    }


def _parts(
    edges: dict[str, np.ndarray],
) -> list[tuple[str, np.ndarray, np.ndarray, np.ndarray]]:
    start, sure, end, late, seen = (
        edges[name] for name in ("start", "sure", "end", "late", "seen")
    )
    before, after = edges["before"], edges["after"]
    always = np.ones(len(start), dtype=bool)
    begun = np.minimum(sure, end)
    return [
        (FULL, sure, np.minimum(seen, end), always),
        (THIN, seen, end, always),
        (LOWER, start, begun, before),
        (THIN, start, begun, ~before),
        (UPPER, end, late, after),
        (THIN, end, late, ~after),
    ]
