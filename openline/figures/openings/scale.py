"""The heights of the figure of openings and closings, and the words at them; one unit of y is one
pixel."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from openline.figures.axis import round_numbers
from openline.figures.canvas import Drawing, annotation
from openline.figures.markup import bold, coloured, lines
from openline.figures.openings.periods import Counted
from openline.figures.sizes import SIZES
from openline.figures.theme import MEDIUM, NARROW, WIDE, Theme
from openline.record.columns import OPEN, SEVERED

MARGINS: Final = {WIDE: (34, 158), MEDIUM: (34, 158), NARROW: (22, 14)}
"""The left and the right margin at each width, in pixels."""
_BARS: Final = 212
"""The height of the highest bar and the deepest one added together."""
_MOST_UNIT: Final = 26
"""The greatest height of one count."""
_LEAST_SIDE: Final = 62
"""The least height of each side of the line, for the three lines of its label."""
_NUMBER: Final = 24
"""The room for the number of the largest period, above and below the bars."""
_WORDS: Final = 24
"""The room for a line of words, where they are not at the right."""
_BELOW: Final = 12
_LEAST_TICK: Final = 24
_OPENINGS: Final = ("Openings", "solid: changed a state", "hollow: ended a silence")
_CLOSINGS: Final = ("Closings", "solid: severed", "hollow: narrowed, ended")
_SHIFT: Final = 14
_AWAY: Final = 11
"""How far a number is from the end of its bar."""
_LINE_AWAY: Final = 32
"""How far a line of words is from the bars, where the window is narrow."""


@dataclass(frozen=True, slots=True)
class BarScale:
    """The heights, downward from the top: `top` of the bars, the `zero` line, the `floor` of the
    bars; `end`, below their numbers and words; `bottom`, where the content ends. `unit` is the
    height of one count."""

    top: float
    zero: float
    floor: float
    unit: float
    end: float
    bottom: int


def scale_of(counts: pd.DataFrame, narrow: bool) -> BarScale:
    """Return the heights for counts of periods (see `openline.figures.openings.periods`)."""
    up = int((counts["raised"] + counts["resumed"]).max())
    down = int((counts["severed"] + counts["lowered"]).max())
    unit = min(_MOST_UNIT, _BARS / max(up + down, 1))
    least, words = (0, _WORDS) if narrow else (_LEAST_SIDE, 0)
    top = float(words + _NUMBER)
    zero = top + max(up * unit, least)
    floor = zero + max(down * unit, least)
    end = floor + _NUMBER + words
    return BarScale(top, zero, floor, unit, end, round(end + _BELOW))


def count_step(unit: float) -> int:
    """Return the step of the scale of counts, where one count is `unit` pixels high."""
    return next(step for step in round_numbers() if step * unit >= _LEAST_TICK)


def quarter_labels(
    counted: Counted, scale: BarScale, middles: np.ndarray, theme: Theme, narrow: bool
) -> list[Drawing]:
    """Return the words beside the bars and the numbers of the largest periods."""
    beside = _lines_between if narrow else _beside
    return [*_numbers(counted, scale, middles, theme), *beside(scale, theme)]


def _numbers(counted: Counted, scale: BarScale, middles: np.ndarray, theme: Theme) -> list[Drawing]:
    """Return the numbers of the period with most openings and of the one with most closings."""
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
    """Return three lines of words at the right of each side."""
    blocks = (
        (_OPENINGS, (scale.top + scale.zero) / 2, OPEN),
        (_CLOSINGS, (scale.zero + scale.floor) / 2, SEVERED),
    )
    drawings = []
    for (head, *rest), y, state in blocks:
        text = lines(coloured(bold(head), theme.word(state)), *rest)
        drawings.append(annotation(text, y, SIZES.name_type, theme.muted, x=1, xshift=_SHIFT))
    return drawings


def _lines_between(scale: BarScale, theme: Theme) -> list[Drawing]:
    """Return a line of words above each part, from the left edge of the figure."""
    rows = (
        (_one_line(_OPENINGS, theme.word(OPEN)), scale.top - _LINE_AWAY),
        (_one_line(_CLOSINGS, theme.word(SEVERED)), scale.floor + _LINE_AWAY),
    )
    size = SIZES.tick_type
    return [annotation(text, y, size, theme.muted, xshift=-_SHIFT) for text, y in rows]


def _one_line(words: tuple[str, ...], colour: str) -> str:
    head, *rest = words
    return f"{coloured(bold(head), colour)} {'; '.join(rest)}"
