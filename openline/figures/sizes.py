"""The sizes of every figure, in CSS pixels: those for each width of window, and the common ones."""

from dataclasses import dataclass, replace
from typing import Final

from openline.figures.theme import CLOSE, MEDIUM, NARROW, SHEET, WIDE


@dataclass(frozen=True, slots=True)
class Layout:
    """The sizes that depend on the width of the window.

    `figure` is the width that a figure is assumed to have when marks are merged by pixels. `label`
    and `right` are its margins, `right_overview` is the right one of the overview. `name` is the
    number of characters after which a name is cut. `row`, `bar`, `centre`: height of a row and of
    its bar, and the bar's middle below the row's top; `word` is how far the name is below it; `gap`
    is how far words are to the right of the as-of line. `above` is the room above openness, `head`
    the room above the lines of a group in an overview and `foot` the room below them. `near` is the
    share of the width within which a year's label gives way to the as-of day; `years` multiplies
    the step of years. For the band of a channel: `band_label`, its left margin; `band_middle`, its
    middle; `first_lane` and `lane`, the first lane below it and the step; `lane_label`, how far a
    label is above its lane. For an overview: `line` and `line_gap`, the height of a line and of the
    space below it; `least_group`, the least height of a group; `column`, the height of a column of
    lines where it is set in columns, else 0.
    """

    figure: int
    label: int
    right: int
    right_overview: int
    name: int
    row: int
    bar: int
    centre: int
    word: int
    above: int
    head: int
    foot: int
    near: float
    years: int
    lane: int
    lane_label: int
    first_lane: int
    band_middle: int
    band_label: int
    gap: int
    line: float = 5
    line_gap: float = 1.5
    least_group: int = 19
    column: int = 0

    @property
    def narrow(self) -> bool:
        """Whether names and words are above their bars."""
        return self.label == 0

    def plot(self, overview: bool = False) -> int:
        """Return the width of the timeline's plot between its margins."""
        return self.figure - self.label - (self.right_overview if overview else self.right)


_WIDE: Final = Layout(
    figure=1008,
    label=262,
    right=112,
    right_overview=118,
    name=41,
    row=28,
    bar=12,
    centre=16,
    word=16,
    above=10,
    head=4,
    foot=4,
    near=0.085,
    years=1,
    lane=22,
    lane_label=0,
    first_lane=55,
    band_middle=19,
    band_label=110,
    gap=14,
)
LAYOUTS: Final = {
    WIDE: _WIDE,
    MEDIUM: replace(
        _WIDE,
        figure=720,
        label=200,
        right=106,
        right_overview=106,
        name=31,
        near=0.13,
        years=2,
        gap=8,
    ),
    NARROW: Layout(
        figure=358,
        label=0,
        right=14,
        right_overview=14,
        name=40,
        row=50,
        bar=11,
        centre=41,
        word=11,
        above=34,
        head=20,
        foot=9,
        near=0.24,
        years=2,
        lane=34,
        lane_label=16,
        first_lane=77,
        band_middle=34,
        band_label=0,
        gap=-5,
    ),
    SHEET: replace(
        _WIDE,
        figure=516,
        label=160,
        right_overview=110,
        name=26,
        head=2,
        foot=2,
        near=0.2,
        years=2,
        gap=10,
        line=3.6,
        line_gap=0.6,
        least_group=12,
        column=1110,
    ),
    CLOSE: replace(_WIDE, row=21, bar=5, centre=15, word=14),
}
"""The sizes for each width of window, for a column of a sheet, and for a full sheet."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of glyphs, lines, type and spaces, the same at every width."""

    axis: int = 26
    foot: int = 8
    foot_margin: int = 4
    above_axis: int = 9
    openness: int = 76
    below_openness: int = 16
    head_space: int = 10
    head_name: int = 14
    head: int = 26
    thin_share: float = 0.32
    thin_least: float = 2.2
    pattern: float = 4.5
    pattern_line: float = 4
    pattern_solidity: float = 0.55
    outline: float = 1.2
    dots: str = "2px,3px"
    above_bar: float = 4.5
    tick: float = 6
    tick_line: float = 1.2
    tick_gap: float = 3
    overture: float = 8
    overture_line: float = 1.3
    refusal: float = 8.5
    refusal_line: float = 1.6
    mark_edge: float = 1
    sign_gap: float = 7
    sign_near: float = 7.5
    sign_raise: float = 6
    arrow: float = 9
    band: int = 22
    band_arrow: float = 13
    word_above: int = 11
    below_lanes: int = 9
    lane_change: float = 8
    lane_check: float = 6.5
    lane_tick: float = 11
    lane_refusal: float = 8.5
    word_from: float = 58
    name_type: float = 13
    head_type: float = 13.5
    tick_type: float = 12
    hover_type: float = 13
    hover_width: int = 58
    flag: int = 17
    flag_gap: float = 8
    flag_letter: float = 5.3
    dashes: str = "3px,3px"

    def thin(self, bar: float) -> float:
        """Return the thickness of a bar where no source supports the state."""
        return max(self.thin_least, self.thin_share * bar)


SIZES: Final = Sizes()
