"""Migrating: when a store is opened, its tables get the form that the program needs."""

from functools import cache
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from openline.record.problems import Problem
from openline.store.engines import reading, writing
from openline.store.faults import fault
from openline.store.problems import StoreError, store_problem

_STEPS: Final = Path(__file__).parent / "migrations"
_LOCK: Final = text("SELECT pg_advisory_xact_lock(7236483)")
"""Held while migrating on PostgreSQL; the number only has to be the same everywhere."""


def migrate(engine: Engine) -> None:
    """Run the migrations that a store lacks: all of them, or none.

    Processes that start at once wait for the first, and then find nothing left to do. An
    up-to-date store is not written to. Raises `StoreError` (`store-later`) for a store migrated by
    a later version of the program.
    """
    with reading(engine) as connection:
        if not _is_behind(connection):
            return
    try:
        with writing(engine) as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(_LOCK)
            if _is_behind(connection):
                command.upgrade(_config(connection), "head")
    except (DBAPIError, StoreError) as error:
        problem = error.problem if isinstance(error, StoreError) else fault(error)
        if problem.code in {"store-read-only", "store-denied"}:
            raise StoreError(_earlier("may not be written")) from error
        raise


def check_form(connection: Connection) -> None:
    """Raise `StoreError` if a store's tables are not those of this program."""
    if _is_behind(connection):
        raise StoreError(_earlier("was not opened by this one yet"))


def _is_behind(connection: Connection) -> bool:
    head, known = _forms()
    current = MigrationContext.configure(connection).get_current_revision()
    if current is not None and current not in known:
        raise StoreError(_later(current))
    return current != head


@cache
def _forms() -> tuple[str | None, frozenset[str]]:
    """Return this program's form, and all forms that it knows. They are cached: reading the steps
    takes longer than asking a store for its form."""
    script = ScriptDirectory(str(_STEPS))
    return script.get_current_head(), frozenset(step.revision for step in script.walk_revisions())


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _earlier(why: str) -> Problem:
    message = f"The store is empty or in the form of an earlier program, and {why}."
    hint = "Let the board open it once with the right to write: it updates the form."
    return store_problem("store-earlier", message, hint)


def _later(current: str) -> Problem:
    message = f"The store is in a form that this program does not know, {current}."
    hint = "A later Openline has used it: run that one, or name another store."
    return store_problem("store-later", message, hint, current)
