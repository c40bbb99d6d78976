"""Repeats: what is asked again to the letter."""

from collections.abc import Hashable
from dataclasses import replace
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from openline.ui.data.source import board_source
from openline.web.repeats import Repeats, let_repeat
from openline.web.routes import beside_routes


class _Board:
    """A board whose answers count how often they were made, and the mark of its record."""

    def __init__(self, most: int = 1_000_000) -> None:
        self.mark: Hashable = "first"
        self.made = 0
        routes = [Route("/{rest:path}", self._answer, methods=["GET", "POST"])]
        repeats = Middleware(Repeats, mark=lambda: self.mark, most=most)
        self.client = TestClient(Starlette(routes=routes, middleware=[repeats]))

    async def _answer(self, request: Request) -> Response:
        self.made += 1
        if "plain" not in request.url.path:
            let_repeat(request.scope, self.mark)
        if "parts" in request.url.path:
            return StreamingResponse(iter([b"a", b"b"]))
        answer = Response(f"{self.made}", headers={"ETag": f'"{self.made}"'})
        if "cookie" in request.url.path:
            answer.set_cookie("key", "value")
        return answer

    def said(self, path: str, **headers: str) -> str:
        return self.client.get(path, headers=headers).text


def test_what_is_asked_again_to_the_letter_is_answered_from_memory() -> None:
    """With the same head and body; another path, query, header or method is another question."""
    board = _Board()
    first = board.client.get("/a?b=c")
    again = board.client.get("/a?b=c")
    assert (again.text, dict(again.headers)) == (first.text, dict(first.headers))
    asked = [board.said("/a?b=d"), board.said("/b?b=c"), board.said("/a?b=c", accept="text/css")]
    assert asked == ["2", "3", "4"]
    assert board.client.head("/a?b=c").headers["etag"] == '"5"'
    assert board.client.post("/a?b=c").text == "6"
    assert board.client.post("/a?b=c").text == "7"
    assert board.said("/a?b=c") == "1"


def test_nothing_is_repeated_once_the_record_or_the_day_changes() -> None:
    """Nor when it changes back: what was said then is no longer there."""
    board = _Board()
    assert [board.said("/"), board.said("/")] == ["1", "1"]
    board.mark = "second"
    assert [board.said("/"), board.said("/")] == ["2", "2"]
    board.mark = "first"
    assert board.said("/") == "3"


@pytest.mark.parametrize("path", ["/plain", "/parts", "/cookie"])
def test_what_is_not_for_everybody_is_made_each_time(path: str) -> None:
    """What no route lets be repeated, what is sent in parts, and what gives one reader a key."""
    board = _Board()
    board.said(path)
    board.said(path)
    assert board.made == 2


def test_what_was_asked_for_latest_is_kept() -> None:
    """Up to so many bytes; and an address that says too much is not kept at all."""
    board = _Board(most=20_000)
    for path in ("/a", "/b", "/a", "/c", "/a"):
        board.said(path)
    assert board.made == 3
    board.said("/b")
    assert board.made == 4
    board.said("/?" + "q" * 5_000)
    board.said("/?" + "q" * 5_000)
    assert board.made == 6


@pytest.mark.usefixtures("set_today")
def test_a_table_is_repeated_until_its_file_changes() -> None:
    """From the third time on nothing is looked up: the first computes, the second finds it kept."""
    now: dict[str, Any] = {"mark": "first", "asked": 0}

    def mark() -> Hashable:
        now["asked"] += 1
        return now["mark"]

    source = replace(board_source(), mark=mark)
    repeats = Middleware(Repeats, mark=lambda: now["mark"])
    client = TestClient(Starlette(routes=beside_routes(source), middleware=[repeats]))
    answers = [client.get("/api/v1/status?q=hotline") for _ in range(4)]
    assert now["asked"] == 2
    assert len({(one.text, str(one.headers)) for one in answers}) == 1
    now["mark"] = "second"
    assert client.get("/api/v1/status?q=hotline").text == answers[0].text
    assert now["asked"] == 3
