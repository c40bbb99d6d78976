"""How to read the timeline: one line of words and one of swatches and glyphs."""

from collections.abc import Iterable, Iterator
from typing import Final

from openline.markup.text import NOTHING, Markup, tag
from openline.record.columns import LIVING_STATES
from openline.ui.markup.terms import term, with_terms
from openline.ui.markup.text import by_hand

BAND_WORDS: Final = (
    "The band is the state; below it is each observation, by kind. "
    "Thin at the end: no newer observation."
)
"""How to read a channel's band."""
_MARKS: Final = (("|", "contact"), ("△", "overture"), ("×", "refusal"))
_ROWS: Final = "A bar is a channel's state; a mark above it an observation."
_CAUSES: Final = {
    True: "Dashed: a cause that severed or narrowed several channels, its day, and how many.",
    False: "Dashed: a cause that severed or narrowed channels, its day, and how many.",
}
_NO_CAUSES: Final = {
    True: "In these years no cause closed several channels on one day.",
    False: "In these years no cause closed a channel.",
}
"""The words about causes, in an overview and in rows."""
_THIN: Final = "Thin: no newer observation."

_GLYPHS: Final = "Marks: | contact, △ overture, × refusal."
_CHOOSE: Final = {
    True: "Choose a line to see those parties.",
    False: "Choose a bar to open the channel.",
}
"""What the reader can do, in an overview and in rows."""
_STACKED: Final = "A line is a channel, stacked by parties."
_LINES: Final = "A line is a channel; the parties with the most severed channels come first."

_ENDED: Final = "Ended channels are not counted."


def how_to_read(
    overview: bool,
    sort: str,
    causes: tuple[int, int] | None = None,
    moved: str = "",
    causes_printed: bool = True,
    *,
    lines_printed: bool = False,
) -> Markup:
    """Return the words and the legend above a timeline. `causes`: how many are marked, and out of
    how many, None where they are not asked for; `moved`: the meaning of the marks of channels that
    moved; `causes_printed`: whether paper has causes; `lines_printed`: whether paper has lines even
    where the window has rows."""
    of_lines = f"{_STACKED if sort != 'severity' else _LINES} {_ENDED}"
    words = of_lines if overview else _ROWS
    explained = ["channel"] if overview else ["state", "observation"]
    about = _about_causes(overview, causes)
    how = with_terms(words, "how", *explained)
    if about:
        about_html = with_terms(about, "how", "cause")
        how += " " + (about_html if causes_printed else tag("span", about_html, "ol-by-hand"))
    chosen = NOTHING if overview and causes is not None else by_hand(_CHOOSE[overview])
    said = tag("div", moved, "ol-legend ol-moved") if moved else ""
    if lines_printed and not overview:
        how = tag("span", how, "ol-by-hand") + tag("span", of_lines, "ol-print")
    read = tag("div", how + chosen, "ol-how")
    return read + tag("div", _legend(overview, lines_printed), "ol-legend") + said


def legend(overview: bool) -> Markup:
    """Return only the legend of a timeline."""
    return tag("div", _legend(overview), "ol-legend")


def state_legend() -> Markup:
    """Return only the meaning of the states' colours."""
    return tag("div", _states(), "ol-legend")


def plain_legend(states: Iterable[str]) -> Markup:
    """Return the meaning of some states' colours, without explanations on hover."""
    return tag("div", (_swatch(f"ol-fill-{state}", state) for state in states), "ol-legend")


def _states() -> Iterator[Markup]:
    return (_swatch(f"ol-fill-{state}", term(state, "legend")) for state in LIVING_STATES)


def _legend(overview: bool, lines_printed: bool = False) -> Iterator[Markup]:
    yield from _states()
    yield _swatch("ol-fill-open ol-thin", "thin: no newer observation")
    for glyph, word in () if overview else _MARKS:
        mark = (tag("span", glyph, "ol-glyph"), term(word, "legend"))
        yield tag("span", mark, "ol-by-hand" if lines_printed else "")


def _about_causes(overview: bool, causes: tuple[int, int] | None) -> str:
    if causes is None:
        return ""
    marked, total = causes
    if not total:
        return _NO_CAUSES[overview]
    rest = f" {marked:,} of {total:,} are marked; Gaps lists all causes." if marked < total else ""
    return _CAUSES[overview] + rest


def picture_words(overview: bool, causes: tuple[int, int] | None = None) -> tuple[str, ...]:
    """Return the explanation of a timeline shown alone, line by line."""
    first = _STACKED if overview else _ROWS
    first = f"{first} {_THIN} {_about_causes(overview, causes)}".strip()
    return (first,) if overview else (first, _GLYPHS)


def band_how(past: str = "") -> Markup:
    """Return how to read a channel's band; `past`: words for a past stretch of days."""
    words = f"{BAND_WORDS} {past}".strip()
    return tag("div", with_terms(words, "band", "state", "observation"), "ol-how")


def _swatch(style_class: str, inner: str) -> Markup:
    return tag("span", (tag("span", "", f"ol-swatch {style_class}"), inner))
