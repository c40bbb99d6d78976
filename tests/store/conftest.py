"""What the tests of the store use: an empty place on each backend, and a store in it."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import URL, NullPool, create_engine, text

from openline.store.opening import open_store
from openline.store.store import Store
from tests.store.saving import PATIENTLY
from tests.store.server import postgres


@pytest.fixture(scope="session")
def server() -> Iterator[URL]:
    """Give the address of a PostgreSQL server, started when the first test asks."""
    with postgres() as url:
        yield url


@pytest.fixture
def sqlite_place(tmp_path: Path) -> URL:
    """Return the address of a SQLite file that is not there yet."""
    return URL.create("sqlite", database=str(tmp_path / "var" / "openline.db"))


@pytest.fixture
def postgres_place(server: URL) -> Iterator[URL]:
    """Give the address of an empty schema of its own, gone afterwards."""
    name = f"test_{uuid4().hex}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    yield server.update_query_dict({"options": f"-csearch_path={name}"})
    with engine.connect() as connection:
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest) -> URL:
    """Return the address of an empty place on each backend in turn."""
    found: URL = request.getfixturevalue(f"{request.param}_place")
    return found


@pytest.fixture
def store(place: URL) -> Iterator[Store]:
    """Give an empty store on each backend in turn."""
    opened = open_store(place, PATIENTLY)
    yield opened
    opened.close()
