"""A PostgreSQL of the tests' own: in a temporary folder, reached by a socket in it alone."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from uuid import uuid4

from sqlalchemy import URL, NullPool, create_engine, make_url, text

__all__ = ["SERVER_VARIABLE", "away", "empty_schema", "own_postgres", "postgres"]

SERVER_VARIABLE: Final = "OPENLINE_TEST_DATABASE_URL"
"""The environment variable that names a server to be used instead."""
_PORT: Final = 5432
_SETTINGS: Final = f"-c listen_addresses= -c port={_PORT} -c fsync=off -c max_connections=60"
_USERS: Final = ("postgres", "nobody")


@contextmanager
def postgres() -> Iterator[URL]:
    """Give the address of the server that is named, else of one that runs as long as this."""
    named = os.environ.get(SERVER_VARIABLE)
    if named:
        yield make_url(named).set(drivername="postgresql+psycopg")
        return
    with own_postgres() as url:
        yield url


@contextmanager
def own_postgres() -> Iterator[URL]:
    """Give the address of a server that runs as long as this, whether or not one is named."""
    folder = Path(tempfile.mkdtemp(prefix="openline-"))
    try:
        with _running(folder):
            query = {"host": str(folder), "port": str(_PORT)}
            yield URL.create(
                "postgresql+psycopg", username="openline", database="postgres", query=query
            )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def empty_schema(server: URL) -> Iterator[URL]:
    """Give the address of an empty schema of its own on a server, gone afterwards."""
    name = f"test_{uuid4().hex}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    yield server.update_query_dict({"options": f"-csearch_path={name}"})
    with engine.connect() as connection:
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))


@contextmanager
def away(server: URL) -> Iterator[None]:
    """Have a server of our own stopped as long as this, and started again after that."""
    folder, user = Path(str(server.query["host"])), _user()
    _run(user, "pg_ctl", "-D", f"{folder}/data", "-w", "-m", "fast", "stop")
    try:
        yield
    finally:
        _start(folder, user)


@contextmanager
def _running(folder: Path) -> Iterator[None]:
    user = _user()
    if user:
        shutil.chown(folder, user)
    data = f"{folder}/data"
    choices = ("-U", "openline", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    _run(user, "initdb", "-D", data, *choices)
    _start(folder, user)
    try:
        yield
    finally:
        _run(user, "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")


def _start(folder: Path, user: str | None) -> None:
    settings = f"{_SETTINGS} -k {folder}"
    log = f"{folder}/log"
    _run(user, "pg_ctl", "-D", f"{folder}/data", "-w", "-l", log, "-o", settings, "start")


def _run(user: str | None, program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs; `pg_ctl` knows its server by the pid in its folder."""
    subprocess.run(
        [_programs() / program, *arguments],
        check=True,
        user=user,
        group=pwd.getpwnam(user).pw_gid if user else None,
        extra_groups=[] if user else None,
        cwd="/",
        stdout=subprocess.DEVNULL,
    )


def _user() -> str | None:
    """Return whom to run as: PostgreSQL refuses to be run by root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in _USERS if name in names)


def _programs() -> Path:
    """Return where PostgreSQL's programs are: the newest of Debian's, else those on the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if not found and on_path is None:
        raise FileNotFoundError(
            f"The tests of the store need PostgreSQL: run deploy/postgres.sh, or set "
            f"{SERVER_VARIABLE} to the address of a server."
        )
    return (found[-1] if found else Path(str(on_path))).parent
