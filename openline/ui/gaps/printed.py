"""What only paper says: how much of a long list is printed, and where the rest is."""

from typing import Final

from openline.markup.text import NOTHING, Markup, tag

MOST_PRINTED: Final = 6
"""How many rows a list has at most that is printed."""
MOST_CAUSES: Final = 5
"""How many causes are printed; the style says so too."""
MOST_ON_PAPER: Final = 22
"""How many rows of the severed channels are drawn on paper, and of the others on the page:
with these all channels of a large record take two sheets."""
MOST_SILENT: Final = 10
MOST_PAST: Final = 11


def printed_first(rows: int, what: str, most: int = MOST_PRINTED) -> Markup:
    """Return what stands on paper below a list of so many rows, of which the first are printed;
    nothing where all are."""
    if rows <= most:
        return NOTHING
    words = f"The first {most} of {rows:,} {what} are printed; the address below has all."
    return tag("div", words, "ol-print ol-muted ol-source")
