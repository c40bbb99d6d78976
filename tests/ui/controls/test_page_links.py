"""Whole addresses of what is shown."""

import json
from html import unescape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from openline.ui.controls.page_links import board_address
from openline.ui.pages import PAGES, Page
from tests.screen import run_page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
@pytest.mark.parametrize("base", ["", "/lines"])
def test_the_board_stands_above_its_pages(
    page: Page, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Below a path of its own too, whatever is asked of the page."""
    at = f"http://localhost{base}/{page.path}?asof=today"
    monkeypatch.setattr(ContextProxy, "url", at)
    assert board_address(page) == f"http://localhost{base}"


class _Frames(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def _frames(at: AppTest) -> dict[str, str]:
    """The line of each figure of a page, by its chart."""
    told = [
        json.loads(item.proto.json)
        for item in at.get("bidi_component")
        if item.proto.component_name == "openline_saving"
    ]
    return {item["chart"]: item["frame"] for item in told}


def _frame(snippet: str) -> dict[str, Any]:
    parser = _Frames()
    parser.feed(snippet)
    assert [name for name, _ in parser.found] == ["iframe"]
    return parser.found[0][1]


@pytest.mark.usefixtures("set_today")
def test_each_figure_has_its_line() -> None:
    """It asks for the figure of this view, which follows the day unless one was chosen."""
    frames = _frames(run_page("pages/gaps.py", parties="China; United States", by="cause"))
    names = []
    for snippet in frames.values():
        asked = parse_qs(urlsplit(str(_frame(snippet)["src"])).query)
        names += asked.pop("figure")
        assert asked == {
            "parties": ["China; United States"],
            "by": ["cause"],
            "embed": ["true"],
        }
    assert names == ["causes", "severed", "silent", "history", "survival"]


@pytest.mark.usefixtures("set_today")
def test_a_comparison_follows_its_days() -> None:
    """Days that were not chosen are not fixed by its line."""
    (snippet,) = _frames(run_page("pages/compare.py", parties="China; United States")).values()
    assert "from=" not in snippet
    assert "figure=changes" in snippet


@pytest.mark.usefixtures("set_today")
def test_a_line_holds_whatever_an_address_says() -> None:
    """A name with marks of HTML stays within the address, in the attribute."""
    hostile = '"><script>alert(1)</script>'
    at = run_page("pages/gaps.py", q="a" + hostile[:1], cause=hostile)
    for snippet in _frames(at).values():
        assert "<script" not in snippet
        assert parse_qs(urlsplit(str(_frame(snippet)["src"])).query)["cause"] == [hostile]


@pytest.mark.usefixtures("set_today")
def test_a_frame_may_do_no_more_than_it_needs() -> None:
    """It runs the board's own scripts, opens links, and cannot move the page around it."""
    (snippet,) = _frames(run_page(parties="China; United States")).values()
    allowed = set(str(_frame(snippet)["sandbox"]).split())
    assert {"allow-scripts", "allow-same-origin", "allow-popups"} <= allowed
    assert not {"allow-top-navigation", "allow-modals", "allow-forms"} & allowed
    assert unescape(str(_frame(snippet)["title"])) == "Status: every channel over time · Openline"


def _button() -> None:
    from openline.ui.controls.page_links import copy_button  # noqa: PLC0415 - the script runs alone

    copy_button("http://localhost/?asof=2023-10-05", "there")


def test_the_button_is_mounted() -> None:
    """Drawing it raises nothing; that it copies is driven in the browser."""
    at = AppTest.from_function(_button).run()
    assert not at.exception
    assert len(at.get("bidi_component")) == 1
