"""The page of one set of parties."""

from openline.markup.text import Markup, joined
from openline.site.parties import parties_page, parties_timeline
from tests.site.built import Document, site_of


def test_it_tells_of_these_channels_alone() -> None:
    """The headline, the counters, the board and the moves of A and B."""
    site = site_of()
    part = site.parts[0]
    page = parties_page(site, part, Markup("<b>Picture</b>"))
    seen = Document(joined(page.body))
    assert "On 1 Jun 2021, 1 of 2 A–B channels is severed" in seen.words
    assert "Picture" in seen.words
    assert "In the year to 1 Jun 2021, no openings and 1 closing among A–B channels." in seen.words
    assert "1 Mar 2021 severed" in seen.words
    assert "A–C" not in seen.words
    assert f"../badges/{part.file}.svg" in seen.addresses
    assert page.feed == f"feeds/{part.file}.atom"


def test_its_timeline_has_their_rows_and_of_few_no_openness() -> None:
    """Two channels are two names."""
    site = site_of()
    words = Document(parties_timeline(site, site.parts[0])).words
    assert "Hotline" in words
    assert "Link" not in words
    assert "Openness" not in words
