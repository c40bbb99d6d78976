"""The ongoing gaps, longest first: severances as bars from 0, silences as dotted lines."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from openline.analysis.gaps import SEVERANCE
from openline.figures.axis import round_numbers
from openline.figures.bars import (
    bar_traces,
    broken,
    line_trace,
    points_trace,
    thin_traces,
    unseen_trace,
)
from openline.figures.canvas import Drawing, annotation, figure, pixel_canvas, row_grid
from openline.figures.hover import ranked_hovers
from openline.figures.markup import bold, coloured
from openline.figures.names import name_label, names_of
from openline.figures.pieces import FULL, THIN
from openline.figures.sizes import SIZES
from openline.figures.theme import LIGHT, MEDIUM, NARROW, WIDE, Theme
from openline.record.columns import SEVERED
from openline.record.dates import show_day
from openline.sentences.gaps import gap_length, rank
from openline.sentences.lengths import DAYS_A_YEAR, DAYS_UP_TO
from openline.sentences.runs import count, show_sides
from openline.sentences.status import several_parties

CHANNEL_SHARE: Final = 0.38
"""The share of a name's room that long names of parties leave to the channel."""
_MOST_TICKS: Final = 6
_LEAST_SCALE: Final = 30
_BOLD_LETTER: Final = 7.2
_LETTER: Final = 6.1
"""The assumed width of a letter, of a length and of its bounds, in pixels."""
_GAP: Final = 10
"""How far right of its line's end a length is, in pixels."""
_TOLD: Final = 3
"""How many gaps the text alternative names."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """The sizes at one width. `fit`: the least width of the plot in such a window; at that width
    lengths still keep clear of ranks. `bar`, `name` and `rank`: their middle below the row's
    top."""

    label: int
    right: int
    fit: int
    limit: int
    row: int
    height: int
    bar: int
    name: int
    rank: int
    rank_right: bool

    @property
    def stacked(self) -> bool:
        """Whether names are above their bars."""
        return self.bar != self.name


_LAYOUTS: Final = {
    WIDE: _Layout(320, 172, 400, 50, 27, 12, 14, 14, 14, True),
    MEDIUM: _Layout(6, 4, 480, 64, 50, 12, 34, 14, 14, True),
    NARROW: _Layout(6, 4, 310, 56, 62, 11, 29, 10, 47, False),
}


@dataclass(frozen=True, slots=True)
class LengthScale:
    """The scale that figures share: the days that a plot spans, and the longest gap in it."""

    days: float
    longest: float


def gaps_now(
    gaps: pd.DataFrame, scale: LengthScale, theme: Theme = LIGHT, width: str = WIDE
) -> go.Figure:
    """Return the figure of ongoing gaps of one kind, in the order given.

    `gaps`: rows of `openline.analysis.unusual`; `scale`: the scale of all figures to compare, see
    `gaps_scale`. A click gives the `channel_id`.
    """
    layout = _LAYOUTS[width]
    rows = gaps.assign(y=np.arange(len(gaps)) * float(layout.row) + layout.bar)
    hovers, ids = ranked_hovers(rows, theme), rows["channel_id"].to_numpy(dtype=object)
    severed = bool(len(rows)) and rows["gap"].iloc[0] == SEVERANCE
    draw = _severances if severed else _silences
    traces = draw(rows, scale.days / layout.fit, theme, layout)
    whole = _pieces(rows, np.zeros(len(rows)), np.full(len(rows), scale.days), layout.row)
    traces.append(unseen_trace(whole, hovers, ids, "gap"))
    values, labels = length_ticks(scale.longest)
    axis = {"range": [0, scale.days], "tickvals": values, "ticktext": labels}
    bottom = len(rows) * layout.row
    drawing = pixel_canvas(
        theme, bottom, (layout.label, layout.right), axis, {"showgrid": False, "tickvals": []}
    )
    if layout.stacked:
        drawing["xaxis"] |= {"showgrid": False}
        drawing["shapes"] = row_grid(values, _stretches(rows, layout), theme)
    elif severed:
        drawing["shapes"] = [_origin(theme)]
    drawing["annotations"] = _words(rows, theme, layout, severed)
    return figure(traces, drawing, width, chosen=True)


def gaps_scale(*parts: pd.DataFrame, width: str = WIDE) -> LengthScale:
    """Return the scale that has room for the longest of these gaps and the length beside it; all
    figures to compare share it."""
    layout = _LAYOUTS[width]
    least = [float(_LEAST_SCALE)]
    for part in parts:
        for _, row in part.iterrows():
            length, bounds = gap_length(row)
            words = _BOLD_LETTER * len(length) + _LETTER * len(bounds)
            room = max(layout.fit - _GAP - words, layout.fit / 4)
            least.append(row["days_max"] * layout.fit / room)
    longest = max((float(part["days_max"].max()) for part in parts if len(part)), default=0.0)
    return LengthScale(max(least), longest)


def gaps_now_alt(gaps: pd.DataFrame, as_of: pd.Timestamp) -> str:
    """Return what the figure shows, in one paragraph for readers who cannot see it."""
    state = "Severed" if len(gaps) and gaps["gap"].iloc[0] == SEVERANCE else "Silent"
    rows_told = [_told(row) for _, row in gaps.head(_TOLD).iterrows()]
    head = f"{state} on {show_day(as_of)}, longest first: {count(len(gaps), 'channel')}."
    more = " The list below has all of them." if len(gaps) > _TOLD else ""
    return f"{head} {'; '.join(rows_told)}.{more}" if rows_told else head


def _told(row: pd.Series) -> str:
    name = " ".join(filter(None, [show_sides(row["parties"]), row["channel"]]))
    return f"{name} {' '.join(filter(None, gap_length(row)))}, {rank(row)}"


def _severances(rows: pd.DataFrame, pixel: float, theme: Theme, layout: _Layout) -> list[Drawing]:
    """Return the certain part of each length as a bar, the rest up to the greatest length as a thin
    line."""
    least, most = rows["days_min"].to_numpy(), rows["days_max"].to_numpy()
    sure = _pieces(rows, np.zeros(len(rows)), np.maximum(least, pixel), layout.height)
    rest = _pieces(rows, least, most, layout.height).assign(shape=THIN)
    pieces = pd.concat([sure, rest[rest["x1"] > rest["x0"]]], ignore_index=True)
    silent, ids = np.full(len(pieces), "", dtype=object), np.zeros(len(pieces), dtype=object)
    drawn = [
        *bar_traces(pieces, silent, ids, theme, SIZES.pattern),
        *thin_traces(pieces, silent, ids, theme)[:1],
    ]
    return [{**trace, "hoverinfo": "skip"} for trace in drawn]


def _silences(rows: pd.DataFrame, pixel: float, theme: Theme, layout: _Layout) -> list[Drawing]:
    """Return dotted lines from an upright start to an arrow head: absence has no state's colour."""
    y, days = rows["y"].to_numpy(), rows["days"].to_numpy()
    zero = np.zeros(len(rows))
    start = {"symbol": "line-ns-open", "size": layout.height - 1, "color": theme.text}
    head = {"symbol": "triangle-right", "size": SIZES.arrow, "color": theme.muted}
    line = {"color": theme.muted, "width": 1.6, "dash": SIZES.dots}
    dotted = line_trace(broken(zero, days), broken(y, y), line)
    return [
        dotted | {"cliponaxis": False, "name": "silent"},
        points_trace(zero, y, start),
        points_trace(np.maximum(days, pixel), y, head),
    ]


