"""The words of the figure of openings and closings: what is up and what is down."""

from typing import Final

import numpy as np

from openline.figures.canvas import Drawing, annotation
from openline.figures.markup import bold, coloured, lines
from openline.figures.openings.periods import Counted
from openline.figures.openings.scale import BarScale
from openline.figures.sizes import SIZES
from openline.figures.theme import Theme
from openline.record.columns import OPEN, SEVERED

_OPENINGS: Final = ("Openings", "solid: moved a state", "hollow: ended a silence")
_CLOSINGS: Final = ("Closings", "solid: severed", "hollow: narrowed, ended")
_SHIFT: Final = 14
_AWAY: Final = 11
"""How far from the end of a bar its number stands."""
_LINE_AWAY: Final = 32
"""How far from the bars a line of words stands, where the window is narrow."""


def quarter_labels(
    counted: Counted, scale: BarScale, middles: np.ndarray, theme: Theme, narrow: bool
) -> list[Drawing]:
    """Return the words beside the bars and the numbers of the largest periods."""
    beside = _lines_between if narrow else _beside
    return [*_numbers(counted, scale, middles, theme), *beside(scale, theme)]


def _numbers(counted: Counted, scale: BarScale, middles: np.ndarray, theme: Theme) -> list[Drawing]:
    """The number of the period with most openings, and of that with most closings."""
    counts = counted.counts
    sides = (
        (counts["raised"] + counts["resumed"], -1, OPEN),
        (counts["severed"] + counts["lowered"], 1, SEVERED),
    )
    labels = []
    for numbers, sign, state in sides:
        most = int(numbers.max())
        if most:
            at = int(np.flatnonzero(numbers == most)[-1])
            y = scale.zero + sign * (most * scale.unit + _AWAY)
            place = {"xref": "x", "xanchor": "center", "x": float(middles[at])}
            text = bold(f"{most:,}")
            labels.append(annotation(text, y, SIZES.name_type, theme.word(state), **place))
    return labels


def _beside(scale: BarScale, theme: Theme) -> list[Drawing]:
    """Three lines at the right of each side."""
    blocks = (
        (_OPENINGS, (scale.top + scale.zero) / 2, OPEN),
        (_CLOSINGS, (scale.zero + scale.floor) / 2, SEVERED),
    )
    return [
        _right(lines(coloured(bold(head), theme.word(state)), *rest), y, theme.muted)
        for (head, *rest), y, state in blocks
    ]


def _right(text: str, y: float, colour: str) -> Drawing:
    return annotation(text, y, SIZES.name_type, colour, x=1, xshift=_SHIFT)


def _lines_between(scale: BarScale, theme: Theme) -> list[Drawing]:
    """A line above each part, from the left edge of the figure."""
    rows = (
        (_one_line(_OPENINGS, theme.word(OPEN)), scale.top - _LINE_AWAY),
        (_one_line(_CLOSINGS, theme.word(SEVERED)), scale.floor + _LINE_AWAY),
    )
    size = SIZES.tick_type
    return [annotation(text, y, size, theme.muted, xshift=-_SHIFT) for text, y in rows]


def _one_line(words: tuple[str, ...], colour: str) -> str:
    head, *rest = words
    return f"{coloured(bold(head), colour)} {'; '.join(rest)}"
