"""Places of addresses."""

from contextlib import ExitStack

import pytest
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from openline.web.places import FewStreams, Places, address_of


def test_an_address_that_has_none_gets_a_spare_place() -> None:
    """One address can have all that are for anybody, and none of the spare ones; the spare ones
    end too, and a place that is given back is there for others."""
    places = Places(2, 2)
    assert [places.take("a") for _ in range(3)] == [True, True, False]
    assert [places.take(who) for who in "bbcd"] == [True, False, True, False]
    places.leave("a")
    assert [places.take(who) for who in "abd"] == [False, False, True]


def test_places_are_there_for_as_many_as_ever_once_given_back() -> None:
    """Whoever takes and leaves again and again leaves nothing behind."""
    places = Places(1, 0)
    for who in "abab":
        assert places.take(who)
        places.leave(who)


def test_a_request_without_an_address_counts_as_from_nowhere() -> None:
    """As on a socket of the system."""
    assert address_of({"client": None}) == address_of({}) == ""
    assert address_of({"client": ("10.0.0.1", 2)}) == "10.0.0.1"


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
