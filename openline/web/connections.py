"""Connections: how many there may be, and how long one may take to say what it wants.

The server waits for a request's header as long as the other side likes, and takes connections until
the process has no file left to open; then it writes a line of log for each that it cannot take.
"""

import asyncio
import contextlib
import logging
import resource
from dataclasses import dataclass
from typing import Any, Final

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.auto import AutoHTTPProtocol

_MOST: Final = 2_000
_MOST_STREAMS: Final = 500
_MOST_FILES: Final = 8_192
_OWN_FILES: Final = 500
"""Files that the process itself opens, Streamlit's 128 latest sessions with three each included."""
_STREAM_FILES: Final = 4
"""Files that a stream takes, with its session's."""
_HEADER_SECONDS: Final = 10.0
_REQUEST_SECONDS: Final = 600.0
_BUSY: Final = "The board serves as many pages as it can. Try again in a minute."
_LOG: Final = logging.getLogger("openline.web")


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a connection was at, and since when; without a request it waits for one."""

    request: Any
    waits: bool
    since: float


class Connections:
    """The HTTP connections of a process: those that ask for nothing in `header_seconds` are
    closed, those with one request of over `request_seconds`, and the oldest where there are
    more than `most`. A page's stream is none of them any more."""

    def __init__(
        self,
        most: int,
        header_seconds: float = _HEADER_SECONDS,
        request_seconds: float = _REQUEST_SECONDS,
    ) -> None:
        self._most, self._header, self._request = most, header_seconds, request_seconds
        self._seen: dict[Any, _Seen] = {}

    def came(self, protocol: Any) -> None:
        """Watch a connection that was made, and make room for it."""
        if len(self._seen) >= self._most:
            _LOG.warning("There are %d connections; the oldest is closed", self._most)
            self._make_room()
        self._look(protocol)

    def _make_room(self) -> None:
        # What became a stream has left the connections, and its transport serves a page.
        there = [one for one in self._seen if one in one.connections]
        oldest = next(filter(_waits, there), next(iter(there), None))
        if oldest is not None:
            self._close(oldest)

    def _look(self, protocol: Any) -> None:
        if protocol.transport.is_closing() or protocol not in protocol.connections:
            self._seen.pop(protocol, None)
            return
        loop = asyncio.get_running_loop()
        now = _Seen(protocol.cycle, _waits(protocol), loop.time())
        seen = self._seen.setdefault(protocol, now)
        if (seen.request, seen.waits) != (now.request, now.waits):
            seen = self._seen[protocol] = now
        if now.since - seen.since >= (self._header if seen.waits else self._request):
            _LOG.warning("A connection that asked for nothing, or took too long, is closed")
            self._close(protocol)
        else:
            loop.call_later(self._header / 2, self._look, protocol)

    def _close(self, protocol: Any) -> None:
        self._seen.pop(protocol, None)
        protocol.transport.abort()


class FewStreams:
    """Lets through at most so many streams of pages at once, and refuses others."""

    def __init__(self, app: ASGIApp, most: int | None = None) -> None:
        self._app, self._most, self._open = app, most, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count a stream from its handshake to its end."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        most = self._most or most_streams()
        if self._open >= most:
            _LOG.warning("There are %d streams of pages; a further one is refused", most)
            await PlainTextResponse(_BUSY, status_code=503)(scope, receive, send)
            return
        self._open += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._open -= 1


def _waits(protocol: Any) -> bool:
    return protocol.cycle is None or protocol.cycle.response_complete


def most_connections() -> int:
    """Return how many connections the process can have: half of the files that it may open and
    does not need for itself."""
    return max(1, min(_MOST, _free_files() // 2))


def most_streams() -> int:
    """Return how many streams of pages it can have: they get the other half."""
    return max(1, min(_MOST_STREAMS, _free_files() // 2 // _STREAM_FILES))


def _free_files() -> int:
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0] - _OWN_FILES


def guard_connections() -> None:
    """Have the process open more files where it may, and watch every connection to it."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, _MOST_FILES), hard))
    made, connections = AutoHTTPProtocol.connection_made, Connections(most_connections())

    def watched(self: Any, transport: Any) -> None:
        made(self, transport)
        connections.came(self)

    AutoHTTPProtocol.connection_made = watched  # type: ignore[method-assign]  # no option
