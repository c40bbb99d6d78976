"""The look of every figure: colours, patterns, symbols and sizes.

Nothing else in the product names a colour. Pages take the same tokens as CSS custom
properties from `css_variables`. Sizes are CSS pixels.
"""

from dataclasses import dataclass, fields
from typing import Final

from openline.record.columns import ENDED, OPEN, PARTIAL, SEVERED, UNKNOWN

__all__ = [
    "DARK",
    "FAMILY",
    "LAYOUTS",
    "LIGHT",
    "MEDIUM",
    "NARROW",
    "SIZES",
    "WIDE",
    "Layout",
    "Sizes",
    "Theme",
    "css_variables",
]

FAMILY: Final = '"Source Sans", sans-serif'
"""The typeface of figures; Streamlit ships it."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colour of each role. A state has a colour for its mark and one for its word."""

    background: str
    sidebar: str
    text: str
    muted: str
    link: str
    primary: str
    grid: str
    axis: str
    border: str
    field: str
    hover: str
    severed: str
    severed_word: str
    open: str
    open_word: str
    partial: str
    partial_ground: str
    partial_word: str
    unknown: str
    unknown_word: str
    ended_word: str
    band: str
    survival_band: str
    on_open: str
    on_severed: str

    def mark(self, state: str) -> str:
        """Return the colour in which a state is drawn: of partial its stripe, of unknown its
        outline."""
        marks = {SEVERED: self.severed, OPEN: self.open, PARTIAL: self.partial}
        return marks.get(state, self.unknown)

    def fill(self, state: str) -> str:
        """Return the colour that fills a bar: of partial the ground, of unknown the page's."""
        fills = {PARTIAL: self.partial_ground, UNKNOWN: self.background}
        return fills.get(state, self.mark(state))

    def word(self, state: str) -> str:
        """Return the colour in which a state's word is set."""
        words = {
            SEVERED: self.severed_word,
            PARTIAL: self.partial_word,
            OPEN: self.open_word,
            ENDED: self.ended_word,
        }
        return words.get(state, self.unknown_word)


LIGHT: Final = Theme(
    background="#fbfaf7",
    sidebar="#f5f2ec",
    text="#1d2125",
    muted="#5b6169",
    link="#1f4e79",
    primary="#1f4e79",
    grid="#e2ded5",
    axis="#b5b0a5",
    border="#d9d5cc",
    field="#f2efe9",
    hover="#ffffff",
    severed="#720a19",
    severed_word="#720a19",
    open="#2e8c85",
    open_word="#0f625e",
    partial="#c4821f",
    partial_ground="#f2d9a6",
    partial_word="#8a5600",
    unknown="#7b818a",
    unknown_word="#5b6169",
    ended_word="#5b6169",
    band="#d9dedc",
    survival_band="#ead5d4",
    on_open="#0b0e10",
    on_severed="#ffffff",
)
DARK: Final = Theme(
    background="#14171a",
    sidebar="#191c20",
    text="#e8e5df",
    muted="#a4a9b0",
    link="#9cc2e5",
    primary="#8ab4dc",
    grid="#2b3036",
    axis="#565c64",
    border="#363b41",
    field="#1d2125",
    hover="#22272c",
    severed="#fc938d",
    severed_word="#fc938d",
    open="#177577",
    open_word="#5cc0ba",
    partial="#a68322",
    partial_ground="#453817",
    partial_word="#e3b667",
    unknown="#8b929a",
    unknown_word="#a4a9b0",
    ended_word="#a4a9b0",
    band="#2c3338",
    survival_band="#3d2628",
    on_open="#ffffff",
    on_severed="#14171a",
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The sizes that depend on the width of the window.

    `figure` is the width that a figure is taken to have where marks are merged by pixels.
    `label` and `right` are its margins, `right_overview` the right one of the overview.
    `name` is the number of characters at which a name is cut. `row`, `bar`, `centre`: height
    of a row and of its bar, and the bar's middle below the row's top; `word` is where the
    name stands. `above` is the room above openness, `head` what an overview's group has above
    its lines and `foot` what it has below. `near` is the share of the width within which a
    year's label gives way to the as-of day; `years` multiplies the step of years.
    """

    key: str
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
    band_label: int

    @property
    def narrow(self) -> bool:
        """Whether names and words stand above their bars."""
        return self.label == 0

    def plot(self, overview: bool = False, label: int | None = None) -> int:
        """Return the width of the plot between its margins."""
        left = self.label if label is None else label
        return self.figure - left - (self.right_overview if overview else self.right)


WIDE: Final = "wide"
"""Windows over 1100 pixels."""
MEDIUM: Final = "medium"
"""Windows of 641 to 1100 pixels."""
NARROW: Final = "narrow"
"""Windows up to 640 pixels."""
LAYOUTS: Final = {
    WIDE: Layout(
        key=WIDE,
        figure=1008,
        label=262,
        right=104,
        right_overview=118,
        name=41,
        row=28,
        bar=12,
        centre=16,
        word=16,
        above=10,
        head=4,
        foot=4,
        near=0.075,
        years=1,
        lane=22,
        band_label=110,
    ),
    MEDIUM: Layout(
        key=MEDIUM,
        figure=720,
        label=200,
        right=100,
        right_overview=106,
        name=31,
        row=28,
        bar=12,
        centre=16,
        word=16,
        above=10,
        head=4,
        foot=4,
        near=0.075,
        years=2,
        lane=22,
        band_label=110,
    ),
    NARROW: Layout(
        key=NARROW,
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
        band_label=0,
    ),
}


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of glyphs, lines, type and spaces that are the same at every width."""

    axis: int = 26
    foot: int = 8
    foot_margin: int = 4
    openness: int = 76
    below_openness: int = 16
    head_space: int = 10
    head_name: int = 14
    head: int = 26
    line: float = 5
    line_gap: float = 1.5
    least_group: int = 19
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
    sign_gap: float = 7
    sign_near: float = 7.5
    sign_raise: float = 8
    arrow: float = 9
    band: int = 22
    band_arrow: float = 13
    lane_change: float = 8
    lane_check: float = 6.5
    lane_tick: float = 11
    lane_refusal: float = 7
    word_from: float = 58
    right_gap: int = 15
    narrow_gap: int = 5
    name_type: float = 13
    head_type: float = 13.5
    tick_type: float = 12
    hover_type: float = 13
    hover_width: int = 58

    def thin(self, bar: float) -> float:
        """Return the thickness of a bar for which no source speaks."""
        return max(self.thin_least, self.thin_share * bar)


SIZES: Final = Sizes()

_SWATCH: Final = (
    "repeating-linear-gradient(135deg, var(--partial) 0 2.2px, var(--partial-ground) 2.2px 4.2px)"
)


def css_variables() -> str:
    """Return the tokens as CSS custom properties, each with its light and its dark value.

    A token `open_word` is `--open-word`; `--partial-swatch` is the striped fill of partial.
    """
    lines = [
        f"--{name.replace('_', '-')}: light-dark({getattr(LIGHT, name)}, {getattr(DARK, name)});"
        for name in (field.name for field in fields(Theme))
    ]
    return "\n".join([":root {", *lines, f"--partial-swatch: {_SWATCH};", "}"])
