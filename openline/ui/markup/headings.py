"""Headings of pages and of sections."""

from openline.markup.text import Child, Markup, tag
from openline.ui.markup.terms import with_terms


def page_title(words: Child) -> Markup:
    """Return the first words of a page, as its heading."""
    return tag("div", words, "ol-headline", role="heading", aria_level=1)


def page_head(title: Child, second: Child) -> Markup:
    """Return the head of a page: its heading and the sentence below it."""
    return tag("div", (page_title(title), tag("p", second, "ol-second")), "ol-channel-head")


def heading(words: str, style_class: str = "ol-heading", explained: tuple[str, ...] = ()) -> Markup:
    """Return the heading of a section; the words in `explained` explain themselves."""
    inner = with_terms(words, "heading", *explained)
    return tag("div", inner, style_class, role="heading", aria_level=2)


def section(title: str, how: Child) -> Markup:
    """Return the head of a section; both are shown as text."""
    return heading(title, "ol-heading ol-section") + tag("div", how, "ol-how")
