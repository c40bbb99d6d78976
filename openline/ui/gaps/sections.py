"""The sections of Gaps: a line of links to them, the targets of these links, and a note for paper
on how much of a long list is printed and where the rest is."""

from collections.abc import Mapping
from typing import Final

from openline.markup.text import NOTHING, Markup, tag
from openline.ui.markup.links import anchor_link

MOST_PRINTED: Final = 6
"""The most rows of a list in print."""
MOST_CAUSES: Final = 5
"""The most causes in print; the style repeats this number."""
MOST_ON_PAPER: Final = 22
"""The most rows of severed channels drawn on paper; with this and the next two limits, all channels
of a large record take two sheets."""
MOST_SILENT: Final = 10
MOST_PAST: Final = 11


def section_links(sections: Mapping[str, str]) -> Markup:
    """Return a line of links to sections of the page.

    `sections`: the name of each in the line, by anchor.
    """
    links = (anchor_link(name, anchor) for anchor, name in sections.items())
    return tag("nav", links, "ol-sections", aria_label="On this page")


def section_start(anchor: str, heading: Markup) -> Markup:
    """Return a heading as the target of a link to its section.

    The target takes the focus, so that the next Tab continues from there.
    """
    return tag("div", heading, "ol-section", id=anchor, tabindex=-1)


def printed_first(rows: int, what: str, most: int = MOST_PRINTED) -> Markup:
    """Return the note on paper below a list of this many rows, of which only the first are printed;
    nothing where all are."""
    if rows <= most:
        return NOTHING
    words = f"The first {most} of {rows:,} {what} are printed; the address below has them all."
    return tag("div", words, "ol-print ol-muted ol-source")
