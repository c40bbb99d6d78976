"""The shelf: unfinished work of sessions, kept until their tab asks for it again.

A reload ends a session, and so does a connection that is lost for long. The work is found again by
a token that only its tab knows. One shelf serves all viewers of a process: it has room for a
limited number of bytes, open tabs included, and forgets work abandoned for long. Work of an open
tab is never forgotten; if it leaves no room, further files are refused.
"""

import hashlib
import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Lock
from typing import Any, Final

from openline.intake.edits import Edits

MOST_BYTES: Final = 400_000_000
"""How many bytes of files are kept for all sessions together."""
MOST_AGE: Final = timedelta(minutes=10)
"""How long work is kept after the last connection of its tab."""
_LEFT: Final = timedelta(minutes=1)
"""How long a session lasts without a connection: after that, none is likely to come."""
_MOST_WORKS: Final = 1_000
_TOKEN_BYTES: Final = 32
_MOST_TOKEN: Final = 64
"""A token longer than this is not valid."""


@dataclass(frozen=True, slots=True, eq=False)
class SessionWork:
    """What a session is working on: values by their keys in the session, the length of each bytes
    object in them by identity, and the edits of its current file, including the latest ones."""

    values: Mapping[str, Any]
    pieces: Mapping[int, int]
    edits: Edits | None = None


@dataclass(frozen=True, slots=True)
class _Kept:
    """Work, when its tab was last there, and the session that has it, "" once that has ended."""

    touched: datetime
    work: SessionWork
    session: str


def new_token() -> str:
    """Return an unguessable token."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


class Shelf:
    """Work by token. Its methods can be called from any thread, and take the present moment.
    `is_there` tells whether a session has a connection."""

    def __init__(
        self,
        most_bytes: int = MOST_BYTES,
        most_age: timedelta = MOST_AGE,
        is_there: Callable[[str], bool] = bool,
    ) -> None:
        self._most_bytes, self._most_age, self._is_there = most_bytes, most_age, is_there
        self._lock = Lock()
        self._kept: dict[bytes, _Kept] = {}
        """The longest untouched first."""
        self._left: set[str] = set()
        """Sessions to be ended."""

    def claim(self, token: str, pieces: Mapping[int, int], now: datetime, session: str) -> bool:
        """Tell whether there is room for the work of a token with these pieces, and if so reserve
        it. Abandoned work makes way, the longest untouched first."""
        key = _key(token)
        with self._lock:
            self._tidy(now)
            own = self._kept.get(key)
            grows = own is None or sum(pieces.values()) > sum(own.work.pieces.values())
            if grows and not self._has_room(key, pieces):
                return False
            work = replace(own.work, pieces=pieces) if own else SessionWork({}, pieces)
            self._hold(key, _Kept(now, work, session))
            return True

    def put(self, token: str, work: SessionWork, now: datetime, session: str = "") -> None:
        """Keep work in place of what this token had."""
        with self._lock:
            self._hold(_key(token), _Kept(now, work, session))
            self._tidy(now)

    def touch(self, token: str, now: datetime) -> None:
        """Note that the tab with this token is still open."""
        key = _key(token)
        with self._lock:
            if (work := self._kept.get(key)) is not None:
                self._hold(key, replace(work, touched=now))
            self._tidy(now)

    def find(self, token: str, now: datetime) -> SessionWork | None:
        """Return the work of a token, None if none is kept."""
        with self._lock:
            self._tidy(now)
            work = self._kept.get(_key(token)) if len(token) <= _MOST_TOKEN else None
            return work.work if work and work.work.values else None

    def drop(self, token: str) -> None:
        """Forget the work of a token."""
        with self._lock:
            self._kept.pop(_key(token), None)

    def left(self, now: datetime) -> set[str]:
        """Forget work that is too old, and return the sessions without a connection that should
        end, each once."""
        with self._lock:
            self._tidy(now)
            for key, kept in self._kept.items():
                if kept.session and now - kept.touched > _LEFT:
                    self._left.add(kept.session)
                    self._kept[key] = replace(kept, session="")
            left, self._left = self._left, set()
            return left

    def _hold(self, key: bytes, kept: _Kept) -> None:
        """Keep work as the most recently touched."""
        self._kept.pop(key, None)
        self._kept[key] = kept

    def _tidy(self, now: datetime) -> None:
        """Forget work abandoned too long ago, then the longest untouched, until the rest has
        room."""
        for key, kept in [*self._kept.items()]:
            if kept.session and self._is_there(kept.session):
                self._hold(key, replace(kept, touched=now))
        for key, kept in [*self._kept.items()]:
            if now - kept.touched > self._most_age:
                self._forget(key)
        for key in [*self._of_left()][: max(0, len(self._kept) - _MOST_WORKS)]:
            self._forget(key)
        self._make_room({})

    def _has_room(self, key: bytes, pieces: Mapping[int, int]) -> bool:
        """Make room for pieces beside the work of others, and return whether that was possible."""
        held = {**pieces}
        gone = {*self._of_left()}
        for other, kept in self._kept.items():
            if other != key and other not in gone:
                held.update(kept.work.pieces)
        if sum(held.values()) > self._most_bytes:
            return False
        self._kept.pop(key, None)
        self._make_room(pieces)
        return True

    def _make_room(self, pieces: Mapping[int, int]) -> None:
        """Forget abandoned work, the longest untouched first, until the rest has room beside some
        pieces."""
        sizes = {**pieces}
        uses = Counter(pieces.keys())
        for kept in self._kept.values():
            sizes.update(kept.work.pieces)
            uses.update(kept.work.pieces.keys())
        total = sum(sizes.values())
        for key in [*self._of_left()]:
            if total <= self._most_bytes:
                return
            for piece in self._forget(key).work.pieces:
                uses[piece] -= 1
                total -= 0 if uses[piece] else sizes[piece]

    def _of_left(self) -> Iterable[bytes]:
        """Yield the keys of work whose tab has no connection, the longest untouched first."""
        for key, kept in self._kept.items():
            if not (kept.session and self._is_there(kept.session)):
                yield key

    def _forget(self, key: bytes) -> _Kept:
        kept = self._kept.pop(key)
        if kept.session:
            self._left.add(kept.session)
        return kept


def _key(token: str) -> bytes:
    """Return the key for a token's work: a hash, so that a reader of the memory finds no tokens."""
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()