def _pieces(rows: pd.DataFrame, x0: np.ndarray, x1: np.ndarray, height: float) -> pd.DataFrame:
    y = rows["y"].to_numpy()
    return pd.DataFrame(
        {"state": SEVERED, "shape": FULL, "x0": x0, "x1": x1, "y": y, "height": float(height)}
    )


def _stretches(rows: pd.DataFrame, layout: _Layout) -> list[tuple[float, float]]:
    """Return the heights between which each row has a bar and no words but its length."""
    half = layout.height / 2 + 2
    return [(y - half, y + half) for y in rows["y"].tolist()]


def _words(
    rows: pd.DataFrame, theme: Theme, layout: _Layout, severed: bool
) -> list[dict[str, Any]]:
    colour = theme.word(SEVERED) if severed else theme.text
    names = names_of(rows, several_parties(rows), layout.limit, CHANNEL_SHARE * layout.limit)
    drawings = []
    for name, (_, row) in zip(names, rows.iterrows(), strict=True):
        top = row["y"] - layout.bar
        shift = 1 - layout.label
        drawings.append(name_label(name, top + layout.name, theme, layout.limit, shift))
        length, bounds = gap_length(row)
        words = coloured(bold(length), colour)
        words += coloured(f" {bounds}" if bounds else "", theme.muted)
        at = {"x": row["days_max"], "xref": "x", "xshift": _GAP}
        drawings.append(annotation(words, row["y"], SIZES.name_type, theme.text, **at))
        drawings.append(_rank(rank(row), top + layout.rank, theme, layout))
    return drawings


def _rank(words: str, y: float, theme: Theme, layout: _Layout) -> Drawing:
    place: Drawing = {"xshift": 1 - layout.label}
    if layout.rank_right:
        place = {"x": 1, "xanchor": "right", "xshift": layout.right}
    return annotation(words, y, SIZES.name_type, theme.muted, **place)


def _origin(theme: Theme) -> Drawing:
    line = {"color": theme.axis, "width": 1}
    return {"type": "line", "x0": 0, "x1": 0, "y0": 0, "y1": 1, "yref": "paper", "line": line}


def length_ticks(longest: float) -> tuple[list[float], list[str]]:
    """Return the lengths marked on the axis, up to the longest, and their labels; the last one has
    the unit."""
    unit, name = (DAYS_A_YEAR, "yr") if longest > DAYS_UP_TO else (1.0, "d")
    step = next(step for step in round_numbers() if longest / unit / step <= _MOST_TICKS)
    numbers = range(0, int(longest / unit) + 1, step)
    labels = [f"{number:,}" for number in numbers]
    labels[-1] = f"{labels[-1]} {name}"
    return [number * unit for number in numbers], labels
