"""A file of SQLite: written where it can be, else read as one that nobody changes."""

import shutil
import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine

from openline.store.engines import make_engine, reading
from openline.store.files import check_unchanged, check_writable, is_refused, open_file
from openline.store.opening import open_store
from openline.store.problems import StoreError
from tests.store.breaking import only_read, sqlite_error
from tests.store.rights import without_rights
from tests.store.saving import BRIEFLY, save


@pytest.fixture
def still(folder: Path) -> Path:
    """Return the file of a store of one revision, in a folder that may not be written."""
    path = folder / "openline.db"
    save(open_store(URL.create("sqlite", database=str(path))), b"1", None)
    path.chmod(0o444)
    folder.chmod(0o555)
    return path


def _names(connection: sqlite3.Connection) -> list[tuple[str]]:
    return connection.execute("SELECT name FROM records").fetchall()


def test_a_file_is_written_where_it_can_be(sqlite_place: URL) -> None:
    """A file in a folder of one's own is opened to be written."""
    open_store(sqlite_place).close()
    with closing(open_file(Path(str(sqlite_place.database)), BRIEFLY)) as connection:
        connection.execute("INSERT INTO records (name, key, hidden) VALUES ('a', 'a', 0)")
        assert _names(connection) == [("a",)]
        check_unchanged(connection)


def test_a_file_that_may_not_be_written_is_read(still: Path) -> None:
    """It is read, nothing is made beside it, and writing is refused."""
    with without_rights(), closing(open_file(still, BRIEFLY)) as connection:
        assert len(_names(connection)) == 1
        with pytest.raises(sqlite3.OperationalError) as error:
            connection.execute("DELETE FROM records")
        check_unchanged(connection)
    assert is_refused(error.value)
    beside = {path.name for path in still.parent.iterdir()}
    assert beside == {still.name, f"{still.name}-spare"}


def test_what_others_change_in_the_meantime_is_not_trusted(still: Path) -> None:
    """Where somebody else writes to the file after all, the reader is asked to try again; what
    is read then is what was written."""
    engine = make_engine(URL.create("sqlite", database=str(still)), BRIEFLY)
    with pytest.raises(StoreError) as error:
        _read_while_another_writes(engine, still)
    assert error.value.problem.code == "store-busy"
    with reading(engine) as connection:
        assert connection.exec_driver_sql("SELECT name FROM records").scalar() == "changed"


def _read_while_another_writes(engine: Engine, path: Path) -> None:
    with ExitStack() as stack:
        with without_rights():
            connection = stack.enter_context(reading(engine))
            assert connection.exec_driver_sql("SELECT count(*) FROM revisions").scalar() == 1
        path.parent.chmod(0o755)
        path.chmod(0o644)
        with closing(sqlite3.connect(path)) as other:
            other.execute("UPDATE records SET name = 'changed'")
            other.commit()


def test_at_a_full_disk_what_is_there_is_read(
    sqlite_place: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite needs room beside a file even to read it; without any, it is read as it is, and
    whoever would write is told that the disk is full."""
    open_store(sqlite_place).close()
    only_read(monkeypatch, "SQLITE_IOERR_SHMSIZE")
    with closing(open_file(Path(str(sqlite_place.database)), BRIEFLY)) as connection:
        assert _names(connection) == []
        with pytest.raises(StoreError) as error:
            check_writable(connection)
    assert error.value.problem.code == "store-full"


def test_whoever_may_write_is_not_stopped(sqlite_place: URL, still: Path) -> None:
    """Only a file that was opened to be read alone refuses."""
    open_store(sqlite_place).close()
    with closing(open_file(Path(str(sqlite_place.database)), BRIEFLY)) as connection:
        check_writable(connection)
    with without_rights():
        still_one = open_file(still, BRIEFLY)
    with closing(still_one), pytest.raises(StoreError) as error:
        check_writable(still_one)
    assert error.value.problem.code == "store-read-only"


def test_saves_in_a_log_that_cannot_be_read_are_not_passed_over(folder: Path) -> None:
    """Where the log beside a file has saves and cannot be read, the file alone is not shown:
    it would lack them."""
    path = folder / "there" / "openline.db"
    store = open_store(URL.create("sqlite", database=str(path)))
    with closing(sqlite3.connect(path)) as keeper:
        keeper.execute("SELECT count(*) FROM records").fetchone()
        save(store, b"1", None)
        copied = folder / "copied"
        copied.mkdir()
        for name in ("openline.db", "openline.db-wal"):
            shutil.copy(path.with_name(name), copied / name)
    for one in (*copied.iterdir(), copied):
        one.chmod(0o555)
    with without_rights(), pytest.raises(StoreError) as error:
        open_file(copied / "openline.db", BRIEFLY)
    assert error.value.problem.code == "store-read-only"
    assert "last saves" in error.value.problem.message


def test_why_a_file_cannot_be_read_is_what_the_system_says(folder: Path) -> None:
    """A file that is not there and one that may not be read are told apart."""
    with pytest.raises(FileNotFoundError):
        open_file(folder / "none.db", BRIEFLY)
    path = folder / "closed.db"
    path.write_bytes(b"")
    path.chmod(0o000)
    with without_rights(), pytest.raises(PermissionError):
        open_file(path, BRIEFLY)
    with pytest.raises(IsADirectoryError):
        open_file(folder, BRIEFLY)


def test_other_errors_of_sqlite_are_no_refusals() -> None:
    """Only what SQLite was not let do makes a file one that is read alone."""
    refused = ("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_READONLY_DIRECTORY", "SQLITE_FULL")
    assert all(is_refused(sqlite_error(name)) for name in refused)
    others = ("SQLITE_BUSY", "SQLITE_NOTADB", "SQLITE_IOERR_READ", "SQLITE_CORRUPT", "")
    assert not any(is_refused(sqlite_error(name)) for name in others)
