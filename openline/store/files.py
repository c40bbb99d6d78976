"""A SQLite file: opened for writing if possible, otherwise as a file that nobody changes."""

import sqlite3
from pathlib import Path
from typing import Any, Final, TypeVar

from openline.store.faults import in_words
from openline.store.problems import StoreError, store_problem

_FULL: Final = ("SQLITE_FULL", "SQLITE_IOERR_SHM")
"""What SQLite says when there is no room for the files that it keeps beside its own, even to
read."""
_REFUSALS: Final = ("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM", *_FULL)
_Made = TypeVar("_Made", bound=sqlite3.Connection)


class _StillConnection(sqlite3.Connection):
    """A connection to a file that is assumed to be unchanging: SQLite reads such a file without
    writing beside it, as it must where others can change it. `why` is the reason that it was not
    opened for writing."""

    path = Path()
    seen: object = None
    why: sqlite3.Error


def open_file(path: Path, wait_seconds: float) -> sqlite3.Connection:
    """Open an existing file: for writing, if its folder, the disk and the system allow it.

    Raises `OSError` with the reason if it cannot be read, and `StoreError` (`store-read-only`,
    `store-full`) if it has saves in its log that cannot be read without writing.
    """
    try:
        return _opened(path, "mode=rw", wait_seconds, sqlite3.Connection)
    except sqlite3.OperationalError as error:
        if not is_refused(error):
            raise
        path.open("rb").close()
        log = path.with_name(f"{path.name}-wal")
        if log.exists() and log.stat().st_size:
            raise _unread_log(error) from error
        return _still(path, wait_seconds, error)


def _still(path: Path, wait_seconds: float, why: sqlite3.Error) -> sqlite3.Connection:
    seen = _state(path)
    still = _opened(path, "mode=ro&immutable=1", wait_seconds, _StillConnection)
    still.path, still.seen, still.why = path, seen, why
    return still


def check_unchanged(connection: Any) -> None:
    """Raise `StoreError` (`store-busy`) if a file that was assumed to be unchanging was changed
    after all, so that what was read may be inconsistent."""
    if isinstance(connection, _StillConnection) and _state(connection.path) != connection.seen:
        message = "Others changed the store while it was read; what was read may be inconsistent."
        raise StoreError(store_problem("store-busy", message, "Try again in a moment."))


def check_writable(connection: Any) -> None:
    """Raise `StoreError` (`store-full`, `store-read-only`) if a file was not opened for writing."""
    if isinstance(connection, _StillConnection):
        raise StoreError(in_words(_code(connection.why))) from connection.why


def is_refused(error: sqlite3.Error) -> bool:
    """Tell whether SQLite was refused what it needs to do with a file or its folder."""
    return getattr(error, "sqlite_errorname", "").startswith(_REFUSALS)


def _opened(path: Path, how: str, wait_seconds: float, factory: type[_Made]) -> _Made:
    """Open a file and read from it: only then does SQLite report whether it can be read."""
    made = factory(
        f"{path.absolute().as_uri()}?{how}",
        uri=True,
        timeout=wait_seconds,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        made.execute("PRAGMA schema_version").fetchone()
    except sqlite3.Error:
        made.close()
        raise
    return made


def _state(path: Path) -> tuple[int, ...]:
    """Return values that differ once a file was written to."""
    stat = path.stat()
    return (stat.st_ino, stat.st_size, stat.st_mtime_ns)


def _code(error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "")
    return "store-full" if name.startswith(_FULL) else "store-read-only"


def _unread_log(error: sqlite3.Error) -> StoreError:
    code = _code(error)
    what = "is read-only" if code == "store-read-only" else "has no room on its disk"
    message = f"The store {what}, and its last saves cannot be read without writing."
    hint = "Let the board's user write to the store's folder once: the board then reads them."
    return StoreError(store_problem(code, message, hint))
