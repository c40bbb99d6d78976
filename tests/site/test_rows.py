"""Tables of channels on a page."""

from openline.site.rows import board_html, listed, state_word
from tests.site.built import Document, site_of


def test_a_board_has_a_row_a_channel_that_leads_to_its_page() -> None:
    """Lengths are ranges where dates are inexact, and a missing cell is empty."""
    site = site_of("Post,A; C,2021-03,change,open,,,,,")
    text = board_html(site.brief.status, site.page_of, with_parties=True)
    page = Document(text)
    assert page.tags.count("tr") == 5
    assert {site.page_of(channel) for channel in range(4)} <= set(page.addresses)
    assert "62–92" in page.words
    assert "A–C" in page.words
    assert "Mar 2021" in page.words
    assert "Parties" not in Document(board_html(site.brief.status, str, with_parties=False)).words


def test_a_table_can_be_reached_and_scrolled_by_keyboard() -> None:
    """It has a name and its columns have scope."""
    text = listed(("One", "Rows"), "")
    assert '<div class="scrolls" tabindex="0" role="region" aria-label="Table">' in text
    assert '<th class="figure" scope="col">Rows</th>' in text


def test_a_state_has_its_colour() -> None:
    """Its word is of the class that colours it."""
    assert state_word("open") == '<span class="ol-word ol-open">open</span>'
