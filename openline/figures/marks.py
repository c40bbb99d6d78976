"""Marks above bars: contacts, overtures and refusals, merged where there are too few pixels."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from openline.figures.axis import Window, day_numbers
from openline.figures.sizes import SIZES
from openline.record.columns import CONTACT, OVERTURE, REFUSAL

MARKED: Final = {CONTACT: SIZES.tick_gap, OVERTURE: SIZES.sign_gap, REFUSAL: SIZES.sign_gap}
"""The events that have a mark above a bar, and the pixels within which marks of a row merge."""
_KEPT: Final = ["channel_id", "channel", "event", "date", "actor", "summary", "source"]
_APART: Final = 1e6
"""The pixels between rows when all are laid end to end on one line."""


def observation_marks(
    observations: pd.DataFrame, y: "pd.Series[float]", bar: float, window: Window
) -> pd.DataFrame:
    """Return the marks above bars, as `merged_marks` does.

    `y`: the middle of each shown channel's bar, by `channel_id`.
    """
    middle = observations["channel_id"].map(y).to_numpy(dtype=float)
    marks = merged_marks(observations, middle, MARKED, window)
    events = marks["event"].to_numpy(dtype=object)
    line = marks["channel_id"].to_numpy() * _APART + window.positions(marks["x"].to_numpy())
    return marks.assign(y=marks["y"] - bar / 2 - SIZES.above_bar - _raised(events, line))


def merged_marks(
    observations: pd.DataFrame, y: np.ndarray, gaps: Mapping[str, float], window: Window
) -> pd.DataFrame:
    """Return the marks of observations within a window.

    `y`: the height of each observation's mark in pixels, NaN where it has none; `gaps`: the events
    that have marks, and the pixels within which marks of a channel merge. Columns: `channel_id,
    channel, event, date, actor, summary, source` of the newest observation in the mark, `count`,
    `first_text` (date of the oldest), `x` (day number) and `y`.
    """
    first, last, count, x = mark_places(observations, y, gaps, window)
    return (
        observations[_KEPT]
        .iloc[last]
        .reset_index(drop=True)
        .assign(
            count=count,
            first_text=observations["date"].to_numpy(dtype=object)[first],
            x=x,
            y=y[last],
        )
    )


def mark_places(
    observations: pd.DataFrame, y: np.ndarray, gaps: Mapping[str, float], window: Window
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return the marks of `merged_marks` as positions in the observations: the oldest and the
    newest in each mark, their number, and `x`."""
    days = day_numbers(observations["earliest"])
    events = observations["event"].to_numpy(dtype=object)
    inside = ~np.isnan(y) & (days >= window.first)
    line = observations["channel_id"].to_numpy() * _APART + window.positions(days)
    merged = [
        _merged(np.flatnonzero(inside & (events == event)), line, gap)
        for event, gap in gaps.items()
    ]
    first, last, count = (np.concatenate(part) for part in zip(*merged, strict=True))
    return first, last, count, (days[first] + days[last]) / 2


def _merged(
    at: np.ndarray, line: np.ndarray, gap: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the oldest and the newest observation of each mark, and how many the mark has."""
    at = at[np.argsort(line[at], kind="stable")]
    firsts = _firsts(line[at], gap)
    lasts = np.append(firsts[1:], len(at))[: len(firsts)] - 1
    return at[firsts], at[lasts], lasts - firsts + 1


def _firsts(position: np.ndarray, gap: float) -> np.ndarray:
    """Return where each mark begins: at the first position at least `gap` after the previous
    beginning."""
    firsts, at = [], 0
    while at < len(position):
        firsts.append(at)
        at = int(np.searchsorted(position, position[at] + gap))
    return np.array(firsts, dtype=np.int64)


def _raised(events: np.ndarray, position: np.ndarray) -> np.ndarray:
    """Return how far each refusal rises that would otherwise cover an overture."""
    overtures = position[events == OVERTURE]
    if not len(overtures):
        return np.zeros(len(position))
    after = np.searchsorted(overtures, position).clip(max=len(overtures) - 1)
    nearest = np.minimum(
        np.abs(overtures[after] - position), np.abs(overtures[np.maximum(after - 1, 0)] - position)
    )
    beside = (events == REFUSAL) & (nearest < SIZES.sign_near)
    return np.where(beside, SIZES.sign_raise, 0.0)
