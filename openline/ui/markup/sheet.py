"""The style of pages, built on the figures' tokens, and of their print."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from openline.figures.theme import MEDIUM, NARROW, WIDE, css_variables
from openline.markup.text import Markup, tag
from openline.ui.browser.components import read_file

Heights = dict[str, int]
"""Of each width of a window, as figures name them, a least height in pixels."""
_UP_TO: Final = {MEDIUM: 1100, NARROW: 640}
"""How wide a window of each width is at most, in pixels."""
_EVERYWHERE: Final = ("page", "answer", "figure", "tables", "terms")
_OF_PAGES: Final = (
    "pairs",
    "method",
    "compare",
    "gaps",
    "openings",
    "survival",
    "causes",
    "save",
    "records",
    "newer",
)
_OF_SHEETS: Final = ("narrow", "print")
"""These come last, as they override the others: a narrow window, then paper."""


def style_sheet(places: Mapping[str, Heights]) -> Markup:
    """Return the style of every page; `places` has the least heights of containers, by key."""
    least = "".join(_grown(key, heights) for key, heights in places.items())
    parts = (css_variables(), _joined(_EVERYWHERE + _OF_PAGES), least, _joined(_OF_SHEETS))
    return _style("".join(parts))


@cache
def _joined(names: tuple[str, ...]) -> str:
    return "".join(f"\n{read_file(f'style/{name}.css')}" for name in names)


def _grown(key: str, heights: Heights) -> str:
    """Return rules that let a place grow with its content, which its set height would cut off."""
    place = f".st-key-{key}"
    both = f"{place}, [data-testid=stLayoutWrapper]:has(> {place})"
    narrower = "".join(
        f"@media screen and (max-width: {most}px) "
        f"{{ {both} {{ min-height: {heights[width]}px; }} }}\n"
        for width, most in _UP_TO.items()
    )
    grows = f"height: auto; min-height: {heights[WIDE]}px; flex: none; overflow: visible;"
    return f"{both} {{ {grows} }}\n{narrower}"


def told_height(key: str, height: int) -> Markup:
    """Return the style that gives other rules for a place the height of its figure."""
    return _style(f".st-key-{key} {{ --high: {height}px; }}")


def grown(key: str, heights: Heights) -> Markup:
    """Return a style that lets a container of given heights grow."""
    return _style(_grown(key, heights))


def reserved(key: str, height: int) -> Markup:
    """Return a style that reserves a figure's place until it arrives."""
    return _style(f".st-key-{key} {{ min-height: {height}px; }}")


def _style(rules: str) -> Markup:
    """Return the program's own rules as markup, without escaping."""
    return tag("style", Markup(rules))


def running_heads(text: str) -> Markup:
    """Return the rules that print a text at the top and the foot of every sheet."""
    quoted = "".join(letter if letter.isalnum() else f"\\{ord(letter):x} " for letter in text)
    box = f'{{ content: "{quoted}"; font: 700 9pt sans-serif; }}'
    return _style(f"@page {{ @top-center {box} @bottom-center {box} }}")
