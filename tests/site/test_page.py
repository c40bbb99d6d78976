"""What surrounds a page of a site."""

from openline.site.page import SitePage, page_html
from tests.site.built import Document, site_of


def test_a_page_leads_to_the_others_from_wherever_it_stands() -> None:
    """The page that is shown is marked, and its foot says what it is of."""
    text = page_html(site_of(), SitePage("channels/x.html", "Title & more", "Body"))
    assert 'href="../index.html"' in text
    assert "<title>Title &amp; more – Openline</title>" in text
    words = Document(text).words
    assert "Small record, as of 1 Jun 2021 · SHA-256 " in words
    assert "made on 25 Nov 2026" in words
    shown = page_html(site_of(), SitePage("data.html", "Data", ""))
    assert '<a href="data.html" aria-current="page">Data</a>' in shown


def test_only_a_page_that_runs_a_script_may() -> None:
    """And only the site's own, which may ask for the site's own files."""
    policies = [
        page_html(site_of(), SitePage("x.html", "X", "", runs=runs)).partition("<title>")[0]
        for runs in (False, True)
    ]
    assert ["script-src 'self'; connect-src 'self'" in policy for policy in policies] == [
        False,
        True,
    ]
