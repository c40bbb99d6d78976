"""The pages of the whole record."""

from openline.markup.text import joined
from openline.site.home import status_page
from tests.site.built import Document, site_of


def test_status_says_what_the_brief_says_and_leads_to_channels() -> None:
    """The headline, what is new, the gaps, the moves and the sources."""
    site = site_of()
    page = Document(joined(status_page(site).body))
    assert "On 1 Jun 2021, 1 of 3 channels is severed, 1 partial and 1 open." in page.words
    for title in ("State of each channel", "What is new", "Severed now", "Sources cited above"):
        assert title in page.words
    assert site.page_of(0) in page.addresses
