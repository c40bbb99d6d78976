"""The links to the sections of a long page."""

import re

from openline.markup.text import tag
from openline.ui.gaps.figures import SECTIONS
from openline.ui.gaps.sections import section_links, section_start
from tests.screen import run_page


def test_links_lead_to_anchors() -> None:
    """A link names the section; the section has its anchor, and can take the focus."""
    assert 'href="#history"' in section_links({"history": "A & B"})
    assert "A &amp; B" in section_links({"history": "A & B"})
    start = section_start("history", tag("b", "x"))
    assert ' id="history" tabindex="-1"' in start
    assert "<b>x</b>" in start


def test_gaps_has_every_section_that_it_links_to() -> None:
    """Each link finds its place on the page, once; so does the line on what severed most."""
    at = run_page("pages/gaps.py")
    drawn = "".join(item.proto.body for item in at.get("html"))
    assert list(dict.fromkeys(re.findall(r'href="#([a-z]+)"', drawn))) == list(SECTIONS)
    assert sorted(re.findall(r'class="ol-section" id="([a-z]+)"', drawn)) == sorted(SECTIONS)
