"""What the tests of the store use: an empty place on each backend, and a store in it."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL, Connection

from openline.store.address import is_file
from openline.store.engines import make_engine, writing
from openline.store.opening import open_store
from openline.store.store import Store
from tests.store.saving import PATIENTLY
from tests.store.server import empty_schema, postgres


@pytest.fixture(scope="session")
def server() -> Iterator[URL]:
    """Give the address of a PostgreSQL server, started when the first test asks."""
    with postgres() as url:
        yield url


@pytest.fixture
def folder() -> Iterator[Path]:
    """Give a folder that others may read too, unlike pytest's own."""
    made = Path(tempfile.mkdtemp(prefix="openline-"))
    made.chmod(0o755)
    yield made
    for one in (made, *filter(Path.is_dir, made.rglob("*"))):
        one.chmod(0o755)
    shutil.rmtree(made)


@pytest.fixture
def sqlite_place(tmp_path: Path) -> URL:
    """Return the address of a SQLite file that is not there yet."""
    return URL.create("sqlite", database=str(tmp_path / "var" / "openline.db"))


@pytest.fixture
def postgres_place(server: URL) -> Iterator[URL]:
    """Give the address of an empty schema of its own, gone afterwards."""
    with empty_schema(server) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest) -> URL:
    """Return the address of an empty place on each backend in turn."""
    found: URL = request.getfixturevalue(f"{request.param}_place")
    return found


@pytest.fixture
def store(place: URL, empty_file: bytes) -> Iterator[Store]:
    """Give an empty store on each backend in turn."""
    if is_file(place):
        path = Path(place.database or "")
        path.parent.mkdir()
        path.write_bytes(empty_file)
    opened = open_store(place, PATIENTLY)
    yield opened
    opened.close()


@pytest.fixture
def connection(place: URL) -> Iterator[Connection]:
    """Give a connection to an empty store on each backend, in a transaction that writes."""
    open_store(place).close()
    engine = make_engine(place)
    with writing(engine) as opened:
        yield opened
    engine.dispose()
