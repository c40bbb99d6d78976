"""Openness, the top row of the timeline: a step line, its band and its words."""

from typing import Final

import numpy as np
import pandas as pd

from openline.figures.axis import Window, day_numbers
from openline.figures.canvas import Drawing, annotation
from openline.figures.hover import openness_hovers
from openline.figures.markup import bold, coloured, lines
from openline.figures.sizes import SIZES, Layout
from openline.figures.theme import Theme
from openline.record.columns import KNOWN_STATES

_APART: Final = 15
"""The least distance between two words at the right."""
_LABEL_MIDDLE: Final = 30
"""How far the middle of the label at the left is below the 100 % line."""
_TITLE_ABOVE: Final = 23
"""If narrow, how far the middle of the title is above the 100 % line."""
_SCALE: Final = ((1.0, "100 %"), (0.5, "50"), (0.0, "0"))
_ABOVE_LINE: Final = 7
"""If narrow, how far the ends of the scale are above their lines, out of the data's way."""


def openness_traces(
    openness: pd.DataFrame, window: Window, theme: Theme, layout: Layout
) -> list[Drawing]:
    """Return the band and the line of an openness table within a window."""
    readings = _shown(openness, window)
    if not readings["openness"].notna().any():
        return []
    days = np.append(day_numbers(readings["date"]).clip(min=window.first), window.last)
    values = {name: _height(_held(readings[name]), layout) for name in ("low", "high", "openness")}
    base: Drawing = {"type": "scatter", "mode": "lines", "x": days, "hoverinfo": "skip"}
    step: Drawing = {"width": 0, "shape": "hv", "color": theme.band}
    low = base | {"y": values["low"], "line": step}
    high = base | {"y": values["high"], "line": step, "fill": "tonexty", "fillcolor": theme.band}
    line = base | {
        "y": values["openness"],
        "line": {"width": 2, "shape": "hv", "color": theme.text},
        "hoverinfo": "text",
        "hovertext": [*openness_hovers(readings), ""],
        "name": "openness",
    }
    return [low, high, line]


def openness_ticks(layout: Layout) -> tuple[list[float], list[str]]:
    """Return the heights and the labels of the scale; if narrow, they are inside the plot."""
    heights = [float(_height(np.array([share]), layout)[0]) for share, _ in _SCALE]
    return heights, ["" if layout.narrow else label for _, label in _SCALE]


def openness_labels(openness: pd.DataFrame, theme: Theme, layout: Layout) -> list[Drawing]:
    """Return the words of the row: its title at the left, the latest values at the right."""
    if layout.narrow:
        return _narrow_labels(openness, theme, layout)
    explained = ("open 1, partial ½, severed 0", "band: partial as 0 – partial as 1")
    channels = int(openness[list(KNOWN_STATES)].iloc[-1].sum()) if len(openness) else 0
    title = coloured(bold(f"Openness of {channels:,} known"), theme.text)
    label = annotation(
        lines(title, *(() if layout.column else explained)),
        layout.above + _LABEL_MIDDLE,
        SIZES.name_type,
        theme.muted,
        xshift=-layout.label,
    )
    return [label, *_values(openness, theme, layout)]


def _shown(openness: pd.DataFrame, window: Window) -> pd.DataFrame:
    """Return the steps within a window, at most one per half pixel, beginning with the one that
    holds at its start."""
    days = day_numbers(openness["date"])
    first = max(int(np.searchsorted(days, window.first, "right")) - 1, 0)
    bins = np.floor(2 * window.positions(days[first:]).clip(min=0))
    last = np.append(bins[1:] != bins[:-1], True)[: len(bins)]
    return openness.iloc[first:][last]


def _held(values: "pd.Series[float]") -> np.ndarray:
    """Return the values of the steps, with the last one repeated, as it holds until the as-of
    day."""
    return np.append(values.to_numpy(), values.iloc[-1])


def _height(shares: np.ndarray, layout: Layout) -> np.ndarray:
    return layout.above + SIZES.openness * (1 - shares)


def _latest(openness: pd.DataFrame) -> tuple[float, float, float]:
    if not len(openness):
        return (np.nan, np.nan, np.nan)
    high, middle, low = openness[["high", "openness", "low"]].iloc[-1]
    return float(high), float(middle), float(low)


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _values(openness: pd.DataFrame, theme: Theme, layout: Layout) -> list[Drawing]:
    high, middle, low = _latest(openness)
    if np.isnan(middle):
        return []
    at = {share: float(_height(np.array([share]), layout)[0]) for share in (high, middle, low)}
    words = [(bold(_percent(middle)), at[middle], theme.text)]
    if _percent(low) != _percent(high):
        above = min(at[high], at[middle] - _APART)
        below = max(at[low], at[middle] + _APART)
        words.append((f"{_percent(high)} high", above, theme.muted))
        words.append((f"{_percent(low)} low", below, theme.muted))
    return [
        annotation(text, y, SIZES.name_type, colour, x=1, xshift=layout.gap)
        for text, y, colour in words
    ]


def _narrow_labels(openness: pd.DataFrame, theme: Theme, layout: Layout) -> list[Drawing]:
    high, middle, low = _latest(openness)
    size, title = SIZES.name_type, layout.above - _TITLE_ABOVE
    labels = [annotation(bold("Openness"), title, size, theme.text, xshift=1)]
    if not np.isnan(middle):
        bounds = f" ({100 * low:.0f}–{100 * high:.0f})" if _percent(low) != _percent(high) else ""
        text = bold(_percent(middle)) + coloured(bounds, theme.muted)
        place = {"x": 1, "xanchor": "right", "xshift": layout.gap}
        labels.append(annotation(text, title, size, theme.text, **place))
    top, _, bottom = openness_ticks(layout)[0]
    ends = ((_SCALE[0][1], top), (_SCALE[-1][1], bottom))
    return labels + [
        annotation(label, y - _ABOVE_LINE, SIZES.tick_type, theme.muted, xshift=1)
        for label, y in ends
    ]
