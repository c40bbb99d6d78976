"""Sending an answer: compressed where the client accepts it, without a body where the client has
it, and a long one in parts as they are made."""

import re
import zlib
from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial
from typing import Final

from anyio import CapacityLimiter, to_thread
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from openline.web.kept_answers import Answer, is_known
from openline.web.places import Places, address_of
from openline.web.work import too_much

_MOST_LONG: Final = 8
_SPARE: Final = 4
"""How many more are sent, to addresses that are receiving none."""
_THREADS: Final = 2
_GZIP: Final = 31
"""The value with which zlib writes the header and trailer of a gzip file."""
_LEVEL: Final = 6
_NAMES: Final = ("gzip", "x-gzip")
_REFUSED: Final = re.compile(r"0(\.0*)?")


class Sending:
    """Sends answers; at most `most` long ones at a time, and `spare` more to other addresses."""

    def __init__(self, most: int = _MOST_LONG, spare: int = _SPARE) -> None:
        self._places, self._threads = Places(most, spare), CapacityLimiter(_THREADS)

    def of(self, answer: Answer, request: Request) -> ASGIApp:
        """Return the application that sends an answer to a request."""
        is_packed = takes_gzip(request.headers) and (
            answer.parts is not None or answer.packed is not None
        )
        headers = _headers(answer, is_packed=is_packed)
        if is_known(answer.mark, known_marks(request.headers)):
            return Response(None, 304, headers)
        headers["Content-Type"] = answer.media
        if answer.parts is not None:
            parts = (lambda: iter(())) if request.method == "HEAD" else answer.parts
            return partial(self._in_parts, parts, headers, is_packed)
        body = (answer.packed if is_packed else answer.body) or b""
        headers["Content-Length"] = str(len(body))
        return Response(b"" if request.method == "HEAD" else body, headers=headers)

    async def _in_parts(
        self,
        parts: Callable[[], Iterator[bytes]],
        headers: dict[str, str],
        is_packed: bool,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        who = address_of(scope)
        if not self._places.take(who):
            await too_much().response()(scope, receive, send)
            return
        try:
            made = parts()
            sent = self._made(packed_parts(made) if is_packed else made)
            await StreamingResponse(sent, headers=headers)(scope, receive, send)
        finally:
            self._places.leave(who)

    async def _made(self, parts: Iterator[bytes]) -> AsyncIterator[bytes]:
        while True:
            part = await to_thread.run_sync(next, parts, None, limiter=self._threads)
            if part is None:
                return
            yield part


def takes_gzip(headers: Headers) -> bool:
    """Return whether a client accepts a compressed answer: it names gzip and does not refuse it."""
    said = ",".join(headers.getlist("accept-encoding")).lower().replace(" ", "")
    items = (item.partition(";q=") for item in said.split(","))
    return any(name in _NAMES and not _REFUSED.fullmatch(weight) for name, _, weight in items)


def known_marks(headers: Headers) -> str:
    """Return the marks that a client names, joined from however many headers."""
    return ",".join(headers.getlist("if-none-match"))


def packed_parts(parts: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the parts of an answer, compressed."""
    packing = zlib.compressobj(_LEVEL, wbits=_GZIP)
    for part in parts:
        yield packing.compress(part)
    yield packing.flush()


def _headers(answer: Answer, *, is_packed: bool) -> dict[str, str]:
    mark = f"{answer.mark}-gzip" if is_packed else answer.mark
    marked = {"ETag": f'"{mark}"', "Vary": "Accept-Encoding"} if answer.mark else {}
    packing = {"Content-Encoding": "gzip"} if is_packed else {}
    return {**answer.headers, **marked, **packing}
