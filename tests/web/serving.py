"""The server's own connections and streams, guarded as the board guards them, and spoken to on
sockets."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState

from openline.web.connections import Connections, watched_connections
from openline.web.half_messages import HalfMessages, watched_streams

__all__ = ["HOST", "Line", "serving"]

HOST = b"Host: localhost\r\n"


class Line:
    """A connection to a server, as a client has it."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    def say(self, data: bytes) -> None:
        """Send bytes."""
        self._writer.write(data)

    async def answer(self) -> tuple[int, bytes]:
        """Return the status and the body of the next answer, which says how long it is."""
        head = await self._reader.readuntil(b"\r\n\r\n")
        said = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:-2])
        body = await self._reader.readexactly(int(said.get(b"content-length", b"0")))
        return int(head.split()[1]), body

    async def exactly(self, count: int) -> bytes:
        """Return the next so many bytes that come."""
        return await self._reader.readexactly(count)

    async def rest(self) -> bytes:
        """Return what else comes until the other side closes the connection."""
        return await self._reader.read()


class Served:
    """A server for some clients."""

    def __init__(self, port: int, connections: set[Any]) -> None:
        self._port = port
        self.connections = connections

    @asynccontextmanager
    async def line(self) -> AsyncIterator[Line]:
        """Give a new connection to it."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        try:
            yield Line(reader, writer)
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()


@asynccontextmanager
async def serving(
    app: ASGIApp, connections: Connections, half: HalfMessages | None = None
) -> AsyncIterator[Served]:
    """Serve an application on a free port, with the classes that Streamlit has uvicorn use."""
    http: Any = type("Http", (H11Protocol,), {})
    streams: Any = type("Streams", (WebSocketsSansIOProtocol,), {})
    config, state = uvicorn.Config(app, http=http, ws=streams, log_config=None), ServerState()
    config.load()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: http(config, state, {}), "127.0.0.1", 0)
    watched = watched_streams(streams, half or HalfMessages(1_000_000))
    try:
        with watched_connections(http, connections), watched:
            yield Served(server.sockets[0].getsockname()[1], state.connections)
    finally:
        server.close()
        for one in list(state.connections):
            one.transport.abort()
        await asyncio.gather(*state.tasks, return_exceptions=True)
