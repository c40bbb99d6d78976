"""What only paper says: how much of a long list is printed, and where the rest is."""

from typing import Final

from openline.markup.text import NOTHING, Markup, tag

MOST_PRINTED: Final = 3
"""How many rows of a long list are printed; the style says so too."""
MOST_CAUSES: Final = 5
"""How many causes are printed; so too."""


def printed_first(rows: int, what: str, most: int = MOST_PRINTED) -> Markup:
    """Return what stands on paper below a list of so many rows, of which the first are printed;
    nothing where all are."""
    if rows <= most:
        return NOTHING
    words = f"The first {most} of {rows:,} {what} are printed; the address below has all."
    return tag("div", words, "ol-print ol-muted ol-source")
