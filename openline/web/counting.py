"""Counting: each request by what it asks for, and the open streams of pages."""

import time
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from openline.counts import SESSIONS, count_request
from openline.web.envelope import ROOTS

_PARTS: Final = ("_stcore", "static", "media")
_PAGE: Final = "page"


class Counting:
    """Counts the requests to the board, which is served below a base path."""

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self._app, self._base = app, f"/{base.strip('/')}" if base.strip("/") else ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the board does, and count the request."""
        if scope["type"] == "websocket":
            with SESSIONS.track_inprogress():
                await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start, status = time.perf_counter(), 0

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, sending)
        finally:
            asked = asked_for(scope["path"].removeprefix(self._base))
            count_request(asked, status, time.perf_counter() - start)


def asked_for(path: str) -> str:
    """Return what a path asks for, as one of a fixed set of words, to which a stranger's paths
    cannot add."""
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    if first in ROOTS:
        return first
    return next((part for part in _PARTS if f"/{part}/" in path), _PAGE)
