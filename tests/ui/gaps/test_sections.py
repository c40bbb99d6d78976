"""The links to the sections of a long page."""

import re

from openline.markup.text import tag
from openline.ui.browser.components import read_file
from openline.ui.gaps.figures import SECTIONS
from openline.ui.gaps.sections import MOST_CAUSES, printed_first, section_links, section_start
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


def test_a_long_list_says_how_much_of_it_is_printed() -> None:
    """It says how many more there are and where; a short one says nothing."""
    words = "The first 6 of 44 severances are printed; the address below has them all."
    assert words in printed_first(44, "severances")
    assert printed_first(6, "severances") == ""


def test_the_style_prints_as_many_rows_as_are_said() -> None:
    """What is hidden on paper begins after those."""
    rules = read_file("style/print.css")
    assert f".ol-cause:nth-of-type(n + {MOST_CAUSES + 1})" in rules
