"""How the store talks to its database: safely, and never for ever."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL, Connection, Engine, event, text
from sqlalchemy.exc import DBAPIError

from openline.store.engines import make_engine, reading, writing
from openline.store.opening import open_store
from tests.store.saving import BRIEFLY, NAME, NOW, save


@pytest.fixture
def engine(place: URL) -> Iterator[Engine]:
    """Give the engine of an open store that waits for half a second."""
    open_store(place).close()
    made = make_engine(place, BRIEFLY)
    yield made
    made.dispose()


def test_sqlite_writes_through_to_the_disk(sqlite_place: URL) -> None:
    """A commit is on the disk (FULL), in a log beside the file, with its references checked."""
    open_store(sqlite_place).close()
    with reading(make_engine(sqlite_place)) as connection:
        ask = connection.exec_driver_sql
        assert ask("PRAGMA journal_mode").scalar() == "wal"
        assert ask("PRAGMA synchronous").scalar() == 2
        assert ask("PRAGMA foreign_keys").scalar() == 1
        assert ask("PRAGMA busy_timeout").scalar() == 10_000


def test_every_sqlite_commit_is_written_through(sqlite_place: URL) -> None:
    """Whatever is committed, by migrations, saves or hiding, is on the disk before it is said
    to be kept."""
    seen = []

    def ask(connection: Connection) -> None:
        settings = ("journal_mode", "synchronous")
        seen.append([connection.exec_driver_sql(f"PRAGMA {one}").scalar() for one in settings])

    event.listen(Engine, "commit", ask)
    try:
        store = open_store(sqlite_place)
        save(store, b"1", None)
        store.hide(NAME, "Ann", now=NOW)
    finally:
        event.remove(Engine, "commit", ask)
    assert len(seen) >= 4
    assert all(one == ["wal", 2] for one in seen)


def test_postgres_acknowledges_what_is_on_the_disk(postgres_place: URL) -> None:
    """A server that was told to acknowledge early does not do so for the store."""
    named = str(postgres_place.query["options"])
    laxer = "-csynchronous_commit=off -cdefault_transaction_isolation=serializable"
    early = postgres_place.update_query_dict({"options": f"{named} {laxer}"})
    engine = make_engine(early, 3)
    with writing(engine) as connection:
        assert connection.scalar(text("SHOW synchronous_commit")) == "on"
        assert connection.scalar(text("SHOW transaction_isolation")) == "read committed"
        assert connection.scalar(text("SHOW lock_timeout")) == "3s"
        assert connection.scalar(text("SHOW statement_timeout")) == "18s"
    engine.dispose()


def test_a_transaction_is_kept_as_a_whole_or_not_at_all(engine: Engine) -> None:
    """What a writing transaction has done is taken back as a whole."""
    insert = text("INSERT INTO records (name, key, hidden) VALUES ('a', 'a', false)")
    with writing(engine) as connection:
        connection.execute(insert)
        connection.rollback()
    with reading(engine) as connection:
        assert connection.scalar(text("SELECT count(*) FROM records")) == 0


def test_readers_do_not_wait_for_a_writer(engine: Engine) -> None:
    """While one writes, others read what was there before."""
    with writing(engine) as writer:
        writer.execute(text("INSERT INTO records (name, key, hidden) VALUES ('a', 'a', false)"))
        with reading(engine) as reader:
            assert reader.scalar(text("SELECT count(*) FROM records")) == 0


def test_a_wait_for_others_ends(engine: Engine) -> None:
    """Two that write to the same record wait for each other, and not for ever."""
    insert = text("INSERT INTO records (name, key, hidden) VALUES ('a', 'a', false)")
    with writing(engine) as first:
        first.execute(insert)
        with pytest.raises(DBAPIError), writing(engine) as second:
            second.execute(insert)


def test_a_file_that_is_gone_is_not_made_again(sqlite_place: URL) -> None:
    """A store whose file was taken away says so: nothing is written to an empty new one."""
    open_store(sqlite_place).close()
    engine = make_engine(sqlite_place)
    path = Path(str(sqlite_place.database))
    path.unlink()
    with pytest.raises(FileNotFoundError), writing(engine):
        pass
    assert not path.exists()
