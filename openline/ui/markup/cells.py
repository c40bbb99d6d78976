"""Counts: counters, and bars with one cell for each item, or one piece for many."""

from collections.abc import Iterable
from typing import Final

from openline.markup.text import Markup, tag, unbroken

_MANY: Final = 150
"""More cells than this cannot be told apart."""


def counter(state: str, number: int, *below: str) -> Markup:
    """Return the number in a state, with lines of text below it."""
    role = state if number else "muted"
    counted = tag("span", f"{number:,}", f"ol-number ol-{role}")
    word = tag("span", state, f"ol-word ol-{role}")
    lines = (tag("div", unbroken(line), "ol-change") for line in below if line)
    return tag("div", (counted, " ", word, lines), "ol-counter")


def bar_of(counts: Iterable[tuple[str, int]], style_class: str = "") -> Markup:
    """Return a bar with one cell for each item counted, in the style given with each number; if
    cells are too many to be told apart, one piece for each style."""
    styles = list(counts)
    if sum(number for _, number in styles) > _MANY:
        return pieces_of(styles)
    cells = (_piece(style, 1) for style, number in styles for _ in range(number))
    return _bar(cells, style_class)


def pieces_of(counts: Iterable[tuple[str, int]]) -> Markup:
    """Return a bar with one piece for each style, whose length is its number."""
    return _bar((_piece(style, number) for style, number in counts if number), "ol-dense")


def _bar(pieces: Iterable[Markup], style_class: str) -> Markup:
    """Return a bar that is hidden from screen readers, as words beside it say the same."""
    return tag("div", pieces, f"ol-cells {style_class}".rstrip(), aria_hidden="true")


def _piece(style_class: str, share: int) -> Markup:
    grown = f"flex-grow:{share}" if share > 1 else None
    return tag("div", "", f"ol-cell {style_class}".rstrip(), style=grown)
