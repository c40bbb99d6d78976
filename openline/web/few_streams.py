"""Streams of pages: how many there may be."""

import logging
from typing import Final

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from openline.web.connections import most_streams
from openline.web.places import Places, address_of

_BUSY: Final = "The board serves as many pages as it can. Try again in a minute."
_LOG: Final = logging.getLogger("openline.web")


class FewStreams:
    """Lets through at most so many streams of pages at once, and refuses others; a tenth of them
    is for addresses that have none."""

    def __init__(self, app: ASGIApp, most: int | None = None) -> None:
        self._app, self._most = app, most
        self._places: Places | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count a stream from its handshake to its end."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        most, who = self._most or most_streams(), address_of(scope)
        places = self._places = self._places or Places(most - most // 10, most // 10)
        if not places.take(who):
            _LOG.warning("There are %d streams of pages; a further one is refused", places.taken)
            await PlainTextResponse(_BUSY, status_code=503)(scope, receive, send)
            return
        try:
            await self._app(scope, receive, send)
        finally:
            places.leave(who)
