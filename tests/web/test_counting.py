"""Requests are counted by what they ask for."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from openline.counts import counted_text
from openline.web.counting import Counting, asked_for


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/", "page"),
        ("/gaps", "page"),
        ("/api/v1/status", "api"),
        ("/api", "api"),
        ("/apish", "page"),
        ("/health", "health"),
        ("/feeds/changes.atom", "feeds"),
        ("/gaps/_stcore/health", "_stcore"),
        ("/static/js/index.js", "static"),
        ("/media/abc.csv", "media"),
        ("/<script>", "page"),
        ("", "page"),
    ],
)
def test_a_path_asks_for_one_of_a_few_things(path: str, asked: str) -> None:
    """However it is written, there are no more names than these."""
    assert asked_for(path) == asked


def _line(text: str) -> bool:
    return text in counted_text().decode()


def test_answers_and_open_streams_are_counted() -> None:
    """Below a base path too; a stream is counted while it is open."""

    async def speak(socket: WebSocket) -> None:
        await socket.accept()
        await socket.send_text(counted_text().decode())
        await socket.close()

    async def gone(_: object) -> PlainTextResponse:
        return PlainTextResponse("gone", 410)

    routes = [Route("/b/badges/x", gone), WebSocketRoute("/b/_stcore/stream", speak)]
    asking = TestClient(Counting(Starlette(routes=routes), base="/b/"))
    assert asking.get("/b/badges/x").status_code == 410
    assert _line('openline_requests_total{of="badges",status="410"} 1.0')
    with asking.websocket_connect("/b/_stcore/stream") as stream:
        assert "openline_sessions 1.0" in stream.receive_text()
    assert _line("openline_sessions 0.0")
