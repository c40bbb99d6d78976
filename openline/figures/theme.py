"""The colours of the whole product, light and dark, and the names of the window widths.

No other module names a colour: pages take the same tokens as CSS custom properties from
`css_variables`. Sizes are in `openline.figures.sizes`.
"""

from dataclasses import dataclass, fields
from typing import Final

from openline.record.columns import ENDED, OPEN, PARTIAL, SEVERED, UNKNOWN

FAMILY: Final = '"Source Sans", sans-serif'
"""The typeface of figures; Streamlit ships it."""
WIDE: Final = "wide"
"""Windows over 1100 pixels."""
MEDIUM: Final = "medium"
"""Windows of 641 to 1100 pixels."""
NARROW: Final = "narrow"
"""Windows of up to 640 pixels."""
SHEET: Final = "sheet"
"""One of two columns on a sheet of paper."""
CLOSE: Final = "close"
"""A sheet of paper with rows closer together than usual."""


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
        """Return the colour in which a state is drawn: for partial its stripe, for unknown its
        outline."""
        marks = {SEVERED: self.severed, OPEN: self.open, PARTIAL: self.partial}
        return marks.get(state, self.unknown)

    def fill(self, state: str) -> str:
        """Return the colour that fills a bar: for partial the background of its stripes, for
        unknown the page's."""
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


_SWATCH: Final = (
    "repeating-linear-gradient(135deg, var(--partial) 0 2.2px, var(--partial-ground) 2.2px 4.2px)"
)


def css_variables() -> str:
    """Return the tokens as CSS custom properties, each with its light and its dark value.

    The token `open_word` is `--open-word`; `--partial-swatch` is the striped fill of partial.
    """
    lines = [
        f"--{name.replace('_', '-')}: light-dark({getattr(LIGHT, name)}, {getattr(DARK, name)});"
        for name in (field.name for field in fields(Theme))
    ]
    return "\n".join([":root {", *lines, f"--partial-swatch: {_SWATCH};", "}"])
