"""Faults of the database and its disk: told in plain words, and nothing acknowledged is lost."""

import errno
import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import URL, Engine, create_engine, event, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from openline.record.problems import Problem
from openline.store.engines import make_engine, writing
from openline.store.faults import fault, in_plain_words
from openline.store.opening import open_store
from openline.store.problems import STORE_PROBLEMS, StoreError
from openline.store.revisions import Upload
from openline.store.store import Store
from tests.store.breaking import SQLITE_ERRORS, broken_at, disk_full, lost, sqlite_error
from tests.store.saving import BRIEFLY, NAME, NOW, check_whole, save

_POSTGRES_ERRORS = {
    "LockNotAvailable": "store-busy",
    "QueryCanceled": "store-busy",
    "DeadlockDetected": "store-busy",
    "SerializationFailure": "store-busy",
    "TooManyConnections": "store-busy",
    "DiskFull": "store-full",
    "OutOfMemory": "store-full",
    "ReadOnlySqlTransaction": "store-read-only",
    "InsufficientPrivilege": "store-denied",
    "UndefinedTable": "store-damaged",
    "DataCorrupted": "store-damaged",
    "AdminShutdown": "store-unreachable",
    "InvalidPassword": "store-unreachable",
    "InvalidCatalogName": "store-unreachable",
    "SyntaxError": "store-failed",
}

_CUT = "openline test of cut connections"


def _wrapped(error: Exception) -> OperationalError:
    return OperationalError("INSERT", None, error)


@pytest.mark.parametrize("name", SQLITE_ERRORS)
def test_each_code_of_sqlite_has_its_problem(name: str) -> None:
    """What SQLite reports becomes a problem with a code of ours."""
    assert fault(_wrapped(sqlite_error(name))).code == SQLITE_ERRORS[name]


@pytest.mark.parametrize("name", _POSTGRES_ERRORS)
def test_each_code_of_postgres_has_its_problem(name: str) -> None:
    """What PostgreSQL reports becomes a problem with a code of ours."""
    error = getattr(psycopg.errors, name)("of the server")
    assert fault(_wrapped(error)).code == _POSTGRES_ERRORS[name]


def test_faults_without_a_code() -> None:
    """A table that is gone, a lost connection, a crowded pool and a missing folder are named."""
    gone = sqlite_error("SQLITE_ERROR")
    gone.args = ("no such table: records",)
    assert fault(_wrapped(gone)).code == "store-damaged"
    assert fault(_wrapped(psycopg.OperationalError("lost"))).code == "store-unreachable"
    assert fault(PoolTimeoutError()).code == "store-busy"
    assert fault(FileNotFoundError()).code == "store-unreachable"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "store-denied"),
        (errno.EPERM, "store-denied"),
        (errno.EROFS, "store-read-only"),
        (errno.ENOSPC, "store-full"),
        (errno.EDQUOT, "store-full"),
        (errno.ENOENT, "store-unreachable"),
        (errno.EIO, "store-unreachable"),
    ],
)
def test_what_the_system_says_has_its_problem(number: int, code: str) -> None:
    """Permission denied, a read-only disk and a full one are told apart."""
    assert fault(OSError(number, "of the system")).code == code


def test_what_may_not_be_done_is_said_in_words() -> None:
    """Whoever may not write reads so, and what to do."""
    denied, read_only = fault(PermissionError(errno.EACCES, "no")), fault(OSError(errno.EROFS, ""))
    assert denied.message.startswith("Permission denied")
    assert "is read-only" in read_only.message
    assert all("right to" in item.suggestion for item in (denied, read_only))


def test_a_fault_keeps_its_cause_for_the_log() -> None:
    """The database's own words are the cause of the error, and not its message."""
    with pytest.raises(StoreError) as error, in_plain_words():
        raise _wrapped(sqlite_error("SQLITE_FULL"))
    assert isinstance(error.value.__cause__, OperationalError)
    assert "SQLITE" not in str(error.value)
    assert error.value.problem.code in STORE_PROBLEMS


