"""The process that serves the board."""

import asyncio
import gc
import logging
import socket
import sys
from collections.abc import Iterator

import pytest
from uvicorn.protocols.http.auto import AutoHTTPProtocol
from uvicorn.protocols.websockets.auto import AutoWebSocketsProtocol

from openline.process import lifespan, send_without_delay
from openline.store.versions import LibraryFault


@pytest.fixture(autouse=True)
def quick_collections(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make a board start without collecting everything that the tests hold, and leave imports out
    of collections again when it ends."""
    monkeypatch.setattr(gc, "collect", lambda: 0)
    yield
    gc.freeze()


@pytest.mark.skipif(sys.platform != "linux", reason="open sockets are found in /proc")
def test_listening_sockets_answer_without_delay() -> None:
    """A listening socket is set to send at once, and stays open."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        found.listen()
        assert not found.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        send_without_delay()
        assert found.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_what_is_imported_is_left_out_of_collections() -> None:
    """While the board is served, the libraries' objects are frozen."""

    async def serve() -> int:
        async with lifespan(None):
            return gc.get_freeze_count()

    assert asyncio.run(serve()) > gc.get_freeze_count()


def test_the_log_begins_with_the_process(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Known faults of the libraries are logged when the board starts."""
    fault = LibraryFault("SQLite", "3.51.3", "it breaks", "there")
    monkeypatch.setattr("openline.process.known_faults", lambda: (fault,))

    async def serve() -> None:
        async with lifespan(None):
            pass

    asyncio.run(serve())
    assert any("it breaks" in message for message in caplog.messages)


def test_what_is_done_often_goes_on_after_a_fault(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The fault is logged, and all the work is done again until the board ends."""
    done: list[str] = []

    async def serve() -> None:
        ended = asyncio.Event()

        def fail() -> None:
            raise ValueError("a fault")

        def note() -> None:
            done.append("done")
            if len(done) > 1:
                ended.set()

        monkeypatch.setattr("openline.process._OFTEN", 0.0)
        async with lifespan(None, often=[fail, note]):
            await ended.wait()

    asyncio.run(serve())
    assert done[:2] == ["done", "done"]
    assert any("Exception in callback" in message for message in caplog.messages)


def test_what_is_set_for_the_board_ends_with_it() -> None:
    """A process that serves one board after another sets the bounds of each once, and restores its
    log."""

    def state() -> tuple[object, ...]:
        classes = (vars(AutoHTTPProtocol), vars(AutoWebSocketsProtocol))
        filters = [list(logging.getLogger(name).filters) for name in ("asyncio", "openline.web")]
        return [dict(one) for one in classes], filters, sys.getswitchinterval()

    async def serve() -> tuple[object, ...]:
        async with lifespan(None):
            return state()

    before = state()
    assert asyncio.run(serve()) != before
    assert (state(), gc.get_freeze_count()) == (before, 0)
