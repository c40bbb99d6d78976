"""Time to reopening by group: one small curve each, on one scale, against the curve of all
together."""

from dataclasses import dataclass
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from openline.figures.canvas import Drawing, annotation, figure, pixel_canvas
from openline.figures.markup import bold, coloured, escaped, lines, wrapped
from openline.figures.names import cut_apart
from openline.figures.sizes import SIZES
from openline.figures.survival.steps import (
    at_risk,
    curve_traces,
    cut_day,
    day_ticks,
    drop_lines,
    length_axis,
    share_axis,
    share_on,
    whole_trace,
)
from openline.figures.theme import LIGHT, MEDIUM, NARROW, WIDE, Theme
from openline.sentences.survival import (
    group_size_words,
    group_title,
    interval_words,
    median_words,
    narrow_words,
    unused_words,
)

MOST_PANELS: Final = 12
"""The most groups drawn."""
_COLUMNS: Final = {WIDE: 3, MEDIUM: 2, NARROW: 1}
_FIGURE: Final = {WIDE: 1008, MEDIUM: 720, NARROW: 358}
_LEFT: Final = 42
_RIGHT: Final = 8
_GAP: Final = 44
_WORDS: Final = 119
_PLOT: Final = 150
_UNDER: Final = 74
_SPACE: Final = 26
_PANEL: Final = _WORDS + _PLOT + _UNDER + _SPACE
_CHARACTER: Final = 6.9
_RISK_LABEL: Final = -36
_RISK: Final = -54
_ABOVE: Final = 3
_MOST_END: Final = 86
_END_ROOM: Final = 44
"""The pixels that the share at a line's end needs to its right."""


def survival_panels(
    curves: pd.DataFrame,
    summary: pd.DataFrame,
    whole: pd.DataFrame,
    by: str,
    until: str = "raised",
    theme: Theme = LIGHT,
    width: str = WIDE,
) -> go.Figure:
    """Return one small curve for each row of a summary, in its order.

    `curves`: the rows of the survival table; `whole`: those of all groups together.
    """
    named = curves["group"].fillna("")
    groups = [curves[named == name] for name in summary["group"].fillna("")]
    spots = _spots(len(groups), width)
    day = max(cut_day(curve) for curve in groups)
    canvas = pixel_canvas(theme, 0, (_LEFT, _RIGHT), length_axis(day), share_axis())
    base = {name: canvas.pop(name) for name in ("xaxis", "yaxis")}
    canvas["margin"] |= {"t": 0, "b": 0}
    canvas |= {"height": _height(len(groups), width), "hovermode": "x", "annotations": []}
    titles = [group_title(name, by) for name in summary["group"]]
    short = cut_apart(titles, int((spots[0].pixels + _LEFT) / _CHARACTER)) if spots else {}
    traces: list[Drawing] = []
    for spot, curve, title, (_, row) in zip(spots, groups, titles, summary.iterrows(), strict=True):
        axes = {"xaxis": spot.x, "yaxis": spot.y}
        cut_at = cut_day(curve)
        traces.append(whole_trace(whole, day, theme, axes))
        traces += curve_traces(curve, cut_at, until, theme, axes)
        canvas |= _axes(spot, base)
        canvas["shapes"] += drop_lines(row, cut_at, theme, (spot.x, spot.y))
        canvas["annotations"] += _title(row, (title, short[title]), until, spot, theme)
        canvas["annotations"] += _numbers(curve, day, spot, theme)
    return figure(traces, canvas, width)


