"""How a page and its figures are cited."""

import hashlib
import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from openline.cite.forms import CITATIONS
from openline.ui.pages import PAGES, Page
from tests.screen import ROOT, run_page


def _told(at: AppTest, component: str) -> list[dict[str, Any]]:
    found = [item.proto for item in at.get("bidi_component")]
    return [json.loads(item.json) for item in found if item.component_name == component]


@pytest.mark.usefixtures("set_today")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_every_page_says_how_it_is_cited(page: Page) -> None:
    """Under its name and filters, in each form, with an address whose day is fixed."""
    at = run_page(page.script, parties="China; United States", level="military")
    (told,) = _told(at, "openline_citing")
    assert list(told["cite"]) == list(CITATIONS)
    text = told["cite"]["Text"]
    assert f"“{page.title}: China–United States" in text
    digest = hashlib.sha256((ROOT / "data" / "channels.csv").read_bytes()).hexdigest()[:12]
    assert f"SHA-256 {digest}" in text
    assert f"record=bundled@{digest}&asof=2026-06-30&parties=China%3B+United+States" in text
    assert "(accessed 23 Nov 2026)" in text


@pytest.mark.usefixtures("set_today")
def test_each_figure_is_cited_by_what_it_finds() -> None:
    """As its picture is entitled."""
    at = run_page("pages/gaps.py", parties="China; United States", asof="2023-10-05")
    figures = _told(at, "openline_saving")
    assert len(figures) == 5
    for told in figures:
        title = " ".join(told["title"].split())
        assert f"“{title}”" in told["cite"]["Text"]
        assert json.loads(told["cite"]["CSL-JSON"])[0]["title"] == title
