"""Streams of pages as the server has them, spoken to on a socket, below what a browser says."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket

from openline.web.connections import Connections
from openline.web.half_messages import HalfMessages
from tests.web.serving import HOST, Line, serving

HANDSHAKE = (
    b"GET / HTTP/1.1\r\n" + HOST + b"Upgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
)
MASK = bytes(4)
MORE, BINARY, PING = 0x0, 0x2, 0x9


def _frame(kind: int, data: bytes, *, is_last: bool) -> bytes:
    """Return a frame of up to 65,535 bytes, with a mask that changes nothing."""
    first = bytes([kind | (0x80 if is_last else 0)])
    return first + bytes([0x80 | 126]) + len(data).to_bytes(2, "big") + MASK + data


async def _echo(stream: WebSocket) -> None:
    await stream.accept()
    async for said in stream.iter_bytes():
        await stream.send_bytes(b"%d bytes" % len(said))


def _spoken(speak: Callable[[Line], Awaitable[object]], most: int = 1_000) -> object:
    """Speak on a stream whose messages have at most so many bytes, and return what was heard."""

    async def spoken() -> object:
        app = Starlette(routes=[WebSocketRoute("/", _echo)])
        half = HalfMessages(most)
        async with serving(app, Connections(10), half) as served, served.line() as line:
            line.say(HANDSHAKE)
            assert (await line.answer())[0] == 101
            return await speak(line)

    return asyncio.run(spoken())


def test_a_stream_outlives_the_connection_that_it_was() -> None:
    """It is no request that waits for its end: it is heard and answered, message by message."""

    async def speak(line: Line) -> list[bytes]:
        heard = []
        for count in (5, 50):
            line.say(_frame(BINARY, bytes(count), is_last=True))
            heard.append(await line.exactly(2 + len(b"%d bytes" % count)))
        return heard

    assert _spoken(speak) == [b"\x82\x075 bytes", b"\x82\x0850 bytes"]


@pytest.mark.parametrize("size", [600, 400])
def test_a_message_that_never_ends_closes_its_stream(size: int) -> None:
    """Once its parts have more bytes than a message may have."""

    async def speak(line: Line) -> bytes:
        line.say(_frame(BINARY, bytes(size), is_last=False))
        line.say(_frame(MORE, bytes(size), is_last=False) * 3)
        return await line.rest()

    assert _spoken(speak) == b""


def test_a_message_in_parts_is_heard() -> None:
    """Where it ends before it is too long; the next one begins anew."""

    async def speak(line: Line) -> list[bytes]:
        heard = []
        for _ in range(3):
            line.say(_frame(BINARY, bytes(300), is_last=False))
            line.say(_frame(MORE, bytes(300), is_last=True))
            heard.append(await line.exactly(11))
        return heard

    assert _spoken(speak) == [b"\x82\x09600 bytes"] * 3


def test_pings_are_answered_where_somebody_reads() -> None:
    """Each with what it said."""

    async def speak(line: Line) -> bytes:
        line.say(_frame(PING, b"a", is_last=True) * 3)
        return await line.exactly(9)

    assert _spoken(speak) == b"\x8a\x01a" * 3


def test_a_stream_that_says_much_at_once_is_heard_to_its_end() -> None:
    """It rests after each long reading, and goes on."""

    async def speak(line: Line) -> bytes:
        line.say(_frame(PING, b"", is_last=True) * 20_000 + _frame(BINARY, b"end", is_last=True))
        heard = b""
        while not heard.endswith(b"3 bytes"):
            heard += await line.exactly(1)
        return heard[-9:]

    assert _spoken(speak, 1_000_000) == b"\x82\x073 bytes"