def _height(groups: int, width: str) -> int:
    return -(-groups // _columns(groups, width)) * _PANEL


def _columns(groups: int, width: str) -> int:
    most = _COLUMNS[width]
    return 2 if groups in (2, 4) and most > 2 else min(most, max(groups, 1))


@dataclass(frozen=True, slots=True)
class _Spot:
    """The place of one small curve: its axes' names, the shares of the figure that it spans,
    and its width in pixels."""

    x: str
    y: str
    across: tuple[float, float]
    up: tuple[float, float]
    pixels: float


def _spots(groups: int, width: str) -> list[_Spot]:
    columns, height = _columns(groups, width), _height(groups, width)
    plot = _FIGURE[width] - _LEFT - _RIGHT
    pixels = (plot - _GAP * (columns - 1)) / columns
    spots = []
    for i in range(groups):
        row, column = divmod(i, columns)
        left, top = column * (pixels + _GAP), row * _PANEL + _WORDS
        ending = str(i + 1) if i else ""
        across = (left / plot, (left + pixels) / plot)
        up = (1 - (top + _PLOT) / height, 1 - top / height)
        spots.append(_Spot(f"x{ending}", f"y{ending}", across, up, pixels))
    return spots


def _axes(spot: _Spot, base: dict[str, Drawing]) -> Drawing:
    x, y = f"xaxis{spot.x[1:]}", f"yaxis{spot.y[1:]}"
    return {
        x: base["xaxis"] | {"domain": list(spot.across), "anchor": spot.y},
        y: base["yaxis"] | {"domain": list(spot.up), "anchor": spot.x},
    }


def _title(
    row: pd.Series, names: tuple[str, str], until: str, spot: _Spot, theme: Theme
) -> list[Drawing]:
    """Return the words above a curve: the group's name, in full and as shown, its finding and its
    numbers."""
    name, cut_name = names
    words = lines(
        coloured(bold(escaped(cut_name)), theme.text),
        coloured(median_words(row, until), theme.text),
        interval_words(row),
        group_size_words(row, until),
        unused_words(row),
        narrow_words(row),
    )
    place = {"xref": f"{spot.x} domain", "yref": f"{spot.y} domain", "yanchor": "bottom"}
    more = {"hovertext": wrapped(name)} if cut_name != name else {}
    shift = {"yshift": 11, "xshift": -_LEFT}
    return [annotation(words, 1, SIZES.name_type, theme.muted, **place, **more, **shift)]


def _numbers(curve: pd.DataFrame, day: float, spot: _Spot, theme: Theme) -> list[Drawing]:
    """Return the share that is left at the end of a curve and, below its axis, the numbers at risk
    as far as the curve reaches."""
    end = _end(curve, day, spot, theme)
    below = {"xref": spot.x, "yref": f"{spot.y} domain", "xanchor": "center", "yshift": _RISK}
    days = [at for at in day_ticks(day)[0] if at <= cut_day(curve)]
    beside = {"xref": f"{spot.x} domain", "yref": f"{spot.y} domain", "xshift": -_LEFT}
    label = annotation(
        "Lasted this long", 0, SIZES.tick_type, theme.muted, **beside, yshift=_RISK_LABEL
    )
    numbers = [
        annotation(f"{number:,}", 0, SIZES.tick_type, theme.text, x=at, **below)
        for at, number in zip(days, at_risk(curve, days), strict=True)
    ]
    return [end, label, *numbers]


def _end(curve: pd.DataFrame, day: float, spot: _Spot, theme: Theme) -> Drawing:
    """Return the share that is left: right of the line's end, or above it at the edge."""
    cut_at = cut_day(curve)
    share, upper = share_on(curve, cut_at), share_on(curve, cut_at, "upper")
    words = coloured(bold(f"{100 * share:.0f} %"), theme.severed_word)
    if (day - cut_at) / day * spot.pixels > _END_ROOM:
        place = {"xanchor": "left", "xshift": 5}
        y = 100 * share
    else:
        place = {"xanchor": "right", "yanchor": "bottom"}
        y = min(100 * upper + _ABOVE, _MOST_END)
    at = {"xref": spot.x, "yref": spot.y, "x": cut_at}
    return annotation(words, y, SIZES.name_type, theme.text, **at, **place)