@pytest.mark.parametrize("break_with", [disk_full, lost])
def test_a_save_that_breaks_at_any_step_saves_nothing(
    place: URL, break_with: Callable[[str], Exception]
) -> None:
    """Whichever statement of a save fails, the commit included, the saver is told, nothing is
    half saved, and the same save works when the fault is over."""
    store, backend = open_store(place), place.get_backend_name()
    kept = [save(store, b"first", None, original=Upload("a.csv", b"uploaded"))]
    for step in count():
        data = b"%d" % step
        saving = partial(save, store, data, kept[0].number, original=Upload("b", b"o" + data))
        with broken_at(step, break_with(backend)):
            problem = _problem_of(saving)
        if problem is None:
            break
        assert problem.code == fault(_wrapped(break_with(backend))).code
        assert store.revisions(NAME) == tuple(kept)
        assert _contents(place) == 2 * len(kept)
        kept.insert(0, saving())
    assert step >= 8
    assert len(check_whole(store)) == step + 2
    store.close()


def test_other_calls_tell_their_faults_too(place: URL) -> None:
    """Reading, restoring and the check of health say what is wrong, in the same way."""
    store, error = open_store(place), disk_full(place.get_backend_name())
    save(store, b"1", None)
    restoring = partial(store.restore, NAME, 1, "Ann", "", 1, now=NOW)
    for call in (store.records, lambda: store.bytes_of(NAME), restoring):
        with broken_at(0, error):
            found = _problem_of(call)
        assert found is not None
        assert found.code == "store-full"
    assert _problem_of(store.records) is None
    store.close()


def test_a_disk_that_fills_up(sqlite_place: URL) -> None:
    """Saves go on until SQLite itself finds no more room; then each is refused, all that was
    kept can be read, and with more room saving goes on."""
    store = open_store(sqlite_place)
    kept: list[bytes] = []
    _limit(True)
    try:
        while (problem := _problem_of(lambda: _save_next(store, kept))) is None:
            assert len(kept) < 100
    finally:
        _limit(False)
    assert problem.code == "store-full"
    assert kept
    assert check_whole(store) == {hashlib.sha256(data).hexdigest() for data in kept}
    _save_next(store, kept)
    assert store.bytes_of(NAME) == kept[-1]


def test_a_lock_that_is_held(place: URL) -> None:
    """A save waits for whoever holds the record, not for ever, and then says to try again."""
    store = open_store(place, BRIEFLY)
    save(store, b"1", None)
    engine = make_engine(place)
    with writing(engine) as holder:
        holder.execute(text("UPDATE records SET hidden = hidden"))
        problem = _problem_of(lambda: save(store, b"2", 1))
        assert problem is not None
        assert problem.code == "store-busy"
        assert store.bytes_of(NAME) == b"1"
    assert save(store, b"2", 1).number == 2
    engine.dispose()
    store.close()


def test_bytes_that_changed_on_the_disk_are_never_given(place: URL) -> None:
    """Where the database has other bytes than were saved, it is called damaged."""
    store = open_store(place)
    save(store, b"saved", None)
    engine = make_engine(place)
    with writing(engine) as connection:
        connection.execute(text("UPDATE contents SET data = :data"), {"data": b"other"})
    engine.dispose()
    with pytest.raises(StoreError) as error:
        store.bytes_of(NAME)
    assert error.value.problem.code == "store-damaged"
    store.close()


@pytest.mark.parametrize("column", ["saved_at", "choices"])
def test_a_row_that_is_no_longer_one_is_called_damaged(sqlite_place: URL, column: str) -> None:
    """What somebody wrote into a row in SQL, and is none of its values, is no other error."""
    store = open_store(sqlite_place)
    save(store, b"1", None, choices={"a": 1})
    with closing(sqlite3.connect(str(sqlite_place.database))) as connection:
        connection.execute(" ".join(("UPDATE revisions SET", column, "= 'x'")))
        connection.commit()
    for call in (store.records, lambda: store.revision(NAME), lambda: save(store, b"2", 1)):
        found = _problem_of(call)
        assert found is not None
        assert found.code == "store-damaged"


