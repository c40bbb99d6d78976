"""Room for uploads: a file that no page has taken yet is kept for a while, within a limit of bytes
for all visitors together."""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Final, Protocol

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from openline.web.places import address_of

_COMING: Final = 5.0
"""The seconds after which a file that is missing counts as taken, and one still arriving as
slow."""
_PLACE: Final = "/_stcore/upload_file/"
_FULL: Final = "Too many files are being uploaded just now. Try again in a few minutes."
_UNSAID: Final = "A file has to say how long it is."


class Files(Protocol):
    """The store of files until their page takes them, by session and by the file's name."""

    def get_files(self, session_id: str, file_ids: Sequence[str], /) -> Sequence[object]:
        """Return whichever of some files are there."""

    def remove_file(self, session_id: str, file_id: str, /) -> None:
        """Drop a file."""


@dataclass
class _File:
    """A file that no page has taken yet: its address, since when it has been here, its declared
    bytes, and how many of them have arrived."""

    who: str
    since: float
    said: int
    come: int = 0
    is_coming: bool = True

    def size(self, now: float) -> int:
        """Return the bytes that it counts as; a slow file counts only those that have arrived."""
        is_slow = not self.is_coming or now - self.since > _COMING
        return self.come if is_slow else max(self.said, self.come)


class UploadRoom:
    """Lets a file in if there is room for it, and drops files that were uploaded but never taken.
    Files of the address with the most, the oldest first, make room for another address that has
    less, even with its new file."""

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
        self._here: dict[tuple[str, str], _File] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse a file with a sentence."""
        if scope["type"] == "http" and scope["method"] == "PUT" and _PLACE in scope["path"]:
            said = Headers(scope=scope).get("content-length", "")
            size = int(said) if said.isascii() and said.isdigit() else None
            if size is None:
                await PlainTextResponse(_UNSAID, status_code=411)(scope, receive, send)
                return
            file = _File(address_of(scope), self._clock(), size)
            if not self._takes(_key(scope["path"]), file):
                await PlainTextResponse(_FULL, status_code=503)(scope, receive, send)
                return
            await self._let_in(file, scope, receive, send)
            return
        await self._app(scope, receive, send)

    async def _let_in(self, file: _File, scope: Scope, receive: Receive, send: Send) -> None:
        """Take a file as it arrives, for as long as there is room for what has arrived."""
        key = _key(scope["path"])

        async def take() -> Message:
            message = await receive()
            more = len(message.get("body", b""))
            is_let_in = message["type"] != "http.request" or self._has_room_for(key, file, more)
            return message if is_let_in else {"type": "http.disconnect"}

        try:
            await self._app(scope, take, send)
        finally:
            with self._lock:
                file.since, file.is_coming = self._clock(), False

    def _has_room_for(self, key: tuple[str, str], file: _File, more: int) -> bool:
        """Note that more of a file has arrived, and return whether it still has room; a file that
        had to make room has none."""
        with self._lock:
            file.come += more
            return self._here.get(key) is file and self._kept().total() <= self._most

    def _kept(self) -> Counter[str]:
        """Return how many bytes each address has here or on their way."""
        now, kept = self._clock(), Counter[str]()
        for file in self._here.values():
            kept[file.who] += file.size(now)
        return kept

    def _takes(self, key: tuple[str, str], file: _File) -> bool:
        """Note a new file, if there is room beside those not yet taken, and return whether there
        is."""
        with self._lock:
            self._forget_taken(file.since)
            while file.said + self._kept().total() > self._most:
                other = self._makes_room_for(file)
                if other is None:
                    return False
                self._drop(other)
            self._here[key] = file
            return True

    def _forget_taken(self, now: float) -> None:
        files = self._files()
        for key, file in list(self._here.items()):
            if file.is_coming:
                continue
            if now - file.since > self._age:
                self._drop(key)
            elif now - file.since > _COMING and not (
                files is not None and files.get_files(key[0], [key[1]])
            ):
                del self._here[key]

    def _makes_room_for(self, file: _File) -> tuple[str, str] | None:
        """Return the oldest file of the address that has the most; None where the address of this
        file would then have as much."""
        kept = self._kept()
        who, most = max(kept.items(), key=lambda item: item[1], default=("", 0))
        if who == file.who or most <= kept[file.who] + file.said:
            return None
        old = [(one.since, key) for key, one in self._here.items() if one.who == who]
        return min(old)[1]

    def _drop(self, key: tuple[str, str]) -> None:
        """Drop a file; one on its way is cut off when its next part arrives."""
        files = self._files()
        del self._here[key]
        if files is not None:
            files.remove_file(*key)


def _key(path: str) -> tuple[str, str]:
    """Return the session and the name of a file from its path."""
    _, session, file = path.rsplit("/", 2)
    return session, file
