"""Opening a store: made where there is none, left as it is where there is one."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import URL

from openline.store.opening import open_store
from openline.store.problems import StoreError
from tests.store.saving import NAME, save

_NOBODY = 65534


@pytest.fixture
def folder() -> Iterator[Path]:
    """Give a folder that others may read too, unlike pytest's own."""
    made = Path(tempfile.mkdtemp(prefix="openline-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


@contextmanager
def _without_rights() -> Iterator[None]:
    """Go without the rights of root, for which nothing is read-only."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_the_folder_and_the_file_are_made(sqlite_place: URL) -> None:
    """A store that is not there is made, its folder too."""
    path = Path(str(sqlite_place.database))
    open_store(sqlite_place).close()
    assert path.is_file()


def test_the_disk_knows_of_a_folder_that_was_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut takes no folder away that a store was made in: whatever holds a new one is
    synced, and no more on opening again."""
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda opened: synced.append(os.fstat(opened).st_ino))
    place = URL.create("sqlite", database=str(tmp_path / "a" / "var" / "openline.db"))
    for _ in range(2):
        open_store(place).close()
        assert set(synced) == {tmp_path.stat().st_ino, (tmp_path / "a").stat().st_ino}
        assert len(synced) == 2


def test_a_copy_of_another_make_is_taken(sqlite_place: URL) -> None:
    """A copy that SQLite made for safety has no log of writes beside it; opened, it has."""
    store = open_store(sqlite_place)
    save(store, b"1", None)
    path = Path(str(sqlite_place.database))
    copy = path.with_name("copy.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    opened = open_store(sqlite_place.set(database=str(copy)))
    assert opened.bytes_of(NAME) == b"1"
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_read_only_file_is_read_and_not_written(folder: Path) -> None:
    """Where the file may not be written, everything can be read, and saving says why not."""
    place = URL.create("sqlite", database=str(folder / "openline.db"))
    store = open_store(place)
    save(store, b"1", None)
    keeper = sqlite3.connect(str(place.database))
    keeper.execute("SELECT count(*) FROM records").fetchone()
    for path in folder.iterdir():
        path.chmod(0o444)
    with _without_rights():
        opened = open_store(place)
        assert opened.bytes_of(NAME) == b"1"
        with pytest.raises(StoreError) as error:
            save(opened, b"2", 1)
    assert error.value.problem.code == "store-read-only"
    assert len(store.revisions(NAME)) == 1
    keeper.close()


def test_a_read_only_folder_is_named(folder: Path) -> None:
    """Where the folder may not be written and holds no store, opening says so."""
    folder.chmod(0o555)
    for database in (folder / "openline.db", folder / "var" / "openline.db"):
        with _without_rights(), pytest.raises(StoreError) as error:
            open_store(URL.create("sqlite", database=str(database)))
        assert error.value.problem.code in {"store-read-only", "store-unreachable"}


def test_a_folder_in_the_place_of_the_file(folder: Path) -> None:
    """A folder where the file should be is a store that cannot be reached."""
    with pytest.raises(StoreError) as error:
        open_store(URL.create("sqlite", database=str(folder)))
    assert error.value.problem.code == "store-unreachable"
