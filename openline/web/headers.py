"""The headers of every answer: what a browser may load, run, frame and keep; and those that say
whose scripts may read the routes beside the pages."""

import base64
import hashlib
import re
from collections.abc import Collection, Iterable
from importlib.resources import files
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from openline.web.own_files import is_of_one_reader

_INLINE: Final = re.compile(r"<script>((?:(?!<script>).)*?)</script>", re.DOTALL)
_TOLD: Final = "ETag, Openline-Record, Openline-Revision, Openline-As-Of, Openline-Method"
_FIXED: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class SafeHeaders:
    """Adds the headers to every answer; `framed_by` lists the origins that may frame a page."""

    def __init__(self, app: ASGIApp, framed_by: Iterable[str] = ()) -> None:
        self._app = app
        page = files("streamlit").joinpath("static", "index.html").read_text(encoding="utf-8")
        self._headers = {
            "Content-Security-Policy": content_policy(inline_scripts(page), framed_by),
            **_FIXED,
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the board does, with the headers added."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_private = is_of_one_reader(scope["path"])

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                if is_private:
                    headers["Cache-Control"] = "private, no-store"
                _vary_once(headers)
            await send(message)

        await self._app(scope, receive, send_with_headers)


def _vary_once(headers: MutableHeaders) -> None:
    """Name each header that an answer varies with once: compression names one that a route may
    already have named."""
    names = [name.strip() for line in headers.getlist("Vary") for name in line.split(",")]
    once = {name.lower(): name for name in names}
    if len(once) < len(names):
        headers["Vary"] = ", ".join(once.values())


def inline_scripts(page: str) -> list[str]:
    """Return the hashes of a page's inline scripts, in the form that a policy needs."""
    digests = (hashlib.sha256(script.encode()).digest() for script in _INLINE.findall(page))
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


def content_policy(scripts: Iterable[str], framed_by: Iterable[str] = ()) -> str:
    """Return the policy on what a page may load: only from its own host.

    Streamlit and Plotly write styles into the page and draw pictures from data and blobs, and
    components run from blobs; no text may be evaluated as code.
    """
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(("'self'", "blob:", *scripts)),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self' data: blob:",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": " ".join(("'self'", *framed_by)),
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def letting_read(origins: Collection[str], scope: Scope, send: Send) -> Send:
    """Return a `send` whose answers say whether a page of another site may read them."""
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
