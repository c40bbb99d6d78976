"""Errors of a database in plain words: one table from its codes to our problems."""

import errno
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from openline.record.problems import Problem
from openline.store.problems import StoreError, store_problem

_SQLITE: Final[Mapping[str, str]] = {
    "SQLITE_BUSY": "store-busy",
    "SQLITE_LOCKED": "store-busy",
    "SQLITE_FULL": "store-full",
    "SQLITE_IOERR_SHMSIZE": "store-full",
    "SQLITE_READONLY": "store-read-only",
    "SQLITE_PERM": "store-denied",
    "SQLITE_AUTH": "store-denied",
    "SQLITE_CANTOPEN": "store-unreachable",
    "SQLITE_CORRUPT": "store-damaged",
    "SQLITE_NOTADB": "store-damaged",
}
"""By SQLite's primary result codes; its extended codes begin with these."""
_POSTGRES: Final[Mapping[str, str]] = {
    "55P03": "store-busy",  # a lock could not be obtained in time
    "57014": "store-busy",  # a statement took too long
    "40P01": "store-busy",  # two transactions waited for each other
    "40001": "store-busy",  # one could not be serialised with another
    "53300": "store-busy",  # too many connections
    "53": "store-full",  # disk or memory is full
    "25006": "store-read-only",
    "42501": "store-denied",  # this user may not do it
    "42P01": "store-damaged",  # a table is gone
    "XX": "store-damaged",
    "08": "store-unreachable",
    "28": "store-unreachable",  # user or password
    "3D000": "store-unreachable",  # no such database
    "57P": "store-unreachable",  # the server is being stopped
}
"""By PostgreSQL's SQLSTATE, or its beginning."""
_SYSTEM: Final[Mapping[int, str]] = {
    errno.EACCES: "store-denied",
    errno.EPERM: "store-denied",
    errno.EROFS: "store-read-only",
    errno.ENOSPC: "store-full",
    errno.EDQUOT: "store-full",
}
"""By the system's error numbers."""
_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "store-busy": (
        "Others kept the store busy for too long; nothing was changed.",
        "Try again in a moment.",
    ),
    "store-full": (
        "The store has no room left; nothing was changed.",
        "Free some space on its disk, then try again. What was saved before is still there.",
    ),
    "store-read-only": (
        "The store is read-only: what was saved can be read, and nothing was changed.",
        (
            "Give the board's user the right to write to the store's folder and all in it, or "
            "to the database. What is on the page can be downloaded until then."
        ),
    ),
    "store-denied": (
        "Permission denied: the board's user may not do this with the store; nothing was changed.",
        (
            "Give that user the right to read and write the store's folder and all in it, or the "
            "tables of the database."
        ),
    ),
    "store-damaged": (
        "The store is damaged: what it holds is not what was saved.",
        "Restore the last intact copy, and keep the damaged one for whoever investigates.",
    ),
    "store-unreachable": (
        "The store does not answer. What was being saved may or may not have been kept.",
        "Try again later; the same bytes are never saved twice.",
    ),
    "store-failed": (
        "The store refused, and what was being saved may not have been kept.",
        "The log has the reason; the same bytes are never saved twice.",
    ),
}


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Raise any error of a database in this block as a `StoreError`, with its cause."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, PoolTimeoutError, OSError, ValueError) as error:
        raise StoreError(fault(error)) from error


def fault(error: Exception) -> Problem:
    """Return the problem for an error of a database, or of its folder."""
    return in_words(_code(error))


def in_words(code: str) -> Problem:
    """Return the problem for one of the codes above, in words."""
    return store_problem(code, *_WORDS[code])


def _code(error: Exception) -> str:
    if isinstance(error, PoolTimeoutError):
        return "store-busy"
    if isinstance(error, ValueError):
        return "store-damaged"  # A value in a row is not a moment, or not choices.
    if isinstance(error, OSError):
        return _SYSTEM.get(error.errno or 0, "store-unreachable")
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return _of_sqlite(cause)
    return _of_postgres(cause, is_lost=isinstance(error, DBAPIError) and _is_lost(error))


def _of_sqlite(cause: sqlite3.Error) -> str:
    name = getattr(cause, "sqlite_errorname", "") or ""
    if name == "SQLITE_ERROR" and "no such table" in str(cause):
        return "store-damaged"
    return _longest(_SQLITE, name)


def _of_postgres(cause: BaseException | None, *, is_lost: bool) -> str:
    state = getattr(cause, "sqlstate", None)
    if state is None:
        return "store-unreachable" if is_lost else "store-failed"
    return _longest(_POSTGRES, state)


def _is_lost(error: DBAPIError) -> bool:
    """Tell whether a connection was lost or never made: such errors have no code."""
    return error.connection_invalidated or type(error).__name__ == "OperationalError"


def _longest(table: Mapping[str, str], code: str) -> str:
    """Return the longest entry with which a code begins."""
    beginnings = [beginning for beginning in table if code.startswith(beginning)]
    return table[max(beginnings, key=len)] if beginnings else "store-failed"
