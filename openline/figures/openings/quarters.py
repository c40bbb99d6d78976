"""Openings and closings by quarter: up and down from one line."""

from typing import Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from openline.figures.axis import Window, day_numbers
from openline.figures.canvas import Drawing, as_of_date, figure, time_canvas
from openline.figures.markup import bold, lines
from openline.figures.openings.periods import Counted, period_name
from openline.figures.openings.scale import MARGINS, BarScale, count_step, quarter_labels, scale_of
from openline.figures.sizes import LAYOUTS, SIZES, Layout
from openline.figures.theme import LIGHT, WIDE, Theme
from openline.record.columns import OPEN, SEVERED
from openline.record.dates import show_day
from openline.sentences.runs import count

_GAP: Final = 0.22
"""The share of a period left empty between bars."""
_LEAST_PIXELS: Final = 3
_UNSEEN: Final = {"color": "rgba(0,0,0,0)", "line": {"width": 0}}
_CLEAR: Final = 11
"""How far a number stays from the as-of line."""
_BELOW_AXIS: Final = -9
_DAY_PIXELS: Final = 100
"""The pixels that the as-of day and half the label of a year take side by side."""


def counted_moves(
    moves: pd.DataFrame, as_of: pd.Timestamp, start: pd.Timestamp, whole: bool, width: str = WIDE
) -> Counted:
    """Count an openings table (of any window) from a day on, by quarters where they fit.

    With `whole` the first period begins on that day or later; otherwise it includes that day.
    """
    return Counted.of(moves, as_of, start, whole, _pixels(width))


def quarters(counted: Counted, theme: Theme = LIGHT, width: str = WIDE) -> go.Figure:
    """Return the figure of counted openings and closings, up to the as-of day."""
    layout, scale = LAYOUTS[width], _scale(counted, width)
    window = Window.until(counted.as_of, counted.counts["start"].iloc[0], _pixels(width))
    traces = _bar_traces(counted.counts, scale, window, theme)
    traces.append(_hover_trace(counted, scale, window))
    axis = _count_ticks(scale, counted.counts)
    drawing = time_canvas(theme, layout, window, scale.bottom, MARGINS[width], axis)
    drawing["margin"] |= {"t": SIZES.foot_margin, "b": SIZES.axis}
    drawing["xaxis"] |= {"side": "bottom", "ticktext": _years(drawing["xaxis"], window, layout)}
    drawing["shapes"] += [_rule(scale.zero, theme.text)]
    day = as_of_date(theme, layout, counted.as_of) | {"y": 0, "yshift": _BELOW_AXIS}
    places = np.minimum(_edges(counted.counts, window)[0], window.last - _CLEAR * window.pixel)
    words = quarter_labels(counted, scale, places, theme, layout.narrow)
    drawing["annotations"] = [day, *words]
    return figure(traces, drawing, width)


def quarters_alt(counted: Counted) -> str:
    """Return what the figure shows, in a paragraph for readers who cannot see it."""
    counts, name = counted.counts, counted.period.name
    opened, closed = counts["raised"] + counts["resumed"], counts["severed"] + counts["lowered"]
    first, last = show_day(counts["start"].iloc[0]), show_day(counted.as_of)
    total = f"{count(int(opened.sum()), 'opening')} and {count(int(closed.sum()), 'closing')}"
    parts = [f"Openings and closings by {name} from {first} to {last}: {total}."]
    for word, numbers in (("openings", opened), ("closings", closed)):
        if numbers.max() > 0:
            where = period_name(counts["start"].iloc[int(numbers.argmax())], counted.period)
            parts.append(f"Most {word}: {int(numbers.max()):,}, {where}.")
    return " ".join(parts)


def _years(axis: Drawing, window: Window, layout: Layout) -> list[str]:
    """Return the labels of years; on a phone they keep clear of the as-of day to their right."""
    clear = window.pixels - (_DAY_PIXELS if layout.narrow else 0)
    at = window.positions(np.array(axis["tickvals"], dtype=float))
    return [word if x < clear else "" for word, x in zip(axis["ticktext"], at, strict=True)]


def _pixels(width: str) -> int:
    return LAYOUTS[width].figure - sum(MARGINS[width])


