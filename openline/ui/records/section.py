"""The head of a section of the page: its title, and one sentence on what to do."""

from openline.markup.text import Markup, tag
from openline.ui.markup.headings import heading


def section(title: str, how: str) -> Markup:
    """Return the head of a section; both are shown as text."""
    return heading(title, "ol-heading ol-section") + tag("div", how, "ol-how")
