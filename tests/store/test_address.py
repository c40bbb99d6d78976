"""Where the store is."""

from pathlib import Path

import pytest

from openline.store.address import DATABASE_VARIABLE, FOLDER_VARIABLE, store_address
from openline.store.problems import StoreError

_PROJECT = Path("/srv/openline")


def test_a_file_in_the_project_unless_told() -> None:
    """Without a word the store is a file below `var` in the project."""
    found = store_address({}, _PROJECT)
    assert found.get_backend_name() == "sqlite"
    assert found.database == "/srv/openline/var/openline.db"


def test_a_folder_may_be_named() -> None:
    """A folder that is named holds the file; the home folder may be written as `~`."""
    found = store_address({FOLDER_VARIABLE: " /data/a b?#% "}, _PROJECT)
    assert found.database == "/data/a b?#%/openline.db"
    home = store_address({FOLDER_VARIABLE: "~/lines"}, _PROJECT)
    assert home.database == str(Path.home() / "lines" / "openline.db")


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_a_database_wins_over_the_folder(scheme: str) -> None:
    """The address of a PostgreSQL database is used, in each of its usual spellings."""
    named = f"{scheme}://ann:p%40ss@db.example/lines?sslmode=require"
    found = store_address({DATABASE_VARIABLE: named, FOLDER_VARIABLE: "/data"}, _PROJECT)
    assert found.drivername == "postgresql+psycopg"
    assert (found.password, found.database) == ("p@ss", "lines")
    assert found.query == {"sslmode": "require"}


@pytest.mark.parametrize("named", ["mysql://ann:secret@h/d", "secret", "postgresql:/ secret"])
def test_another_address_is_refused_without_repeating_it(named: str) -> None:
    """What is no address of PostgreSQL is refused; a password in it is not shown."""
    with pytest.raises(StoreError) as error:
        store_address({DATABASE_VARIABLE: named}, _PROJECT)
    assert error.value.problem.code == "store-address"
    assert "secret" not in str(error.value)
    assert error.value.__suppress_context__
