"""What the board adds to a page as it is sent: the feed of its view, because feed readers run no
scripts, and words to show while it loads."""

from collections.abc import Callable, Iterable
from typing import Final
from urllib.parse import quote

from markupsafe import Markup
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from openline.web.kept_answers import fixed_answer
from openline.web.sending import Sending
from openline.web.waiting import WAITING

_READ: Final = ("GET", "HEAD")
_OF_THE_FILE: Final = ("accept-encoding", "if-modified-since", "if-none-match", "if-range", "range")
"""Headers that concern the page's file, which differs from what is sent."""
_MOST_SAID: Final = 2_000
"""The most letters of an address; for a longer one, the page's script names the feed."""
_PLAIN: Final = "%=&+;,:@/?!~*()-._$"
_HEAD_ENDS: Final = "</head>"
_BODY_ENDS: Final = "</body>"
_LINK: Final = Markup(
    '<link rel="alternate" type="application/atom+xml" title="Changes" href="feeds/changes.atom{}">'
)
_OK: Final = 200


class FirstPage:
    """Adds both to the board's pages, known by their paths below the base path; `dress` changes
    the rest of their text."""

    def __init__(
        self,
        app: ASGIApp,
        pages: Iterable[str],
        base: str = "",
        dress: Callable[[str], str] = str,
    ) -> None:
        self._app, self._dress, self._sending = app, dress, Sending()
        root = f"/{base.strip('/')}" if base.strip("/") else ""
        self._paths = frozenset(f"{root}/{page}" for page in pages)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send a page with both added, and pass any other request on."""
        if scope["type"] != "http" or scope["method"] not in _READ or not self._is_page(scope):
            await self._app(scope, receive, send)
            return
        heard: list[Message] = []

        async def hear(message: Message) -> None:
            heard.append(message)

        await self._app(_of_the_whole(scope), receive, hear)
        text = b"".join(message.get("body", b"") for message in heard).decode()
        if heard[0]["status"] != _OK or _HEAD_ENDS not in text:
            for message in heard:
                await send(message)
            return
        page = with_feed(with_words(self._dress(text)), scope["query_string"])
        answer = fixed_answer(page, "text/html; charset=utf-8")
        await self._sending.of(answer, Request(scope))(scope, receive, send)

    def _is_page(self, scope: Scope) -> bool:
        return scope["path"].removeprefix(scope.get("root_path", "")) in self._paths


def with_feed(page: str, query: bytes) -> str:
    """Return a page whose head names the feed of a query; nothing in the query can break out of the
    address."""
    said = quote(query, safe=_PLAIN)
    if len(said) > _MOST_SAID:
        return page
    link = _LINK.format(f"?{said}" if said else "")
    return page.replace(_HEAD_ENDS, f"{link}{_HEAD_ENDS}", 1)


def with_words(page: str) -> str:
    """Return a page that says that it is loading until the board has drawn something."""
    return page.replace(_BODY_ENDS, f"{WAITING}{_BODY_ENDS}", 1)


def _of_the_whole(scope: Scope) -> Scope:
    """Return the request as one for the whole file of the page."""
    headers = MutableHeaders(raw=list(Headers(scope=scope).raw))
    for name in _OF_THE_FILE:
        del headers[name]
    return {**scope, "method": "GET", "headers": headers.raw}
