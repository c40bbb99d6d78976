"""The names of the figures, as an address, the name of a file and the keys of a page have them."""

from collections.abc import Sequence
from typing import Final

from openline.record.problems import WARNING, Problem

TIMELINE: Final = "timeline"
BAND: Final = "band"
CAUSES_FIGURE: Final = "causes"
SEVERED_NOW: Final = "severed"
SILENT_NOW: Final = "silent"
HISTORY: Final = "history"
REOPENING: Final = "survival"
COUNTS: Final = "counts"
CHANGES_FIGURE: Final = "changes"
FIGURES: Final = (
    TIMELINE,
    BAND,
    CAUSES_FIGURE,
    SEVERED_NOW,
    SILENT_NOW,
    HISTORY,
    REOPENING,
    COUNTS,
    CHANGES_FIGURE,
)
"""Every figure, in the order of the pages."""
FIGURE_TITLES: Final = {
    TIMELINE: "every channel over time",
    BAND: "its states and observations",
    CAUSES_FIGURE: "what severed them",
    SEVERED_NOW: "severed now",
    SILENT_NOW: "silent now",
    HISTORY: "history of gaps",
    REOPENING: "time to reopening",
    COUNTS: "by quarter",
    CHANGES_FIGURE: "what changed",
}
"""What a figure is called after the title of its page."""


def figure_elsewhere(name: str, page: str, figures: Sequence[str]) -> Problem:
    """Return the problem of a figure that is asked of a page which does not have it; `figures`
    are those of the page."""
    message = f"{page} has no figure “{name}”; nothing is shown."
    hint = f"Its figures are {', '.join(figures)}." if figures else "It has no figures."
    hint = f"Its one figure is {figures[0]}." if len(figures) == 1 else hint
    return Problem(WARNING, "figure-elsewhere", None, "figure", name, message, hint)
