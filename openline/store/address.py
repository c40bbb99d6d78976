"""Where the store is: in a folder, or in the database that the environment names."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from openline.store.problems import StoreError, store_problem

FOLDER_VARIABLE: Final = "OPENLINE_STORE"
"""The environment variable that names the folder of the store."""
DATABASE_VARIABLE: Final = "OPENLINE_DATABASE_URL"
"""The environment variable that names a PostgreSQL database to use instead."""
FILE_NAME: Final = "openline.db"
"""The file in that folder."""
_FOLDER: Final = "var"
_POSTGRES: Final = frozenset({"postgres", "postgresql", "postgresql+psycopg"})


def store_address(environment: Mapping[str, str], project: Path) -> URL:
    """Return the address of the store: the database if one is named, otherwise the file in the
    named folder, otherwise the file in `var` below the project.

    Raises `StoreError` (`store-address`) if the address is not a PostgreSQL one. It can hold a
    password, so the message does not repeat it.
    """
    named = environment.get(DATABASE_VARIABLE, "").strip()
    if named:
        return _postgres(named)
    folder = environment.get(FOLDER_VARIABLE, "").strip()
    path = (Path(folder).expanduser() if folder else project / _FOLDER).absolute() / FILE_NAME
    return URL.create("sqlite", database=str(path))


def is_file(url: URL) -> bool:
    """Tell whether an address is that of a file."""
    return url.get_backend_name() == "sqlite"


def _postgres(named: str) -> URL:
    try:
        url = make_url(named)
    except ArgumentError:
        url = None
    if url is None or url.drivername not in _POSTGRES:
        message = f"{DATABASE_VARIABLE} is not the address of a PostgreSQL database."
        hint = "Write postgresql://USER:PASSWORD@HOST/DATABASE, or leave it out."
        raise StoreError(store_problem("store-address", message, hint)) from None
    return url.set(drivername="postgresql+psycopg")
