"""The sections of Gaps: a line of links to them, the places that these lead to, and what only paper
says: how much of a long list is printed, and where the rest is."""

from collections.abc import Mapping
from typing import Final

from openline.markup.text import NOTHING, Markup, tag
from openline.ui.markup.links import anchor_link

MOST_PRINTED: Final = 6
"""How many rows a list has at most that is printed."""
MOST_CAUSES: Final = 5
"""How many causes are printed; the style says so too."""
MOST_ON_PAPER: Final = 22
"""How many rows of the severed channels are drawn on paper, and of the others on the page:
with these all channels of a large record take two sheets."""
MOST_SILENT: Final = 10
MOST_PAST: Final = 11


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


def printed_first(rows: int, what: str, most: int = MOST_PRINTED) -> Markup:
    """Return what stands on paper below a list of so many rows, of which the first are printed;
    nothing where all are."""
    if rows <= most:
        return NOTHING
    words = f"The first {most} of {rows:,} {what} are printed; the address below has them all."
    return tag("div", words, "ol-print ol-muted ol-source")
