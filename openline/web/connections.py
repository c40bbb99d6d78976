"""Connections: how many there may be, and how long one may take to say what it wants.

The server waits for a request's header as long as the other side likes, and takes connections until
the process has no file left to open; then it writes a line of log for each that it cannot take.
"""

import asyncio
import contextlib
import logging
import resource
from collections.abc import Callable, Iterator
from typing import Any, Final

from uvicorn.protocols.http.auto import AutoHTTPProtocol

from openline.web.heads import MOST_AT_ONCE, Heads, is_answered
from openline.web.pace import Pace
from openline.web.replaced import replaced

_MOST: Final = 2_000
_MOST_STREAMS: Final = 500
_MOST_FILES: Final = 8_192
_OWN_FILES: Final = 500
"""Files that the process itself opens, Streamlit's 128 latest sessions with three each included."""
_STREAM_FILES: Final = 4
"""Files that a stream takes, with its session's."""
_HEADER_SECONDS: Final = 10.0
_REQUEST_SECONDS: Final = 600.0
_APART: Final = 0.001
"""How many seconds lie between one new connection and the next."""
_QUEUE: Final = 128
_LOG: Final = logging.getLogger("openline.web")


class Connections:
    """The HTTP connections of a process: those that ask for nothing in `header_seconds` are
    closed, those with one request of over `request_seconds`, those that are too slow for the
    `pace`, and where there are more than `most` the one that has waited longest, else the oldest.
    A page's stream is none of them any more."""

    def __init__(
        self,
        most: int,
        header_seconds: float = _HEADER_SECONDS,
        request_seconds: float = _REQUEST_SECONDS,
        pace: Pace | None = None,
    ) -> None:
        self._most, self._header, self._request = most, header_seconds, request_seconds
        self._pace = pace or Pace()
        self._waiting, self._busy = dict[Any, float](), dict[Any, float]()
        self._is_looking = False

    def waits(self, protocol: Any) -> None:
        """Note that a connection was made, or that its request was answered."""
        self._waiting.pop(protocol, None)
        self._busy.pop(protocol, None)
        self._pace.whole(protocol)
        if len(self._waiting) + len(self._busy) >= self._most:
            _LOG.warning("There are %d connections; the oldest is closed", self._most)
            self._close(next(iter(self._waiting or self._busy)))
        self._waiting[protocol] = asyncio.get_running_loop().time()
        if not self._is_looking:
            self._look()

    def spoke(self, protocol: Any, count: int) -> None:
        """Note that a connection said so many bytes: it may have begun a request, said more of
        it, or become a stream."""
        now = asyncio.get_running_loop().time()
        if protocol not in protocol.connections:
            self.ended(protocol)
        elif is_answered(protocol):
            if self._waiting.pop(protocol, None) is not None:
                self._busy[protocol] = now
            if protocol.cycle.more_body:
                self._pace.came(protocol, count, now)
            else:
                self._pace.whole(protocol)

    def filled(self, protocol: Any) -> None:
        """Note that the other side has to take something before more is sent."""
        self._pace.filled(protocol, asyncio.get_running_loop().time())

    def taken(self, protocol: Any) -> None:
        """Note that it took most of that; where that was the end of an answer, it waits anew."""
        self._pace.taken(protocol)
        if self._waiting.pop(protocol, None) is not None:
            self._waiting[protocol] = asyncio.get_running_loop().time()

    def ended(self, protocol: Any) -> None:
        """Note that a connection is no more."""
        self._waiting.pop(protocol, None)
        self._busy.pop(protocol, None)
        self._pace.ended(protocol)

    def _look(self) -> None:
        loop = asyncio.get_running_loop()
        for one in self._overdue(loop.time()):
            _LOG.warning("A connection that asked for nothing, or took too long, is closed")
            self._close(one)
        self._is_looking = bool(self._waiting or self._busy)
        if self._is_looking:
            loop.call_later(self._header / 2, self._look)

    def _overdue(self, now: float) -> set[Any]:
        silent = [one for one, since in self._waiting.items() if now - since >= self._patience(one)]
        endless = [one for one, since in self._busy.items() if now - since >= self._request]
        return {*silent, *endless, *self._pace.slow(now)}

    def _patience(self, protocol: Any) -> float:
        """Return how long a connection may wait: longer with the end of an answer still to take."""
        is_taking = protocol.transport.get_write_buffer_size()
        return self._pace.seconds if is_taking else self._header

    def _close(self, protocol: Any) -> None:
        self.ended(protocol)
        protocol.transport.abort()


