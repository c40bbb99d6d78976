"""Sheets: the sizes in which a picture of a figure can be saved, with room for its title."""

from dataclasses import dataclass
from typing import Final

from openline.figures.theme import MEDIUM, NARROW, WIDE

DOTS_AN_INCH: Final = 300
"""The resolution of a picture that has a width on paper."""
_MM_AN_INCH: Final = 25.4


@dataclass(frozen=True, slots=True)
class PictureSheet:
    """One size of a picture.

    `layout`: the width of window whose figure it takes, "" for the reader's own; `width`: the width
    of the sheet in CSS pixels, 0 for that of the figure on the screen; `edge`: the margin around
    it. `ratio`: width divided by height, 0 where the content decides the height; a figure too high
    for it gets a wider sheet. `pixels`: the width of its PNG, 0 for three times the sheet's; `mm`:
    its width on paper, 0 where it has none.
    """

    name: str
    layout: str = ""
    width: int = 0
    edge: int = 24
    ratio: float = 0
    pixels: int = 0
    mm: int = 0


def _paper(name: str, layout: str, width: int, edge: int, mm: int) -> PictureSheet:
    pixels = round(mm / _MM_AN_INCH * DOTS_AN_INCH)
    return PictureSheet(name, layout, width, edge, pixels=pixels, mm=mm)


SHEETS: Final = (
    PictureSheet("screen"),
    _paper("column", NARROW, 392, 16, 90),
    _paper("page", MEDIUM, 786, 24, 180),
    PictureSheet("slide", WIDE, 1056, ratio=16 / 9, pixels=3840),
    PictureSheet("square", MEDIUM, 786, ratio=1, pixels=2160),
)
"""The sizes, the usual one first: as on the screen, a newspaper column, the width of an A4 page
within its margins, a slide, and a square."""
SCREEN_SCALE: Final = 3
"""How many pixels of a PNG there are to one on the screen."""
