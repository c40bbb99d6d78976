"""The sections of a long page: a line of links to them, and the places that these lead to."""

from collections.abc import Mapping

from openline.ui.markup.text import escape, tag

__all__ = ["section_links", "section_start"]


def section_links(sections: Mapping[str, str]) -> str:
    """Return a line of links to sections of the page, as markup.

    `sections`: what each is called in the line, by its anchor.
    """
    links = "".join(
        tag("a", escape(name), "ol-link", f' href="#{anchor}" target="_self"')
        for anchor, name in sections.items()
    )
    return tag("nav", links, "ol-sections", ' aria-label="On this page"')


def section_start(anchor: str, heading: str) -> str:
    """Return a heading's markup as the place that the link to a section leads to.

    The place takes the focus, so that the next Tab goes on from there.
    """
    return tag("div", heading, "ol-section", f' id="{anchor}" tabindex="-1"')
