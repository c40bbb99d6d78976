"""The curve of time to reopening: the share still severed, its band, its median, the numbers at
risk."""

from dataclasses import dataclass
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from openline.figures.canvas import Drawing, annotation, figure, pixel_canvas
from openline.figures.markup import bold, coloured, lines
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
)
from openline.figures.theme import LIGHT, MEDIUM, NARROW, WIDE, Theme
from openline.sentences.survival import end_words, interval_words, median_words, unused_words

_HEIGHT: Final = 398
_TOP: Final = 52
_BOTTOM: Final = 76
_PLOT: Final = _HEIGHT - _TOP - _BOTTOM
_ABOVE: Final = 3
"""How far words are above the band, in percent."""
_BESIDE: Final = 9
_CHARACTER: Final = 6.4
"""The approximate width of a character in the figure's words."""
_MANY: Final = 1000
_RISK_LABEL: Final = -40
_RISK: Final = -59
_APART: Final = 16


@dataclass(frozen=True, slots=True)
class _Margins:
    """The left and right margins, and the assumed width of the figure."""

    left: int
    right: int
    figure: int

    @property
    def plot(self) -> int:
        """The width between the margins."""
        return self.figure - self.left - self.right


_MARGINS: Final = {
    WIDE: _Margins(57, 150, 1008),
    MEDIUM: _Margins(48, 140, 720),
    NARROW: _Margins(42, 14, 358),
}


def survival_curve(
    curve: pd.DataFrame,
    row: pd.Series,
    until: str = "raised",
    theme: Theme = LIGHT,
    width: str = WIDE,
) -> go.Figure:
    """Return the curve of one group of severances.

    `curve`: the group's rows of the survival table; `row`: its row of the summary.
    """
    margins, day = _MARGINS[width], cut_day(curve)
    canvas = pixel_canvas(
        theme,
        _PLOT,
        (margins.left, margins.right),
        length_axis(day, _sparse(curve, width)),
        share_axis(),
    )
    canvas["margin"] |= {"t": _TOP, "b": _BOTTOM}
    canvas |= {
        "height": _HEIGHT,
        "hovermode": "x",
        "shapes": drop_lines(row, day, theme, ("x", "y")),
        "annotations": [
            *_median(curve, row, until, theme, margins),
            *_end(curve, until, theme, width),
            *_remaining(curve, theme, width),
        ],
    }
    return figure(curve_traces(curve, day, until, theme), canvas, width)


def _sparse(curve: pd.DataFrame, width: str) -> bool:
    return width == NARROW and len(curve) > 0 and int(curve["at_risk"].iloc[0]) >= _MANY


def _median(
    curve: pd.DataFrame, row: pd.Series, until: str, theme: Theme, margins: _Margins
) -> list[Drawing]:
    """Return the time that half of the severances took, above the band, right of the drop line."""
    words = median_words(row, until)
    beside = [text for text in (interval_words(row), unused_words(row)) if text]
    day, pixel = cut_day(curve), cut_day(curve) / margins.plot
    room = _CHARACTER * max(map(len, [words, *beside])) * pixel
    reached = not isinstance(row["median"], str) and row["median"] <= day
    start = float(row["median"]) + _BESIDE * pixel if reached else day
    at = max(min(start, day - room), 0.0)
    top = min(100 * share_on(curve, at, "upper") + _ABOVE, 100.0)
    text = lines(coloured(bold(words), theme.text), *beside)
    place = {"xref": "x", "yref": "y", "yanchor": "bottom"}
    return [annotation(text, top, SIZES.name_type, theme.muted, x=at, **place)]


def _end(curve: pd.DataFrame, until: str, theme: Theme, width: str) -> list[Drawing]:
    """Return the share that is left, at the line's end; if wide, also the name of the band above
    it."""
    day = cut_day(curve)
    share, upper = share_on(curve, day), 100 * share_on(curve, day, "upper")
    text = end_words(share, until)
    words, size = coloured(bold(text), theme.severed_word), SIZES.name_type
    if width == NARROW:
        place = {"xanchor": "right", "yanchor": "bottom", "yref": "y"}
        left = day - _CHARACTER * len(text) * day / _MARGINS[width].plot
        top = 100 * share_on(curve, max(left, 0.0), "upper")
        return [annotation(words, min(top + _ABOVE, 88), size, theme.text, x=1, **place)]
    beside = {"x": 1, "xshift": 12, "yref": "y"}
    band = max(upper, 100 * share + _APART / _PLOT * 100)
    return [
        annotation(words, 100 * share, size, theme.text, **beside),
        annotation("95 % band", band, SIZES.tick_type, theme.muted, **beside),
    ]


def _remaining(curve: pd.DataFrame, theme: Theme, width: str) -> list[Drawing]:
    """Return the numbers at risk below the marks of the axis."""
    days, _ = day_ticks(cut_day(curve), _sparse(curve, width))
    below = {"xref": "x", "yref": "paper", "xanchor": "center", "yshift": _RISK}
    numbers = [
        annotation(f"{number:,}", 0, SIZES.name_type, theme.text, x=at, **below)
        for at, number in zip(days, at_risk(curve, days), strict=True)
    ]
    label = {"yref": "paper", "yshift": _RISK_LABEL, "xshift": -_MARGINS[width].left}
    return [annotation("Lasted this long", 0, SIZES.tick_type, theme.muted, **label), *numbers]
