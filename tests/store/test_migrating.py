"""Bringing a store's tables to what the program needs."""

import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import URL, Engine, event, inspect, text

from openline.store.engines import make_engine, reading, writing
from openline.store.migrating import check_form, migrate
from openline.store.opening import open_store
from openline.store.problems import StoreError
from openline.store.schema import METADATA
from tests.store.older import back_to
from tests.store.saving import NAME, PATIENTLY, save


def test_the_migrations_lead_to_the_tables_of_the_code(place: URL) -> None:
    """After all migrations the database has the tables that the code knows, no others."""
    open_store(place).close()
    engine = make_engine(place)
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_migrating_again_changes_nothing(place: URL) -> None:
    """A store that is as it should be is not written to."""
    open_store(place).close()
    begun: list[str] = []

    def listen(*arguments: object) -> None:
        begun.append(str(arguments[2]))

    event.listen(Engine, "before_cursor_execute", listen)
    try:
        open_store(place).close()
    finally:
        event.remove(Engine, "before_cursor_execute", listen)
    assert begun
    assert not [word for word in begun if word.startswith(("BEGIN IMM", "CREATE", "INSERT"))]


def test_many_that_start_at_once_migrate_once(place: URL) -> None:
    """Twelve that open a new store together all find it whole, and can save."""
    together = Barrier(12)

    def start(number: int) -> None:
        together.wait()
        store = open_store(place, PATIENTLY)
        save(store, b"%d" % number, None, name=f"record {number}")
        store.close()

    with ThreadPoolExecutor(12) as pool:
        list(pool.map(start, range(12)))
    store = open_store(place)
    assert len(store.records()) == 12
    store.close()


def test_a_store_of_a_later_program_is_left_alone(place: URL) -> None:
    """A store in a form that this program does not know is refused, and not touched."""
    store = open_store(place)
    save(store, b"1", None)
    store.close()
    engine = make_engine(place)
    with writing(engine) as connection:
        known = connection.scalar(text("SELECT version_num FROM alembic_version"))
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError) as error:
        open_store(place)
    assert error.value.problem.code == "store-later"
    assert "9999" in error.value.problem.message
    with writing(engine) as connection:
        back = text("UPDATE alembic_version SET version_num = :known")
        connection.execute(back, {"known": known})
    engine.dispose()
    store = open_store(place)
    assert store.bytes_of(NAME) == b"1"
    store.close()


def test_a_migration_that_breaks_off_leaves_nothing(
    place: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If a step fails, all steps are taken back, and the next start does them all."""
    open_store(place).close()
    engine = make_engine(place)
    with writing(engine) as connection:
        for table in (
            "chain_head",
            "hidings",
            "revisions",
            "contents",
            "records",
            "alembic_version",
        ):
            connection.execute(text(f"DROP TABLE {table}"))

    def break_off(*arguments: object) -> None:
        if "CREATE TABLE revisions" in str(arguments[2]):
            raise KeyboardInterrupt

    event.listen(Engine, "before_cursor_execute", break_off)
    try:
        with pytest.raises(KeyboardInterrupt):
            migrate(engine)
    finally:
        event.remove(Engine, "before_cursor_execute", break_off)
    assert inspect(engine).get_table_names() == []
    migrate(engine)
    assert set(METADATA.tables) < set(inspect(engine).get_table_names())
    engine.dispose()


def test_the_form_can_be_asked_for_without_migrating(place: URL) -> None:
    """A store of an earlier form is said to be so and left as it is; one that is not is not."""
    open_store(place).close()
    engine = make_engine(place)
    with reading(engine) as connection:
        check_form(connection)
    back_to(place, "0003")
    with reading(engine) as connection, pytest.raises(StoreError) as error:
        check_form(connection)
    assert error.value.problem.code == "store-earlier"
    assert "chain_head" not in inspect(engine).get_table_names()
    engine.dispose()


def test_the_log_of_the_program_is_left_alone(sqlite_place: URL) -> None:
    """Migrating configures no logging of its own."""
    before = list(logging.getLogger().handlers)
    open_store(sqlite_place).close()
    assert logging.getLogger().handlers == before


def test_a_folder_with_a_percent_sign(tmp_path: Path) -> None:
    """A folder may have any name that its system allows."""
    place = URL.create("sqlite", database=str(tmp_path / "a%20b?c#d é" / "openline.db"))
    store = open_store(place)
    save(store, b"1", None)
    assert store.bytes_of(NAME) == b"1"
    assert Path(str(place.database)).is_file()
    store.close()
