"""The sections of a long page: a line of links to them, and the places that these lead to."""

from collections.abc import Mapping

from openline.markup.text import Markup, tag
from openline.ui.markup.links import anchor_link


def section_links(sections: Mapping[str, str]) -> Markup:
    """Return a line of links to sections of the page.

    `sections`: what each is called in the line, by its anchor.
    """
    links = (anchor_link(name, anchor) for anchor, name in sections.items())
    return tag("nav", links, "ol-sections", aria_label="On this page")


def section_start(anchor: str, heading: Markup) -> Markup:
    """Return a heading as the place that the link to a section leads to.

    The place takes the focus, so that the next Tab goes on from there.
    """
    return tag("div", heading, "ol-section", id=anchor, tabindex=-1)
