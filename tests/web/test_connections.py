"""How many connections there may be, and how long one may wait."""

import asyncio
import resource
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager
from inspect import signature
from pathlib import Path
from typing import Any, Final
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from starlette.responses import StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from openline.web.connections import Connections, accept_one_by_one, most_connections, most_streams
from openline.web.pace import Pace
from tests.browser.board import running_board
from tests.web.serving import HOST, Line, serving

HEADER: Final = 0.02


class _Transport:
    def __init__(self) -> None:
        self.closed = asyncio.Event()
        self.unsent = 0

    def get_write_buffer_size(self) -> int:
        return self.unsent

    def abort(self) -> None:
        self.closed.set()

    def is_closing(self) -> bool:
        return self.closed.is_set()


class _Request:
    def __init__(self, complete: bool) -> None:
        self.response_complete = complete
        self.more_body = not complete


class _Protocol:
    """A connection as uvicorn has it."""

    def __init__(self, connections: set[Any]) -> None:
        self.connections, self.transport = connections, _Transport()
        self.cycle: _Request | None = None
        connections.add(self)

    @property
    def is_closed(self) -> bool:
        return self.transport.is_closing()


def _asking(guard: Connections, connections: set[Any]) -> _Protocol:
    """Return a connection that was made and is being answered."""
    one = _Protocol(connections)
    guard.waits(one)
    one.cycle = _Request(False)
    guard.spoke(one, 1)
    return one


def test_a_connection_that_asks_for_nothing_is_closed() -> None:
    """Also one that was answered before, and says more of the body that it sent; one that is
    being answered, and a page's stream, which is no HTTP connection any more, are left alone."""

    async def watched() -> list[bool]:
        connections, guard = set[Any](), Connections(10, HEADER)
        silent, stream = _Protocol(connections), _Protocol(connections)
        guard.waits(silent)
        guard.waits(stream)
        busy, answered = _asking(guard, connections), _asking(guard, connections)
        answered.cycle = _Request(True)
        guard.waits(answered)
        guard.spoke(answered, 1)
        connections.discard(stream)
        guard.spoke(stream, 1)
        await silent.transport.closed.wait()
        await answered.transport.closed.wait()
        return [one.is_closed for one in (silent, answered, busy, stream)]

    assert asyncio.run(watched()) == [True, True, False, False]


def test_a_request_that_never_ends_is_closed() -> None:
    """A body that trickles in, or an answer that nobody takes, has an end."""

    async def watched() -> None:
        endless = _asking(Connections(10, HEADER, 2 * HEADER), set())
        await endless.transport.closed.wait()

    asyncio.run(watched())


def test_the_end_of_an_answer_may_be_taken_as_slowly_as_the_rest_of_it() -> None:
    """A connection with something still to take is not one that asks for nothing; one that takes
    none of it is closed."""

    async def watched() -> tuple[bool, float]:
        guard = Connections(10, HEADER, pace=Pace(5 * HEADER))
        taking, silent = _asking(guard, set()), _asking(guard, set())
        taking.transport.unsent = 1
        start = asyncio.get_running_loop().time()
        for one in (taking, silent):
            one.cycle = _Request(True)
            guard.waits(one)
        await silent.transport.closed.wait()
        is_left = not taking.is_closed
        await taking.transport.closed.wait()
        return is_left, asyncio.get_running_loop().time() - start

    is_left, took = asyncio.run(watched())
    assert is_left
    assert took >= 5 * HEADER


@asynccontextmanager
async def _slowly_served(app: ASGIApp) -> AsyncIterator[Line]:
    """Give a connection to a server that wants 1,000 bytes of a body, and an answer to be taken
    on, in a twentieth of a second."""
    guard = Connections(10, HEADER, pace=Pace(0.05, 1_000))
    async with serving(app, guard) as served, served.line() as line:
        yield line


async def _take_body(_: Scope, receive: Receive, send: Send) -> None:
    length, message = 0, await receive()
    while message.get("more_body"):
        length += len(message["body"])
        message = await receive()
    if message["type"] == "http.request":
        length += len(message["body"])
        await send({"type": "http.response.start", "status": 200})
        await send({"type": "http.response.body", "body": b"%d" % length})


