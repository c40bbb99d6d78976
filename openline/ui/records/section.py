"""The head of a section of the page: its title, and one sentence on what to do."""

from openline.ui.markup.headings import heading
from openline.ui.markup.text import escape, tag

__all__ = ["section"]


def section(title: str, how: str) -> str:
    """Return the head of a section, as markup; both are shown as text."""
    return heading(title, "ol-heading ol-section") + tag("div", escape(how), "ol-how")
