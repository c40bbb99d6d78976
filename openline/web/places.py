"""Places: a number for all clients and a few more for addresses that have none; and the streams of
pages, each of which takes one."""

import logging
from collections import Counter
from typing import Final

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from openline.web.connections import most_streams

_BUSY: Final = "The board serves as many pages as it can. Try again in a minute."
_LOG: Final = logging.getLogger("openline.web")


class Places:
    """A number of places: `most`, all of which one address can take, and `spare` more, each for an
    address that has none. So a client that takes all it can holds up only others at its own
    address."""

    def __init__(self, most: int, spare: int) -> None:
        self._most, self._spare = most, spare
        self._had: Counter[str] = Counter()

    @property
    def taken(self) -> int:
        """The number of places taken."""
        return self._had.total()

    def take(self, who: str) -> bool:
        """Take a place for an address, and return whether there was one."""
        if self.taken >= self._most + (0 if self._had[who] else self._spare):
            return False
        self._had[who] += 1
        return True

    def leave(self, who: str) -> None:
        """Free one place of an address."""
        self._had[who] -= 1
        if not self._had[who]:
            del self._had[who]


def address_of(scope: Scope) -> str:
    """Return the address that a request comes from, "" where it is unknown."""
    client = scope.get("client")
    return str(client[0]) if client else ""


class FewStreams:
    """Lets through at most `most` streams of pages at once, and refuses others; a tenth of them are
    for addresses that have none."""

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