def test_who_sends_a_body_byte_by_byte_is_cut() -> None:
    """Whoever sends all of it is answered."""

    async def tried() -> tuple[bytes, bytes]:
        head = b"POST / HTTP/1.1\r\n" + HOST + b"Connection: close\r\nContent-Length: 4000\r\n\r\n"
        async with _slowly_served(_take_body) as line:
            line.say(head + b"a")
            cut = await line.rest()
        async with _slowly_served(_take_body) as line:
            line.say(head + bytes(4_000))
            return cut, await line.rest()

    cut, whole = asyncio.run(tried())
    assert cut == b""
    assert whole.endswith(b"4000\r\n0\r\n\r\n")


def test_who_takes_nothing_of_an_answer_is_cut() -> None:
    """The answer's end comes to what makes it, which gives back its place."""

    async def tried() -> bool:
        ended = asyncio.Event()

        async def endless(scope: Scope, receive: Receive, send: Send) -> None:
            async def parts() -> AsyncIterator[bytes]:
                try:
                    while True:
                        await asyncio.sleep(0)
                        yield bytes(65_536)
                finally:
                    ended.set()

            await StreamingResponse(parts())(scope, receive, send)

        async with _slowly_served(endless) as line:
            line.say(b"GET / HTTP/1.1\r\n" + HOST + b"\r\n")
            await ended.wait()
            return True

    assert asyncio.run(asyncio.wait_for(tried(), 30))


def test_the_oldest_that_waits_makes_room() -> None:
    """Then the oldest of all: those that are answered are left as long as others are there."""

    async def crowded() -> list[list[bool]]:
        connections, guard, states = set[Any](), Connections(2), []
        busy, silent = _asking(guard, connections), _Protocol(connections)
        guard.waits(silent)
        for _ in range(2):
            _asking(guard, connections)
            states.append([busy.is_closed, silent.is_closed])
        return states

    assert asyncio.run(crowded()) == [[False, True], [True, True]]


def test_an_answer_makes_a_connection_the_youngest_that_waits() -> None:
    """It is not closed for what it did before; one that has ended takes no room."""

    async def crowded() -> list[bool]:
        connections, guard = set[Any](), Connections(3)
        answered, silent, gone = (_Protocol(connections) for _ in range(3))
        for one in (answered, silent, gone):
            guard.waits(one)
        guard.waits(answered)
        guard.ended(gone)
        guard.waits(_Protocol(connections))
        before = silent.is_closed
        guard.waits(_Protocol(connections))
        return [before, silent.is_closed, answered.is_closed]

    assert asyncio.run(crowded()) == [False, True, False]


def test_a_page_s_stream_never_makes_room() -> None:
    """It was an HTTP connection that waits, and is none any more."""

    async def crowded() -> list[bool]:
        connections, guard = set[Any](), Connections(1)
        stream, other = _Protocol(connections), _Protocol(connections)
        guard.waits(stream)
        connections.discard(stream)
        guard.spoke(stream, 1)
        guard.waits(other)
        guard.waits(_Protocol(connections))
        return [stream.is_closed, other.is_closed]

    assert asyncio.run(crowded()) == [False, True]


def test_connections_are_taken_one_by_one() -> None:
    """Though three wait, the loop does other things between two of them."""

    async def taken() -> list[str]:
        loop, seen, all_there = asyncio.get_running_loop(), list[str](), asyncio.Event()

        class Taken(asyncio.Protocol):
            def connection_made(self, transport: Any) -> None:
                seen.append("taken")
                loop.call_soon(seen.append, "other work")
                transport.close()
                if seen.count("taken") == 3:
                    all_there.set()

        accept_one_by_one(loop, 0.01, 5)
        listening = socket.create_server(("127.0.0.1", 0))
        waiting = [socket.create_connection(listening.getsockname()) for _ in range(3)]
        server = await loop.create_server(Taken, sock=listening)
        await all_there.wait()
        server.close()
        for one in waiting:
            one.close()
        return seen

    assert asyncio.run(taken())[:5] == ["taken", "other work", "taken", "other work", "taken"]


