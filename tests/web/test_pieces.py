"""Answers in pieces."""

import asyncio
from typing import Any

from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Message

from openline.web.pieces import InPieces

WHOLE = bytes(range(256)) * 1000


async def _give(request: Request) -> Response:
    return PlainTextResponse(WHOLE, headers={"asked": request.headers.get("range", "all of it")})


APP = InPieces(GZipMiddleware(Starlette(routes=[Route("/{name:path}", _give)])))


def test_a_long_answer_is_sent_piece_by_piece() -> None:
    """Of 64 kB each, the last one shorter; together they are the answer."""
    sent: list[Message] = []

    async def ask() -> None:
        async def receive() -> Message:
            return {"type": "http.request"}

        async def send(message: Message) -> None:
            sent.append(message)

        scope: dict[str, Any] = {"type": "http", "method": "GET", "path": "/a", "headers": []}
        await APP(scope, receive, send)

    asyncio.run(ask())
    bodies = [message["body"] for message in sent[1:]]
    assert [len(body) for body in bodies] == [65_536, 65_536, 65_536, 59_392]
    assert b"".join(bodies) == WHOLE
    assert [message["more_body"] for message in sent[1:]] == [True, True, True, False]


def test_an_answer_is_not_packed_for_one_that_refuses_it() -> None:
    """Naming gzip with a weight of nothing refuses it; what packs the answers reads its name."""
    client = TestClient(APP)
    for said, packed in [("gzip", "gzip"), ("gzip;q=0", None), ("br, gzip;q=0.0", None)]:
        answer = client.get("/a", headers={"accept-encoding": said})
        assert answer.headers.get("content-encoding") == packed
        assert answer.content == WHOLE


def test_a_file_that_is_taken_along_comes_as_it_is_and_as_a_whole() -> None:
    """No part of it is copied, and it is not made smaller, whatever is asked for; other answers
    are."""
    client = TestClient(APP)
    asking = {"range": "bytes=1-", "accept-encoding": "gzip"}
    taken, other = (client.get(path, headers=asking) for path in ("/media/a", "/other"))
    assert taken.content == other.content == WHOLE
    assert (taken.headers["asked"], other.headers["asked"]) == ("all of it", "bytes=1-")
    assert "content-encoding" not in taken.headers
    assert other.headers["content-encoding"] == "gzip"
