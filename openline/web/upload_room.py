"""Room for uploads: a file that no page has taken yet is kept for a while, and so many bytes of
such files for all visitors together."""

import time
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Final, Protocol

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_COMING: Final = 5.0
"""After how many seconds a file that is not there was taken, and is not only on its way."""
_PLACE: Final = "/_stcore/upload_file/"
_FULL: Final = "Too many files are being uploaded just now. Try again in a few minutes."
_UNSAID: Final = "A file has to say how long it is."


class Files(Protocol):
    """Where files are kept until their page has taken them, by session and their own name."""

    def get_files(self, session_id: str, file_ids: Sequence[str], /) -> Sequence[object]:
        """Return those of some files that are there."""

    def remove_file(self, session_id: str, file_id: str, /) -> None:
        """Drop a file."""


class UploadRoom:
    """Lets a file in where there is room for it, and drops what was brought and never taken."""

    def __init__(
        self,
        app: ASGIApp,
        most: int,
        files: Callable[[], Files | None],
        minutes: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._app, self._most, self._files, self._clock = app, most, files, clock
        self._age = 60.0 * minutes
        self._lock = Lock()
        self._brought: dict[tuple[str, str], tuple[float, int]] = {}
        self._coming: dict[tuple[str, str], int] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse a file with a sentence."""
        if scope["type"] == "http" and scope["method"] == "PUT" and _PLACE in scope["path"]:
            said = Headers(scope=scope).get("content-length", "")
            size = int(said) if said.isascii() and said.isdigit() else None
            if size is None:
                await PlainTextResponse(_UNSAID, status_code=411)(scope, receive, send)
                return
            if not self._takes(scope["path"], size):
                await PlainTextResponse(_FULL, status_code=503)(scope, receive, send)
                return
            await self._let_in(scope, receive, send)
            return
        await self._app(scope, receive, send)

    async def _let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take a file as it comes, for as long as there is room for what has come."""
        key = _key(scope["path"])

        async def take() -> Message:
            message = await receive()
            is_more = message["type"] == "http.request"
            if is_more and not self._has_room_for(key, len(message.get("body", b""))):
                return {"type": "http.disconnect"}
            return message

        with self._lock:
            self._coming[key] = 0
        try:
            await self._app(scope, take, send)
        finally:
            with self._lock:
                self._brought[key] = self._clock(), self._coming.pop(key, 0)

    def _has_room_for(self, key: tuple[str, str], more: int) -> bool:
        with self._lock:
            self._coming[key] = self._coming.get(key, 0) + more
            return self._kept() <= self._most

    def _kept(self) -> int:
        """Return how many bytes there are of what is here or on its way."""
        return sum(
            (self._coming | {key: size for key, (_, size) in self._brought.items()}).values()
        )

    def _takes(self, path: str, size: int) -> bool:
        """Note a file that comes, where there is room beside those that nobody took yet."""
        files, now = self._files(), self._clock()
        with self._lock:
            for key, (since, _) in list(self._brought.items()):
                is_old = now - since > self._age
                if is_old and files is not None:
                    files.remove_file(*key)
                is_there = files is not None and files.get_files(key[0], [key[1]])
                if is_old or (now - since > _COMING and not is_there):
                    del self._brought[key]
            if size + self._kept() > self._most:
                return False
            self._brought[_key(path)] = now, size
            return True


def _key(path: str) -> tuple[str, str]:
    """Return the session and the name of a file by its place."""
    _, session, file = path.rsplit("/", 2)
    return session, file
