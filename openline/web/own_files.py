"""The owners of files: what one browser uploads or downloads is served to no other.

Each browser gets a random key in a cookie that no script can read. The address of a download begins
with a tag made from that key, and is answered only if the request has the key. An upload, and a
session that is resumed, need the key with which the session began.
"""

import hmac
import re
import secrets
from collections import OrderedDict
from functools import cache
from http.cookies import CookieError
from threading import Lock
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE: Final = "openline_reader"
"""The cookie with a browser's key."""
_MEDIA: Final = re.compile(r".*(?<!/static)/media/(.*)", re.DOTALL)
_UPLOAD: Final = re.compile(r".*/_stcore/upload_file/([^/]+)/[^/]+", re.DOTALL)
_KEY: Final = re.compile(r"[A-Za-z0-9_-]{43}")
_KEY_BYTES: Final = 32
_MOST_SESSIONS: Final = 10_000
_PROTOCOLS: Final = "sec-websocket-protocol"
_SESSION: Final = 2
"""The position, among the protocols that a browser offers, of its earlier session."""
_NO_FILE: Final = "There is no such file for this browser. Reload the page, and download it there."
_NOT_YOURS: Final = "A file can only be uploaded from the page that asks for it. Reload the page."


class Owners:
    """The key of the browser that began each session, for the latest sessions of a process. The
    methods can be called from any thread."""

    def __init__(self, most: int = _MOST_SESSIONS) -> None:
        self._secret = secrets.token_bytes(_KEY_BYTES)
        self._most = most
        self._lock = Lock()
        self._keys: OrderedDict[str, str] = OrderedDict()

    def note(self, session: str, key: str | None) -> None:
        """Note the key of a session; the first one stays."""
        with self._lock:
            if key is not None:
                self._keys.setdefault(session, key)
                self._keys.move_to_end(session)
            while len(self._keys) > self._most:
                self._keys.popitem(last=False)

    def key(self, session: str) -> str | None:
        """Return the key with which a session began, None where that is unknown."""
        with self._lock:
            return self._keys.get(session)

    def owns(self, key: str | None, session: str) -> bool:
        """Return whether the browser with this key began a session."""
        session_key = self.key(session)
        return key is not None and session_key is not None and hmac.compare_digest(session_key, key)

    def tag(self, key: str | None) -> str:
        """Return the beginning of the addresses of a browser's files: nobody can make it without
        the key, nor derive the key from it. Without a key it is a tag that nobody has."""
        key = key or secrets.token_urlsafe(_KEY_BYTES)
        return hmac.new(self._secret, key.encode(), "sha256").hexdigest()


@cache
def the_owners() -> Owners:
    """Return the owners of the sessions of this process."""
    return Owners()


class OwnFiles:
    """Serves files, uploads and earlier sessions only to the browser that owns them."""

    def __init__(self, app: ASGIApp, owners: Owners | None = None) -> None:
        self._app, self._owners = app, owners or the_owners()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what the browser may request, and give it a key if it has none."""
        if scope["type"] == "http":
            key = cookie_key(Headers(scope=scope).get("cookie", ""))
            refusal = self._refusal(scope, key)
            sending = _giving_key(scope, send) if key is None and _is_page(scope) else send
            await (refusal or self._app)(scope, receive, sending)
        elif scope["type"] == "websocket":
            await self._app(self._own_session(scope), receive, send)
        else:
            await self._app(scope, receive, send)

    def _refusal(self, scope: Scope, key: str | None) -> PlainTextResponse | None:
        path, method = scope["path"], scope["method"]
        taken = _MEDIA.fullmatch(path)
        if taken and not taken[1].startswith(f"{self._owners.tag(key)}-"):
            return PlainTextResponse(_NO_FILE, status_code=404)
        upload = _UPLOAD.fullmatch(path)
        if upload and method != "OPTIONS" and not self._owners.owns(key, upload[1]):
            return PlainTextResponse(_NOT_YOURS, status_code=403)
        return None

    def _own_session(self, scope: Scope) -> Scope:
        """Return a handshake; unless the browser owns the session that it asks for, that is left
        out, so that a new one begins."""
        headers = Headers(scope=scope)
        offered = [part.strip() for part in headers.get(_PROTOCOLS, "").split(",")]
        key = cookie_key(headers.get("cookie", ""))
        if len(offered) <= _SESSION or self._owners.owns(key, offered[_SESSION]):
            return scope
        kept = MutableHeaders(raw=list(scope["headers"]))
        kept[_PROTOCOLS] = ", ".join(offered[:_SESSION])
        return {**scope, "headers": kept.raw, "subprotocols": offered[:_SESSION]}


def is_of_one_reader(path: str) -> bool:
    """Return whether a path is that of a file which one browser uploads or downloads."""
    return bool(_MEDIA.fullmatch(path) or _UPLOAD.fullmatch(path))


def cookie_key(cookies: str) -> str | None:
    """Return the key in a Cookie header, None where there is none."""
    try:
        key = cookie_parser(cookies).get(COOKIE, "")
    except CookieError:
        return None
    return key if _KEY.fullmatch(key) else None


def _is_page(scope: Scope) -> bool:
    """Return whether a browser asks for a page, or for the board's health, as it does before each
    connection. The answer for a page that it already has carries no media type."""
    asks_for_page = "text/html" in Headers(scope=scope).get("accept", "")
    return asks_for_page or scope["path"].endswith("/_stcore/health")


def _giving_key(scope: Scope, send: Send) -> Send:
    """Return a `send` that adds a key to an answer, which no cache on the way may keep."""
    safe = "; Secure" if scope.get("scheme") == "https" else ""
    key = secrets.token_urlsafe(_KEY_BYTES)

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["cache-control"] = "private, no-cache"
            headers.append("set-cookie", f"{COOKIE}={key}; Path=/; HttpOnly; SameSite=Lax{safe}")
        await send(message)

    return sending
