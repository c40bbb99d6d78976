"""Other sites: whose scripts may read what is answered beside the pages."""

from collections.abc import Collection
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import Message, Scope, Send

_TOLD: Final = "ETag, Openline-Record, Openline-Revision, Openline-As-Of, Openline-Method"


def letting_read(origins: Collection[str], scope: Scope, send: Send) -> Send:
    """Return what sends an answer that says whether a page of another site may read it."""
    if not origins:
        return send
    origin = Headers(scope=scope).get("origin", "")

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.add_vary_header("Origin")
            if origin in origins:
                headers["Access-Control-Allow-Origin"] = origin
                headers["Access-Control-Expose-Headers"] = _TOLD
        await send(message)

    return sending
