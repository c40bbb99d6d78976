"""The feed that a page names as it is sent, and the words that it has until it is drawn."""

from collections.abc import Callable
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from openline.web.first_page import FirstPage, with_feed

PAGE = "<!DOCTYPE html><html><head><title>Board</title></head><body></head></body></html>"


class _Links(HTMLParser):
    """The links in the head of a page, and every element that it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.feeds: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        said = dict(attrs)
        self.tags.append(tag)
        if said.get("rel") == "alternate":
            self.feeds.append(str(said["href"]))


def _asking(make: Callable[[], Response], base: str = "") -> TestClient:
    async def answer(_: object) -> Response:
        return make()

    app = Starlette(routes=[Route("/{rest:path}", answer)])
    return TestClient(FirstPage(app, ["", "gaps"], base))


def test_a_page_names_the_feed_of_its_view() -> None:
    """With the parameters of its address, once, in its head."""
    page = _asking(lambda: HTMLResponse(PAGE)).get("/gaps?parties=China%3B%20India&min_days=90")
    (feed,) = _Links(page.text).feeds
    assert feed == "feeds/changes.atom?parties=China%3B%20India&min_days=90"
    assert page.text.index("alternate") < page.text.index("</head>")
    plain = _asking(lambda: HTMLResponse(PAGE)).get("/")
    assert _Links(plain.text).feeds == ["feeds/changes.atom"]


@pytest.mark.parametrize(
    "query",
    [
        b'"><script>alert(1)</script>',
        b"'onload=alert(1) x='",
        b"q=%22%3E%3Cscript%3E&q={0}{}%s",
        b"q=\xff\xfe\x00\x0a</head>",
        b"q=&amp;&lt;script&gt;\\",
    ],
)
def test_whatever_an_address_says_stays_an_address(query: bytes) -> None:
    """No element more, and the feed is asked for what the page was."""
    seen = _Links(with_feed(PAGE, query))
    assert seen.tags == [*_Links(PAGE).tags[:3], "link", *_Links(PAGE).tags[3:]]
    (feed,) = seen.feeds
    assert feed.startswith("feeds/changes.atom?")
    plain = query.decode("latin-1").replace("\n", "%0A")
    assert parse_qs(urlsplit(feed).query, encoding="latin-1") == parse_qs(plain, encoding="latin-1")


def test_a_very_long_address_is_left_to_the_script() -> None:
    """The page is sent as it is."""
    assert with_feed(PAGE, b"q=" + b"x" * 2_000) == PAGE


def test_a_page_that_is_known_is_not_sent_again() -> None:
    """It has a mark of its own, packed or not; its head alone says how long it is."""
    asking = _asking(lambda: HTMLResponse(PAGE * 20, headers={"ETag": '"file"'}))
    page = asking.get("/gaps")
    assert page.headers["content-encoding"] == "gzip"
    again = asking.get("/gaps", headers={"If-None-Match": page.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert asking.get("/gaps?x=1").headers["etag"] != page.headers["etag"]
    head = asking.head("/gaps", headers={"Accept-Encoding": "identity"})
    assert int(head.headers["content-length"]) > len(PAGE) * 20
    assert head.content == b""


def test_what_is_no_page_is_passed_on() -> None:
    """Other paths, other methods, failures, and what has no head."""
    asking = _asking(lambda: HTMLResponse(PAGE))
    assert asking.get("/static/x.html").text == PAGE
    assert asking.post("/gaps").status_code == 405
    assert _asking(lambda: Response("no", 500)).get("/gaps").text == "no"
    below = _asking(lambda: HTMLResponse(PAGE), "/base/")
    assert "alternate" in below.get("/base/gaps").text
    assert below.get("/gaps").text == PAGE


def test_a_page_says_that_it_is_loading() -> None:
    """Once, as a status, after all else in its body, under each address of the board alone."""
    asking = _asking(lambda: HTMLResponse(PAGE))
    for path in ("/", "/gaps?q=x"):
        page = asking.get(path).text
        assert page.count("Loading the board…") == 1
        assert page.endswith('role="status"><span>Loading the board…</span></div></body></html>')


def test_a_page_is_dressed_as_the_board_says() -> None:
    """Before the feed and the words are added."""
    app = Starlette(routes=[Route("/", lambda _: HTMLResponse(PAGE))])
    dressed = TestClient(FirstPage(app, [""], dress=lambda page: page.replace("Board", "Ours")))
    assert "<title>Ours</title>" in dressed.get("/").text
