"""What is counted: counters, and bars of a cell each, or a piece for many."""

from collections.abc import Iterable
from typing import Final

from openline.markup.text import Markup, tag, unbroken

_MANY: Final = 150
"""More cells than these are not told apart."""


def counter(state: str, number: int, *below: str) -> Markup:
    """Return how many are in a state, and what is said below it, a line each."""
    role = state if number else "muted"
    counted = tag("span", f"{number:,}", f"ol-number ol-{role}")
    word = tag("span", state, f"ol-word ol-{role}")
    lines = (tag("div", unbroken(line), "ol-change") for line in below if line)
    return tag("div", (counted, " ", word, lines), "ol-counter")


def bar_of(counts: Iterable[tuple[str, int]], style_class: str = "") -> Markup:
    """Return a bar with a cell for each that is counted, in the style that stands before its
    number; where they are too many to be told apart, with a piece for all of a style."""
    styles = list(counts)
    if sum(number for _, number in styles) > _MANY:
        return pieces_of(styles)
    cells = (_piece(style, 1) for style, number in styles for _ in range(number))
    return _bar(cells, style_class)


def pieces_of(counts: Iterable[tuple[str, int]]) -> Markup:
    """Return a bar with a piece for each style, as long as its number says."""
    return _bar((_piece(style, number) for style, number in counts if number), "ol-dense")


def _bar(pieces: Iterable[Markup], style_class: str) -> Markup:
    """What a bar shows is said in words beside it."""
    return tag("div", pieces, f"ol-cells {style_class}".rstrip(), aria_hidden="true")


def _piece(style_class: str, share: int) -> Markup:
    grown = f"flex-grow:{share}" if share > 1 else None
    return tag("div", "", f"ol-cell {style_class}".rstrip(), style=grown)
