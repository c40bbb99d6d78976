"""How to read the timeline: one line of words, one of swatches and glyphs."""

from typing import Final

from openline.record.columns import OPEN, PARTIAL, SEVERED, UNKNOWN
from openline.ui.text import escape, tag

__all__ = ["band_how", "how_to_read"]

_STATES: Final = (SEVERED, PARTIAL, OPEN, UNKNOWN)
_MARKS: Final = (("|", "contact"), ("△", "overture"), ("×", "refusal"))
_ROWS: Final = "A bar is a channel's state; a mark above it an observation."
_LINES: Final = "A line is a channel; the parties with most severed channels come first."


def how_to_read(overview: bool, sort: str) -> str:
    """Return the words and the legend above a timeline, as markup."""
    if overview:
        first = _LINES if sort == "severity" else "A line is a channel, stacked by parties."
        words = f"{first} Choose a line to see those parties."
    else:
        words = f"{_ROWS} Choose a bar to open the channel."
    items = [_swatch(f"ol-fill-{state}", state) for state in _STATES]
    items.append(_swatch("ol-fill-open ol-thin", "thin: no newer observation"))
    marks = () if overview else _MARKS
    items += [tag("span", f"{tag('span', glyph, 'ol-glyph')}{word}") for glyph, word in marks]
    return tag("div", escape(words), "ol-how") + tag("div", "".join(items), "ol-legend")


def band_how() -> str:
    """Return how a channel's band is read, as markup."""
    words = "The band is the state; below it, every observation by its kind. "
    return tag("div", f"{words}Thin at the end: no newer observation.", "ol-how")


def _swatch(style_class: str, word: str) -> str:
    return tag("span", tag("span", "", f"ol-swatch {style_class}") + word)
