"""Opening a store: made where there is none, left as it is where there is one."""

import os
import sqlite3
import stat
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL

from openline.store.opening import open_store
from openline.store.problems import StoreError
from openline.store.verifying import verify_store
from tests.store.older import back_to
from tests.store.rights import without_rights
from tests.store.saving import NAME, NOW, save


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

    def sync(opened: int) -> None:
        found = os.fstat(opened)
        synced.extend([found.st_ino] if stat.S_ISDIR(found.st_mode) else [])

    monkeypatch.setattr(os, "fsync", sync)
    place = URL.create("sqlite", database=str(tmp_path / "a" / "var" / "openline.db"))
    for _ in range(2):
        open_store(place).close()
        assert set(synced) == {tmp_path.stat().st_ino, (tmp_path / "a").stat().st_ino}
        assert len(synced) == 2


def test_a_file_that_another_just_makes_is_waited_for(
    sqlite_place: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two that ask for a log of writes at one moment SQLite refuses one without waiting: it
    asks again, and gives up when its time is over."""
    busy = sqlite3.OperationalError("database is locked")
    busy.sqlite_errorname = "SQLITE_BUSY"
    refusals = [busy, busy]

    class Refused(sqlite3.Connection):
        def execute(self, words: str, *values: Any) -> sqlite3.Cursor:
            if words.endswith("=WAL") and refusals:
                raise refusals.pop()
            return super().execute(words, *values)

    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Refused))
    with pytest.raises(StoreError) as error:
        open_store(sqlite_place, wait_seconds=0)
    assert error.value.problem.code == "store-busy"
    open_store(sqlite_place, wait_seconds=60).close()
    assert refusals == []


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
    with without_rights():
        opened = open_store(place)
        assert opened.bytes_of(NAME) == b"1"
        with pytest.raises(StoreError) as error:
            save(opened, b"2", 1)
    assert error.value.problem.code == "store-read-only"
    assert len(store.revisions(NAME)) == 1
    keeper.close()


def test_a_read_only_folder_is_read_too(folder: Path) -> None:
    """Where neither file nor folder may be written, records are listed, shown and verified;
    whatever would change something says that the store is read-only and what to do."""
    place = URL.create("sqlite", database=str(folder / "openline.db"))
    store = open_store(place)
    save(store, b"1", None)
    save(store, b"2", 1)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    for path in (*folder.iterdir(), folder):
        path.chmod(0o555)
    with without_rights():
        opened = open_store(place)
        assert [record.name for record in opened.records()] == [NAME]
        assert [opened.bytes_of(NAME, number) for number in (1, 2)] == [b"1", b"2"]
        assert verify_store(place).breaks == ()
        for change in (
            lambda: save(opened, b"3", 2),
            lambda: save(opened, b"3", None, name="new"),
            lambda: opened.restore(NAME, 1, "Ann", "", 2, now=NOW),
            lambda: opened.hide(NAME, "Ann", now=NOW),
        ):
            with pytest.raises(StoreError) as error:
                change()
            assert error.value.problem.code == "store-read-only"
            assert "right to write" in error.value.problem.suggestion
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    folder.chmod(0o755)
    (folder / "openline.db").chmod(0o644)
    with without_rights():
        assert opened.revisions(NAME) == store.revisions(NAME)
    assert save(opened, b"3", 2).number == 3


def test_a_read_only_store_of_an_earlier_form_says_so(folder: Path) -> None:
    """A store that would have to be brought to the present form first cannot be read."""
    place = URL.create("sqlite", database=str(folder / "openline.db"))
    open_store(place).close()
    back_to(place, "0003")
    folder.chmod(0o555)
    (folder / "openline.db").chmod(0o444)
    with without_rights(), pytest.raises(StoreError) as error:
        open_store(place)
    assert error.value.problem.code == "store-earlier"
    assert "may not be written" in error.value.problem.message


def test_a_copy_of_another_make_is_read_where_it_may_not_be_written(folder: Path) -> None:
    """A copy without a log of writes is read as it is."""
    place = URL.create("sqlite", database=str(folder / "openline.db"))
    save(open_store(place), b"1", None)
    copy = folder / "copy" / "openline.db"
    copy.parent.mkdir()
    with closing(sqlite3.connect(str(place.database))) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    copy.chmod(0o444)
    copy.parent.chmod(0o555)
    with without_rights():
        assert open_store(place.set(database=str(copy))).bytes_of(NAME) == b"1"
    assert [path.name for path in copy.parent.iterdir()] == ["openline.db"]


def test_permission_denied_is_said(folder: Path) -> None:
    """A folder in which no store can be made, one that may not be entered, and a file that may
    not be read: each says that permission was denied."""
    store = open_store(URL.create("sqlite", database=str(folder / "there" / "openline.db")))
    save(store, b"1", None)
    (folder / "there" / "openline.db").chmod(0o000)
    (folder / "closed").mkdir(mode=0o700)
    folder.chmod(0o555)
    for name in ("openline.db", "var/openline.db", "there/openline.db", "closed/openline.db"):
        with without_rights(), pytest.raises(StoreError) as error:
            open_store(URL.create("sqlite", database=str(folder / name)))
        assert error.value.problem.code == "store-denied"
        assert error.value.problem.message.startswith("Permission denied")


def test_a_server_that_lets_nothing_be_written(postgres_place: URL) -> None:
    """A PostgreSQL that is read-only is read, and saving says that it is read-only."""
    store = open_store(postgres_place)
    save(store, b"1", None)
    store.close()
    named = str(postgres_place.query["options"])
    options = f"{named} -cdefault_transaction_read_only=on"
    opened = open_store(postgres_place.update_query_dict({"options": options}))
    assert opened.bytes_of(NAME) == b"1"
    with pytest.raises(StoreError) as error:
        save(opened, b"2", 1)
    assert error.value.problem.code == "store-read-only"
    opened.close()


def test_a_folder_in_the_place_of_the_file(folder: Path) -> None:
    """A folder where the file should be is a store that cannot be reached."""
    with pytest.raises(StoreError) as error:
        open_store(URL.create("sqlite", database=str(folder)))
    assert error.value.problem.code == "store-unreachable"
