"""The heights of the figure of openings and closings: one unit of y is one pixel."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from openline.figures.axis import round_numbers
from openline.figures.theme import MEDIUM, NARROW, WIDE

MARGINS: Final = {WIDE: (34, 158), MEDIUM: (34, 158), NARROW: (22, 14)}
"""The left and the right margin at each width, in pixels."""
_BARS: Final = 212
"""The height of the highest bar and the deepest one together."""
_MOST_UNIT: Final = 26
"""The most that one count takes."""
_LEAST_SIDE: Final = 62
"""What each side of the line takes at least, for the three lines of its label."""
_NUMBER: Final = 24
"""The room for the number of the largest period, above and below the bars."""
_WORDS: Final = 24
"""The room for a line of words, where they do not stand at the right."""
_BELOW: Final = 12
_LEAST_TICK: Final = 24


@dataclass(frozen=True, slots=True)
class BarScale:
    """Where things stand, downward from the top: `top` of the bars, the `zero` line, the
    `floor` of the bars; the `end` of what belongs to them; `bottom`, where the content ends.
    `unit` is the height of one count."""

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
    """Return the step of the scale of counts, where one count takes so many pixels."""
    return next(step for step in round_numbers() if step * unit >= _LEAST_TICK)
