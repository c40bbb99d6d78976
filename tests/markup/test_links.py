"""Links to sources."""

import pandas as pd
import pytest

from openline.markup.links import outside_link, safe_url, source_link
from tests.markup.reading import read_html

URL = "https://host/page"
LINK = f'<a class="ol-link" href="{URL}" target="_blank" rel="noopener noreferrer">'


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//host/path",
        "https:/one",
        "https://a b",
        "ftp://host",
        " https://late",
        "",
        None,
        float("nan"),
    ],
)
def test_only_http_addresses_are_linked(url: object) -> None:
    """Any other address leaves the text as text."""
    assert safe_url(url) is None
    assert outside_link("words", url) == "words"


def test_a_link_to_another_site_opens_apart_and_tells_it_nothing() -> None:
    """A source opens in its own tab, without access to the board."""
    link = outside_link("<b>", 'https://host/?a="&b=<')
    assert 'rel="noopener noreferrer"' in link
    assert 'target="_blank"' in link
    assert read_html(link).tags == ["a"]


@pytest.mark.parametrize(
    ("source", "url", "shown"),
    [
        ("Herald", URL, f"{LINK}Herald</a>"),
        (None, URL, f"{LINK}{URL}</a>"),
        ("Herald", None, "Herald"),
        ("Herald", "javascript:x", "Herald"),
        (None, None, ""),
    ],
)
def test_a_source_is_a_link_where_it_can_be_one(
    source: str | None, url: str | None, shown: str
) -> None:
    """Where a row has no source its address stands for it; where it has neither, nothing does."""
    row = pd.Series({"contact_source": source, "contact_source_url": url}, dtype=object)
    assert source_link(row, "contact_") == shown
