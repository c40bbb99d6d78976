"""Engines: how the store talks to SQLite and to PostgreSQL, safely and with limits on every wait.

Each transaction says whether it reads or writes. A writing one joins the queue at its start, so
that what it has read still holds when it writes; waits are bounded.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, text

from openline.store.address import is_file
from openline.store.chain import choices_text
from openline.store.files import check_unchanged, check_writable, open_file

WAIT_SECONDS: Final = 10.0
"""How long a transaction waits for others before it gives up."""
_WRITES: Final = {"writes": True}
_SQLITE_SETTINGS: Final = ("synchronous=FULL", "foreign_keys=ON")
_POSTGRES_LIMITS: Final = text(
    "SELECT set_config('lock_timeout', :wait, true), set_config('statement_timeout', :most, true),"
    " set_config('idle_in_transaction_session_timeout', :most, true),"
    " set_config('synchronous_commit', 'on', true)"
)
_STATEMENT_WAITS: Final = 6
"""How many times longer than a lock a statement may take, since it can carry a file."""


def make_engine(url: URL, wait_seconds: float = WAIT_SECONDS) -> Engine:
    """Return the engine of a database; a SQLite file must already exist."""
    if is_file(url):
        return _sqlite(Path(url.database or ""), wait_seconds)
    return _postgres(url, wait_seconds)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Yield a connection in a transaction that reads."""
    with engine.begin() as connection, _whole(connection):
        yield connection


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """Yield a connection in a transaction that reads everything as of one moment. A text that is
    not valid can still be read: its bytes are marked."""
    is_file = engine.dialect.name == "sqlite"
    options = {} if is_file else {"isolation_level": "REPEATABLE READ"}
    with engine.execution_options(**options).begin() as connection, _whole(connection):
        driver: Any = connection.connection.driver_connection
        if is_file:
            driver.text_factory = lambda text: text.decode("utf-8", "surrogateescape")
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Yield a connection in a transaction that writes: all of it is kept, or nothing."""
    with engine.execution_options(**_WRITES).begin() as connection:
        if connection.dialect.name == "sqlite":
            check_writable(connection.connection.driver_connection)
        yield connection


@contextmanager
def _whole(connection: Connection) -> Iterator[None]:
    """Ensure that everything read in this block is consistent."""
    driver = connection.connection.driver_connection
    try:
        yield
    finally:
        check_unchanged(driver)


def _sqlite(path: Path, wait_seconds: float) -> Engine:
    """Return an engine with one connection per transaction: a pooled connection would keep writing
    to a file that was moved away."""

    def connect() -> sqlite3.Connection:
        connection = open_file(path, wait_seconds)
        for setting in _SQLITE_SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        return connection

    engine = create_engine(
        "sqlite+pysqlite://", creator=connect, poolclass=NullPool, json_serializer=choices_text
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgres(url: URL, wait_seconds: float) -> Engine:
    """Return an engine that sets limits in each transaction and prepares no statement in the
    server, so that the store also works behind a connection pooler."""
    timeout = {"connect_timeout": max(2, round(wait_seconds))}
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        json_serializer=choices_text,
        pool_pre_ping=True,
        pool_timeout=wait_seconds,
        isolation_level="READ COMMITTED",
        connect_args={
            **({} if "connect_timeout" in url.query else timeout),
            "prepare_threshold": None,
        },
    )
    waits = {
        "wait": f"{round(wait_seconds * 1000)}ms",
        "most": f"{round(wait_seconds * 1000) * _STATEMENT_WAITS}ms",
    }

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.execute(_POSTGRES_LIMITS, waits)

    return engine
