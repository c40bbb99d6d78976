"""Breaking a save at one of its steps, as a database or its disk would."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Final

import psycopg
import pytest
from sqlalchemy import Dialect, Engine, event
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import OperationalError

from openline.store import files

__all__ = ["SQLITE_ERRORS", "broken_at", "disk_full", "lost", "only_read", "sqlite_error"]

SQLITE_ERRORS: Final = {
    "SQLITE_BUSY": "store-busy",
    "SQLITE_BUSY_SNAPSHOT": "store-busy",
    "SQLITE_LOCKED": "store-busy",
    "SQLITE_FULL": "store-full",
    "SQLITE_IOERR_SHMSIZE": "store-full",
    "SQLITE_READONLY": "store-read-only",
    "SQLITE_READONLY_DBMOVED": "store-read-only",
    "SQLITE_READONLY_DIRECTORY": "store-read-only",
    "SQLITE_PERM": "store-denied",
    "SQLITE_AUTH": "store-denied",
    "SQLITE_CANTOPEN": "store-unreachable",
    "SQLITE_CORRUPT": "store-damaged",
    "SQLITE_NOTADB": "store-damaged",
    "SQLITE_IOERR_WRITE": "store-failed",
    "SQLITE_TOOBIG": "store-failed",
}
"""What SQLite says, and which of our problems that is."""


def sqlite_error(name: str) -> sqlite3.OperationalError:
    """Return the error that SQLite raises with a code."""
    error = sqlite3.OperationalError(name)
    error.sqlite_errorname = name
    return error


def disk_full(backend: str) -> Exception:
    """Return what a backend raises when its disk is full."""
    return sqlite_error("SQLITE_FULL") if backend == "sqlite" else psycopg.errors.DiskFull("full")


def lost(backend: str) -> Exception:
    """Return what a backend raises when its file or its server is gone."""
    if backend == "sqlite":
        return sqlite_error("SQLITE_CANTOPEN")
    return psycopg.OperationalError("server closed the connection unexpectedly")


def only_read(
    monkeypatch: pytest.MonkeyPatch,
    name: str = "SQLITE_READONLY_DIRECTORY",
    is_over: Callable[[], bool] = lambda: False,
) -> None:
    """Have SQLite refuse to open files to be written, with a code and until it is over: as in
    a folder that is read-only, or on a disk that is full."""
    opened = files._opened  # noqa: SLF001 - the one place where SQLite opens a file of the store

    def refuse(path: Path, how: str, *options: Any) -> sqlite3.Connection:
        if how == "mode=rw" and not is_over():
            raise sqlite_error(name)
        return opened(path, how, *options)

    monkeypatch.setattr(files, "_opened", refuse)


@contextmanager
def broken_at(step: int, error: Exception) -> Iterator[None]:
    """Raise an error in place of a statement or a commit, counted from 0, and once."""
    steps = count()

    def is_due() -> bool:
        return next(steps) == step

    def execute(cursor: DBAPICursor, statement: str, parameters: Any, context: Any) -> None:
        if is_due():
            raise error

    def commit(connection: Any) -> None:
        if is_due():
            raise OperationalError("COMMIT", None, error)

    event.listen(Dialect, "do_execute", execute)
    event.listen(Engine, "commit", commit)
    try:
        yield
    finally:
        event.remove(Dialect, "do_execute", execute)
        event.remove(Engine, "commit", commit)
