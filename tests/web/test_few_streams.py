"""How many streams of pages there may be."""

from contextlib import ExitStack

import pytest
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from openline.web.few_streams import FewStreams


async def _speak(stream: WebSocket) -> None:
    await stream.accept()
    async for _ in stream.iter_text():
        pass


def test_there_are_only_so_many_streams() -> None:
    """A further one is refused until one of them ends."""
    client = TestClient(FewStreams(Starlette(routes=[WebSocketRoute("/", _speak)]), 1))
    with (
        client.websocket_connect("/"),
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect("/"),
    ):
        pass
    with client.websocket_connect("/"):
        pass


def test_who_has_every_stream_keeps_no_other_address_from_one() -> None:
    """A tenth of the streams is for addresses that have none."""
    app = FewStreams(Starlette(routes=[WebSocketRoute("/", _speak)]), 10)
    here, there = (TestClient(app, client=(address, 1)) for address in ("10.0.0.1", "10.0.0.2"))
    with ExitStack() as held:
        for _ in range(9):
            held.enter_context(here.websocket_connect("/"))
        with pytest.raises(WebSocketDisconnect):
            held.enter_context(here.websocket_connect("/"))
        held.enter_context(there.websocket_connect("/"))
