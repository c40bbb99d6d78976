"""The gate: it decides which names the board answers to, and keeps pages of other sites from using
it.

It comes before Streamlit, which would ask other hosts for the machine's public address to judge a
foreign origin, and would answer nobody in the meantime.
"""

import ipaddress
import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from openline.web.envelope import ROOTS, Refusal

_LOCAL: Final = "localhost"
_OTHER_NAME: Final = (
    "The board does not answer to this name. Whoever runs it can allow it: OPENLINE_HOSTS"
    " lists the names, separated by commas."
)
_OWN_PARTS: Final = ("health", "host-config", "stream", "upload_file", "bidi-components")
"""The parts of Streamlit that the board's pages use; its metrics and the rest are closed."""
_PART: Final = re.compile(r".*/_stcore(?:/([^/]*).*)?", re.DOTALL)
_UNUSED: Final = re.compile(r".*/(?:auth/[^/]*|oauth2callback|component/.*)", re.DOTALL)
"""Streamlit's paths for logging in, and the files of its first kind of components."""
_CLOSED: Final = "There is nothing here."
_UNSAID: Final = "A request with a body has to give its length."
_OTHER_SITE: Final = "The board can only be used from its own pages."


class Gate:
    """Lets through requests that use one of the board's own names and come from its own pages.

    IP addresses and `localhost` always count as own names: no foreign site can use them to lead a
    browser here. `hosts` lists the others; `*` means every name, `*.example.org` every name below
    that one. Parts of Streamlit that no page uses are closed. A body must come with its length: one
    in chunks of a byte would hold up the board while it is assembled, and if it has both a length
    and chunks, a proxy may take the end of it for someone else's request.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str] = (), base: str = "") -> None:
        self._app, self._base = app, f"/{base.strip('/')}" if base.strip("/") else ""
        self._hosts = tuple(host.strip().lower().rstrip(".") for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request or a handshake on, or refuse it with a sentence."""
        if scope["type"] in ("http", "websocket"):
            refusal = self._refusal(scope)
            if refusal is not None:
                await self._told(refusal, scope)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not self._is_own_name(host_name(host)):
            return PlainTextResponse(_OTHER_NAME, status_code=421)
        if "transfer-encoding" in headers:
            return PlainTextResponse(_UNSAID, status_code=411, headers={"Connection": "close"})
        part = _PART.fullmatch(scope["path"])
        if (part and part[1] not in _OWN_PARTS) or _UNUSED.fullmatch(scope["path"]):
            return PlainTextResponse(_CLOSED, status_code=404)
        origin = headers.get("origin")
        may_change = scope["type"] == "websocket" or scope["method"] not in ("GET", "HEAD")
        if may_change and origin is not None and not is_own_origin(origin, host):
            return PlainTextResponse(_OTHER_SITE, status_code=403)
        return None

    def _told(self, refusal: PlainTextResponse, scope: Scope) -> Response:
        """Return a refusal as a sentence or, beside the pages, in the form of the envelope."""
        first = scope["path"].removeprefix(self._base).split("/", 2)[1:2]
        if scope["type"] == "websocket" or not set(first) & set(ROOTS):
            return refusal
        kept = {"Connection": "close"} if "connection" in refusal.headers else {}
        said = bytes(refusal.body).decode()
        return Refusal(refusal.status_code, said, headers=kept).response()

    def _is_own_name(self, name: str | None) -> bool:
        if name is None:
            return False
        return name == _LOCAL or _is_number(name) or any(_fits(name, own) for own in self._hosts)


def host_name(host: str) -> str | None:
    """Return the name in a Host header, without its port; None where there is no valid name.

    >>> host_name("Board.example.org:8501")
    'board.example.org'
    """
    try:
        parts = urlsplit(f"//{host}")
        name, _ = parts.hostname, parts.port
    except ValueError:
        return None
    return name.rstrip(".") if name and parts.netloc == host and "@" not in host else None


def is_own_origin(origin: str, host: str) -> bool:
    """Return whether a page of this origin was served under the name requested."""
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.netloc.lower() == host.lower()


def _is_number(name: str) -> bool:
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    # Any text can follow a % in an address; browsers send no such addresses.
    return getattr(address, "scope_id", None) is None


def _fits(name: str, own: str) -> bool:
    if own.startswith("*."):
        return name.endswith(own[1:])
    return own in ("*", name)
