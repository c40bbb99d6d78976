"""The shelf: unfinished work of sessions, kept for when their tab asks for it again.

A reload ends a session, and so does a connection that is lost for long. What was worked on is
found again by a token that only that tab knows. One shelf serves all viewers of a process; it
has room for so many bytes, and forgets what nobody has touched for long.
"""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Any, Final

from openline.intake.edits import Edits

__all__ = ["MOST_AGE", "MOST_BYTES", "Shelf", "Work", "new_token"]

MOST_BYTES: Final = 400_000_000
"""How many bytes of files are kept for all sessions together."""
MOST_AGE: Final = timedelta(minutes=10)
"""How long work is kept after the last connection of its tab."""
_MOST_WORKS: Final = 1_000
_TOKEN_BYTES: Final = 32
_MOST_TOKEN: Final = 64
"""What is longer is no token."""


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """What a session works on: values by their keys in the session, how many bytes of files
    these hold, and the edits of the file that is worked on with those of the last moment."""

    values: Mapping[str, Any]
    size: int
    edits: Edits | None = None


def new_token() -> str:
    """Return a token that nobody can guess."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


class Shelf:
    """Work by token; its methods may be called from any thread, and are told the moment."""

    def __init__(self, most_bytes: int = MOST_BYTES, most_age: timedelta = MOST_AGE) -> None:
        self._most_bytes, self._most_age = most_bytes, most_age
        self._lock = Lock()
        self._kept: dict[bytes, tuple[datetime, Work]] = {}
        """The longest untouched first."""

    def put(self, token: str, work: Work, now: datetime) -> bool:
        """Keep work in place of what this token had; tell whether there is room for it. What
        was touched last stays longest."""
        key = _key(token)
        with self._lock:
            self._kept.pop(key, None)
            if work.size > self._most_bytes:
                return False
            self._kept[key] = now, work
            self._tidy(now)
            return True

    def touch(self, token: str, now: datetime) -> None:
        """Note that the tab with this token is still there."""
        key = _key(token)
        with self._lock:
            if (found := self._kept.pop(key, None)) is not None:
                self._kept[key] = now, found[1]
            self._tidy(now)

    def find(self, token: str, now: datetime) -> Work | None:
        """Return the work of a token, None where none is kept."""
        with self._lock:
            self._tidy(now)
            found = self._kept.get(_key(token)) if len(token) <= _MOST_TOKEN else None
            return found[1] if found else None

    def drop(self, token: str) -> None:
        """Forget the work of a token."""
        with self._lock:
            self._kept.pop(_key(token), None)

    def _tidy(self, now: datetime) -> None:
        """Forget what is too old, then what was untouched longest, until the rest has room."""
        size = sum(work.size for _, work in self._kept.values())
        for key, (touched, work) in list(self._kept.items()):
            is_old = now - touched > self._most_age
            if not is_old and size <= self._most_bytes and len(self._kept) <= _MOST_WORKS:
                return
            del self._kept[key]
            size -= work.size


def _key(token: str) -> bytes:
    """Return what a token is kept under: whoever reads the memory finds no tokens."""
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()
