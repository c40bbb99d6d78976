"""Downloads, sent in pieces, so that a slow reader does not hold a whole copy in memory.

The server takes an answer whole, and keeps what the client has not read yet; a requested part of a
file, or a compressed file, is a further copy.
"""

from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from openline.web.own_files import is_of_one_reader
from openline.web.sending import takes_gzip

_PIECE: Final = 65_536


class InPieces:
    """Sends answers piece by piece, each once the one before it has left. Downloads are sent whole
    and uncompressed, so that all readers of a file share one copy."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the board does, in pieces."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if is_of_one_reader(scope["path"]):
            scope = _without(scope, "range", "accept-encoding")
        elif not takes_gzip(Headers(scope=scope)):
            # Compression would otherwise also apply to a request that names gzip only to refuse it.
            scope = _without(scope, "accept-encoding")

        async def send_in_pieces(message: Message) -> None:
            body = message.get("body", b"")
            if message["type"] != "http.response.body" or len(body) <= _PIECE:
                await send(message)
                return
            whole = memoryview(body)
            for start in range(0, len(body), _PIECE):
                is_more = start + _PIECE < len(body) or message.get("more_body", False)
                piece = bytes(whole[start : start + _PIECE])
                await send({**message, "body": piece, "more_body": is_more})

        await self._app(scope, receive, send_in_pieces)


def _without(scope: Scope, *names: str) -> Scope:
    headers = MutableHeaders(raw=list(scope["headers"]))
    for name in names:
        del headers[name]
    return {**scope, "headers": headers.raw}
