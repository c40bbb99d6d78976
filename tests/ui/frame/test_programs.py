"""What programs can have of a view."""

from html import unescape

import pytest
from streamlit.runtime.context import ContextProxy

from openline.ui.pages import PAGES, Page
from tests.screen import markup, run_page
from tests.web.beside import client

pytestmark = pytest.mark.usefixtures("set_today")


def _linked(text: str) -> list[str]:
    return [unescape(part.split('"')[0]) for part in text.split('href="')[1:]]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_each_page_leads_to_its_data_and_its_feeds(page: Page) -> None:
    """As JSON, as CSV, as a feed and as a calendar of the same view; each is answered."""
    at = run_page(page.script, asof="2023-10-05", parties="China; United States")
    assert not at.exception
    links = [link for link in _linked(markup(at)) if link.startswith(("api", "feeds"))]
    assert len(links) == 5
    for link in links:
        answer = client().get(f"/{link}")
        assert answer.status_code == 200, link
    data = next(link for link in links if link.startswith("api/v1/") and ".json" in link)
    rows = client().get(f"/{data}").json()
    if page.title not in ("Records", "Channel"):
        assert rows
        assert {row["parties"] for row in rows} == {"China; United States"}
    if page.title == "Openings":
        assert {"severed", "reopened"} <= {row["change"] for row in rows}


def test_a_channel_offers_the_snippet_of_its_badge() -> None:
    """Which is answered, and has the channel's name for those who do not see it."""
    at = run_page("pages/channel.py", parties="China; United States", channel="Defence ministers")
    snippet = at.code[-1].value
    assert snippet.startswith('<img src="')
    assert 'alt="China–United States, Defence ministers">' in snippet
    path = unescape(snippet.split('"')[1])
    assert client().get(path[path.index("/badges") :]).status_code == 200


def test_a_page_within_another_has_no_sidebar(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what is shown, as of when, and shows it; the line of HTML leads to it."""
    query = {"asof": "2023-10-05", "parties": "China; United States"}
    at = run_page("pages/gaps.py", **query)
    snippet = at.code[1].value
    assert snippet.startswith('<iframe src="')
    assert unescape(snippet.split('"')[1]).endswith(
        "/gaps?asof=2023-10-05&parties=China%3B+United+States&embed=true"
    )
    whole = markup(at)
    monkeypatch.setattr(ContextProxy, "is_embedded", True)
    at = run_page("pages/gaps.py", **query)
    assert not at.exception
    assert not at.sidebar.children
    within = markup(at)
    assert "5 Oct 2023" in within
    assert "ol-mark" in whole
    assert "ol-mark" not in within
    assert len(at.get("plotly_chart")) > 0
