"""Headings of sections."""

from typing import Final

from openline.ui.markup.terms import with_terms
from openline.ui.markup.text import tag

__all__ = ["heading"]

_SECTION: Final = ' role="heading" aria-level="2"'


def heading(words: str, style_class: str = "ol-heading", explained: tuple[str, ...] = ()) -> str:
    """Return the heading of a section, as markup; the words in `explained` explain themselves."""
    return tag("div", with_terms(words, "heading", *explained), style_class, _SECTION)