def test_another_loop_takes_connections_as_it_does() -> None:
    """One that is not Python's own has no such place, and is left as it is."""
    accept_one_by_one(object())


@pytest.mark.parametrize(
    ("files", "connections", "streams"), [(100, 1, 1), (1_024, 262, 65), (8_192, 2_000, 500)]
)
def test_files_are_left_for_the_process_itself(
    monkeypatch: pytest.MonkeyPatch, files: int, connections: int, streams: int
) -> None:
    """Connections, streams with their sessions, and what the process opens fit its limit."""
    monkeypatch.setattr(resource, "getrlimit", lambda _: (files, files))
    assert (most_connections(), most_streams()) == (connections, streams)


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Give a board that may have 1,024 files open, as many as systems often allow, and its log."""
    log = tmp_path_factory.mktemp("crowded") / "board.log"
    with running_board(log, files=1024) as address:
        yield address, log


def _get(address: str) -> tuple[int, bytes]:
    try:
        with urlopen(address, timeout=60) as answer:  # noqa: S310 - our own board
            return answer.status, answer.read()
    except HTTPError as error:
        return error.code, error.read()


def _dial(address: str) -> socket.socket:
    parts = urlsplit(address)
    return socket.create_connection((parts.hostname, parts.port), timeout=60)


def test_a_flood_of_half_open_connections_freezes_and_fills_nothing(
    board: tuple[str, Path],
) -> None:
    """Half as many again as the board can open, each with half a header, and hundreds of lines
    of nonsense: others are served meanwhile, and of each kind of line the log has one."""
    address, log = board
    before = len(log.read_text(encoding="utf-8").splitlines())
    with ExitStack() as held:
        for _ in range(1_500):
            held.enter_context(_dial(address)).sendall(b"GET / HTTP/1.1\r\nHost: local")
        assert _get(f"{address}/_stcore/health") == (200, b"ok")
        for _ in range(100):
            with _dial(address) as spoken:
                spoken.sendall(b"nonsense\r\n\r\n")
                spoken.recv(100)
        assert _get(f"{address}/_stcore/health") == (200, b"ok")
    lines = log.read_text(encoding="utf-8").splitlines()
    assert len(lines) - before < 40


def test_half_a_header_is_waited_for_no_longer_than_ten_seconds() -> None:
    """Then the connection is closed; here it is after less, by the board's own server."""

    async def waited() -> bytes:
        async with serving(_take_body, Connections(10, HEADER)) as served, served.line() as line:
            line.say(b"GET / HTTP/1.1\r\n")
            return await line.rest()

    assert asyncio.run(asyncio.wait_for(waited(), 30)) == b""
    assert signature(Connections).parameters["header_seconds"].default == 10


def test_streams_that_come_and_go_fill_no_log(board: tuple[str, Path]) -> None:
    """Neither those that say what no page says nor those that are refused write a line each."""
    address, log = board
    stream = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    for _ in range(100):
        with connect(stream) as one:
            one.send("no message of a page")
            with pytest.raises(ConnectionClosed):
                one.recv()
    for _ in range(50):
        with pytest.raises(InvalidStatus), connect(stream, origin=Origin("https://evil.example")):
            pass
    written = log.read_text(encoding="utf-8")
    assert written.count("without completing handshake") <= 2
    assert written.count("Exception in ASGI application") <= 2
    assert written.count("connection open") <= 2


@pytest.mark.parametrize(
    "part", ["metrics", "metrics?families=x", "script-health-check", "agent/apps", "", "x/health"]
)
def test_what_no_page_uses_is_closed(board: tuple[str, Path], part: str) -> None:
    """Metrics tell who is there and how much is kept; they and the rest are not for strangers."""
    assert _get(f"{board[0]}/_stcore/{part}")[0] == 404


def test_no_other_site_s_page_may_steer_the_board_s(board: tuple[str, Path]) -> None:
    """The page is told to heed messages of no other origin."""
    status, body = _get(f"{board[0]}/_stcore/host-config")
    assert status == 200
    assert b'"allowedOrigins":[]' in body
    assert b'"enableCustomParentMessages":false' in body
