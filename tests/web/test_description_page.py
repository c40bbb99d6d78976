"""The description as a page."""

import re
from html.parser import HTMLParser

import pytest

from openline.analysis.tables import TABLES
from tests.web.beside import client, fresh_client

pytestmark = pytest.mark.usefixtures("set_today")
VOID = {"meta", "br", "link", "img"}


class _Reading(HTMLParser):
    """Checks that elements end in their order, and gathers what they name."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.named: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        self.named += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_loads_nothing_and_names_every_table() -> None:
    """No script, no picture, no address outside; each link to a table leads to it."""
    for path in ("/api", "/api/", "/api/v1"):
        answer = client().get(path)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
    page = answer.text
    reading = _Reading()
    reading.feed(page)
    assert reading.open == []
    assert {tag for tag, _, _ in reading.named} <= {"html", "meta", "a", "pre"}
    assert not re.search(r"<script|<img|url\(|@import", page)
    linked = {value for _, name, value in reading.named if name == "href"}
    assert all(value.startswith("/") for value in linked)
    for table in TABLES:
        for end in ("", ".json", ".csv"):
            assert f"/api/v1/{table.name}{end}" in linked
        assert table.meaning in page.replace("&#39;", "'")


def test_links_of_the_page_stand_below_the_board_s_path() -> None:
    """Where there is one."""
    page = fresh_client("/board").get("/board/api").text
    assert 'href="/board/api/openapi.json"' in page
    assert 'href="/api' not in page