def most_connections() -> int:
    """Return how many connections the process can have: half of the files that it may open and
    does not need for itself."""
    return max(1, min(_MOST, _free_files() // 2))


def most_streams() -> int:
    """Return how many streams of pages it can have: they get the other half."""
    return max(1, min(_MOST_STREAMS, _free_files() // 2 // _STREAM_FILES))


def _free_files() -> int:
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0] - _OWN_FILES


@contextlib.contextmanager
def guarded_connections() -> Iterator[None]:
    """Have the process open more files where it may, watch every connection to it, and take them
    one by one."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, _MOST_FILES), hard))
    accept_one_by_one(asyncio.get_running_loop())
    with watched_connections(AutoHTTPProtocol, Connections(most_connections())):
        yield


@contextlib.contextmanager
def watched_connections(protocols: Any, connections: Connections) -> Iterator[None]:
    """Have what a class of the server's connections reads be bounded, and them be counted."""
    methods = *_of_reading(protocols, connections), *_of_writing(protocols, connections)
    with replaced(protocols, **{method.__name__: method for method in methods}):
        yield


def _of_reading(protocols: Any, connections: Connections) -> tuple[Callable[..., None], ...]:
    made, read = protocols.connection_made, protocols.data_received
    answered, lost = protocols.on_response_complete, protocols.connection_lost

    def read_and_note(self: Any, data: bytes) -> None:
        read(self, data)
        connections.spoke(self, len(data))

    heads = Heads(read_and_note)

    def connection_made(self: Any, transport: Any) -> None:
        transport.max_size = MOST_AT_ONCE
        made(self, transport)
        connections.waits(self)

    def data_received(self: Any, data: bytes) -> None:
        heads.came(self, data)

    def on_response_complete(self: Any) -> None:
        connections.waits(self)
        heads.answered(self)
        answered(self)

    def connection_lost(self: Any, error: Exception | None) -> None:
        connections.ended(self)
        heads.ended(self)
        lost(self, error)

    return connection_made, data_received, on_response_complete, connection_lost


def _of_writing(protocols: Any, connections: Connections) -> tuple[Callable[..., None], ...]:
    filled, taken = protocols.pause_writing, protocols.resume_writing

    def pause_writing(self: Any) -> None:
        filled(self)
        connections.filled(self)

    def resume_writing(self: Any) -> None:
        taken(self)
        connections.taken(self)

    return pause_writing, resume_writing


def accept_one_by_one(loop: Any, seconds: float = _APART, queue: int = _QUEUE) -> None:
    """Have a loop take one new connection every so many seconds, not all that wait: it would
    hear nobody else until they all are taken. So few wait that a new one is soon taken."""
    accept = getattr(loop, "_accept_connection", None)
    if accept is None:  # a loop that is not Python's own
        return

    def accept_one(
        factory: Any, listening: Any, tls: Any, server: Any, backlog: int, *more: Any
    ) -> None:
        if backlog > queue:
            listening.listen(queue)
        accept(factory, listening, tls, server, 1)
        if loop.remove_reader(listening.fileno()):
            loop.call_later(seconds, go_on, factory, listening, tls, server, queue, *more)

    def go_on(factory: Any, listening: Any, *more: Any) -> None:
        if listening.fileno() >= 0:
            loop.add_reader(listening.fileno(), accept_one, factory, listening, *more)

    loop._accept_connection = accept_one  # noqa: SLF001 - there is no option
