"""Opening a store: it is created if it does not exist, and migrated if its tables are old."""

import os
import sqlite3
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Final

from sqlalchemy import URL

from openline.store.address import is_file
from openline.store.engines import WAIT_SECONDS, make_engine
from openline.store.faults import in_plain_words
from openline.store.files import is_refused
from openline.store.migrating import migrate
from openline.store.spare import Spare
from openline.store.store import Store

_PAUSE_SECONDS: Final = 0.01


def open_store(url: URL, wait_seconds: float = WAIT_SECONDS, most: int | None = None) -> Store:
    """Open the store at an address (see `openline.store.address`), and migrate it.

    Any number of processes can do so at once. No call of the store waits longer than
    `wait_seconds` for others. `most` is how many bytes of files may be kept, None for any number.
    Raises `StoreError` if the store cannot be created or opened.
    """
    with in_plain_words():
        if is_file(url):
            _make_file(Path(url.database or ""), wait_seconds)
        engine = make_engine(url, wait_seconds)
        with ExitStack() as undo:
            undo.callback(engine.dispose)
            migrate(engine)
            undo.pop_all()
    spare = Spare(Path(url.database or "") if is_file(url) else None)
    spare.keep()
    return Store(engine, spare, most)


def _make_file(path: Path, wait_seconds: float) -> None:
    """Create the file if there is none, and make it use a write-ahead log (WAL), so that readers
    and a writer do not wait for each other. The file remembers this setting. An existing file that
    cannot be written stays as it is: it can still be read."""
    _make_folder(path.parent)
    try:
        with closing(sqlite3.connect(path, timeout=wait_seconds)) as connection:
            _keep_log(connection, monotonic() + wait_seconds)
    except sqlite3.OperationalError as error:
        if not is_refused(error):
            raise
        if not path.exists():  # The system says why, where SQLite does not.
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o644))


def _keep_log(connection: sqlite3.Connection, until: float) -> None:
    """Make a file use a write-ahead log. When two processes ask for it at once, SQLite refuses one
    immediately; that one tries again, until a moment of `time.monotonic`."""
    while connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            is_busy = getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY")
            if not is_busy or monotonic() >= until:
                raise
            sleep(_PAUSE_SECONDS)


def _make_folder(folder: Path) -> None:
    """Create a folder if there is none, and sync it to the disk: otherwise a power cut could lose
    it with everything in it. SQLite does the same for its own files."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for made in missing:
        with suppress(OSError):  # Some file systems cannot sync a folder, or need not.
            _sync(made.parent)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
