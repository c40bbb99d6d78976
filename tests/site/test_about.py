"""What a site says of itself."""

from openline.analysis.method import METHOD
from openline.markup.text import joined
from openline.site.about import about_page
from tests.site.built import Document, site_of


def test_it_says_of_what_and_when_it_is_and_what_words_mean() -> None:
    """The record with its whole hash, the days, the formulas and the limits."""
    site = site_of(window=90)
    words = Document(joined(about_page(site).body)).words
    record = site.brief.question.record
    for told in ("Small record", record.digest, "1 Jun 2021", METHOD, "of 90 days", "25 Nov 2026"):
        assert told in words
    assert "What the words mean" in words