def _scale(counted: Counted, width: str) -> BarScale:
    return scale_of(counted.counts, LAYOUTS[width].narrow)


def _edges(counts: pd.DataFrame, window: Window) -> tuple[np.ndarray, np.ndarray]:
    """Return the middles and the widths of the bars, in days; the bar of a period that has just
    begun is still wide enough to see."""
    start, end = day_numbers(counts["start"]), day_numbers(counts["end"]) + 1
    gap = _GAP * (end - start).max() / 2
    right = np.minimum(end, window.last) - gap * (end < window.last)
    left = np.minimum(start + gap, right - _LEAST_PIXELS * window.pixel)
    return (left + right) / 2, right - left


def _bar_traces(
    counts: pd.DataFrame, scale: BarScale, window: Window, theme: Theme
) -> list[Drawing]:
    """Return the bars: solid ones from the line, hollow ones beyond them."""
    middle, wide = _edges(counts, window)
    traces = []
    for state, sign, solid, hollow in (
        (OPEN, -1, "raised", "resumed"),
        (SEVERED, 1, "severed", "lowered"),
    ):
        colour = theme.mark(state)
        inner, outer = (sign * scale.unit * counts[name].to_numpy() for name in (solid, hollow))
        base = np.full(len(counts), scale.zero)
        line = {"color": colour, "width": SIZES.outline}
        full: Drawing = {"color": colour, "line": line}
        empty: Drawing = {"color": theme.background, "line": line}
        inside = wide - SIZES.outline * window.pixel
        traces.append(_bars(middle, inside, base + inner, outer, hollow) | {"marker": empty})
        traces.append(_bars(middle, inside, base, inner, solid) | {"marker": full})
    return traces


def _bars(
    middle: np.ndarray, wide: np.ndarray, base: np.ndarray, height: np.ndarray, name: str
) -> Drawing:
    at = np.flatnonzero(height)
    bars = {"x": middle[at], "width": wide[at], "base": base[at], "y": height[at], "name": name}
    return {"type": "bar", "hoverinfo": "skip", **bars}


def _hover_trace(counted: Counted, scale: BarScale, window: Window) -> Drawing:
    """Return invisible bars over each period, with its hover text at the top."""
    counts = counted.counts
    start = day_numbers(counts["start"])
    end = np.minimum(day_numbers(counts["end"]) + 1, window.last)
    start = np.minimum(start, end - _LEAST_PIXELS * window.pixel)
    size = np.full(len(counts), scale.end)
    bars = {"x": (start + end) / 2, "width": end - start, "base": size, "y": -size}
    return {
        "type": "bar",
        "name": "periods",
        "marker": _UNSEEN,
        "hoverinfo": "text",
        "hovertext": _hovers(counted),
        **bars,
    }


def _hovers(counted: Counted) -> list[str]:
    return [
        lines(
            bold(period_name(row.start, counted.period)),
            _split(row.raised, row.resumed, "opening", ("changed a state", "ended a silence")),
            _split(row.severed, row.lowered, "closing", ("severed", "narrowed or ended")),
        )
        for row in counted.counts.itertuples()
    ]


def _split(solid: int, hollow: int, noun: str, words: tuple[str, str]) -> str:
    parts = [f"{n:,} {word}" for n, word in zip((solid, hollow), words, strict=True) if n]
    total = count(solid + hollow, noun)
    return f"{total}: {', '.join(parts)}" if parts else total


def _count_ticks(scale: BarScale, counts: pd.DataFrame) -> Drawing:
    step = count_step(scale.unit)
    up = int((counts["raised"] + counts["resumed"]).max())
    down = int((counts["severed"] + counts["lowered"]).max())
    numbers = np.arange(-(down // step), up // step + 1) * step
    values = (scale.zero - numbers * scale.unit).tolist()
    labels = [f"{abs(number):,}" for number in numbers]
    return {"tickvals": values, "ticktext": labels}


def _rule(y: float, colour: str) -> Drawing:
    line = {"color": colour, "width": 1}
    place = {"xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y}
    return {"type": "line", "line": line, "layer": "above", **place}
