"""Connections: how many are allowed, and how long one may take to send a request.

The server itself waits for a request's header for as long as the client likes, and accepts
connections until the process can open no more files; then it logs a line for each that it cannot
accept.
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
"""Files that the process itself opens, including three for each of Streamlit's 128 latest
sessions."""
_STREAM_FILES: Final = 4
"""Files that a stream needs, including those of its session."""
_HEADER_SECONDS: Final = 10.0
_REQUEST_SECONDS: Final = 600.0
_APART: Final = 0.001
"""The seconds between one new connection and the next."""
_QUEUE: Final = 128
_LOG: Final = logging.getLogger("openline.web")


class Connections:
    """The HTTP connections of a process. It closes those that send no request within
    `header_seconds`, those whose request takes over `request_seconds` and those too slow for the
    `pace`; where there are more than `most`, it closes the one that has waited longest, or else the
    oldest. The stream of a page no longer counts as one of them."""

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
        """Note that a connection was made or that its request was answered."""
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
        """Note that a connection sent `count` bytes: it may have begun a request, continued it, or
        become a stream."""
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
        """Note that no more can be sent until the client has read some of it."""
        self._pace.filled(protocol, asyncio.get_running_loop().time())

    def taken(self, protocol: Any) -> None:
        """Note that the client read most of it; if that was the end of an answer, its wait begins
        again."""
        self._pace.taken(protocol)
        if self._waiting.pop(protocol, None) is not None:
            self._waiting[protocol] = asyncio.get_running_loop().time()

    def ended(self, protocol: Any) -> None:
        """Note that a connection has ended."""
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
        """Return how long a connection may wait: longer while the end of an answer is still
        unread."""
        is_taking = protocol.transport.get_write_buffer_size()
        return self._pace.seconds if is_taking else self._header

    def _close(self, protocol: Any) -> None:
        self.ended(protocol)
        protocol.transport.abort()


def most_connections() -> int:
    """Return how many connections the process can have: half of the files that it may open and does
    not itself need."""
    return max(1, min(_MOST, _free_files() // 2))


def most_streams() -> int:
    """Return how many streams of pages the process can have: they get the other half of the
    files."""
    return max(1, min(_MOST_STREAMS, _free_files() // 2 // _STREAM_FILES))


def _free_files() -> int:
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0] - _OWN_FILES


@contextlib.contextmanager
def guarded_connections() -> Iterator[None]:
    """Let the process open more files if allowed, watch every connection to it, and accept them one
    by one."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, _MOST_FILES), hard))
    accept_one_by_one(asyncio.get_running_loop())
    with watched_connections(AutoHTTPProtocol, Connections(most_connections())):
        yield


@contextlib.contextmanager
def watched_connections(protocols: Any, connections: Connections) -> Iterator[None]:
    """Bound what a class of the server's connections reads, and count the connections."""
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
    """Make a loop accept one new connection every `seconds`, not all that are waiting: until all
    were accepted, it would serve nobody else. The queue is short, so that a new one is soon
    accepted."""
    accept = getattr(loop, "_accept_connection", None)
    if accept is None:  # not Python's own loop
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