@pytest.mark.parametrize("tear", ["cut", "zeros"])
def test_a_torn_copy_of_the_file(sqlite_place: URL, tmp_path: Path, tear: str) -> None:
    """A copy of the database that is cut, or has a hole, gives what was saved or is called
    damaged, wherever it is torn; never other bytes, and never another kind of error."""
    files = [b"%d," % number * 3000 for number in range(6)]
    store = open_store(sqlite_place)
    for number, data in enumerate(files):
        save(store, data, number or None)
    whole = _whole_copy(Path(str(sqlite_place.database)))
    copy = URL.create("sqlite", database=str(tmp_path / "copy.db"))
    told = set()
    for at in range(4096, len(whole), 4096):
        torn = whole[:at] if tear == "cut" else whole[:at] + bytes(4096) + whole[at + 4096 :]
        Path(str(copy.database)).write_bytes(torn)
        for number, data in enumerate(files, 1):
            found = _read(copy, number)
            assert found == data or isinstance(found, Problem)
            told |= {found.code} if isinstance(found, Problem) else set()
    assert told
    assert told <= {"store-damaged", "record-unknown", "revision-unknown"}


def test_a_file_that_is_no_database(sqlite_place: URL) -> None:
    """A file of another kind in the store's place is called damaged and left as it is."""
    path = Path(str(sqlite_place.database))
    path.parent.mkdir()
    path.write_bytes(b"channel,date,state\n" * 500)
    found = _problem_of(lambda: open_store(sqlite_place))
    assert found is not None
    assert found.code == "store-damaged"
    assert path.read_bytes() == b"channel,date,state\n" * 500


def test_a_file_that_was_taken_away(sqlite_place: URL) -> None:
    """A store whose file is gone cannot be reached, and no save goes to a new, empty one."""
    store = open_store(sqlite_place)
    save(store, b"1", None)
    path = Path(str(sqlite_place.database))
    path.rename(path.with_name("elsewhere.db"))
    assert _problem_of(store.records) is not None
    found = _problem_of(lambda: save(store, b"2", 1))
    assert found is not None
    assert found.code == "store-unreachable"
    path.with_name("elsewhere.db").rename(path)
    assert save(store, b"2", 1).number == 2


def test_a_server_that_is_gone(server: URL) -> None:
    """A server that does not answer is named as such, on opening."""
    nowhere = server.update_query_dict({"host": "/nowhere", "port": "1"})
    found = _problem_of(lambda: open_store(nowhere, BRIEFLY))
    assert found is not None
    assert found.code == "store-unreachable"


def test_connections_that_the_server_closed_are_made_anew(postgres_place: URL) -> None:
    """After a restart of the server the store answers again by itself."""
    store = open_store(postgres_place.update_query_dict({"application_name": _CUT}))
    save(store, b"1", None)
    admin = create_engine(postgres_place, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE application_name = :name"
            ),
            {"name": _CUT},
        )
    admin.dispose()
    assert save(store, b"2", 1).number == 2
    store.close()


def _problem_of(call: Callable[[], object]) -> Problem | None:
    """Return the problem that a call ends in, None if it does what it says."""
    try:
        call()
    except StoreError as error:
        return error.problem
    return None


def _contents(place: URL) -> int:
    engine = make_engine(place)
    with engine.connect() as connection:
        found = connection.scalar(text("SELECT count(*) FROM contents"))
    engine.dispose()
    return int(found or 0)


def _save_next(store: Store, kept: list[bytes]) -> None:
    data = b"%d," % len(kept) * 5000
    save(store, data, len(kept) or None)
    kept.append(data)


def _limit_pages(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA max_page_count = 60")


def _limit(on: bool) -> None:
    (event.listen if on else event.remove)(Engine, "connect", _limit_pages)


def _whole_copy(path: Path) -> bytes:
    """Return the file of a database with everything that is still in the log beside it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


def _read(place: URL, number: int) -> bytes | Problem:
    try:
        store = open_store(place)
        return store.bytes_of(NAME, number)
    except StoreError as error:
        return error.problem
