"""The tables as the code knows them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.dialects import sqlite

from openline.store.schema import METADATA, UtcTime, in_utc

_MOMENT = datetime(2026, 1, 1, 12, tzinfo=timezone(timedelta(hours=2)))


def test_the_tables() -> None:
    """Records, the bytes of files, revisions, hidings and the chain's end have a table each."""
    names = {"records", "contents", "revisions", "hidings", "chain_head"}
    assert set(METADATA.tables) == names


def test_moments_are_in_utc() -> None:
    """A moment is put in UTC; without its zone it is refused."""
    assert in_utc(_MOMENT) == datetime(2026, 1, 1, 10, tzinfo=UTC)
    with pytest.raises(ValueError, match="zone"):
        in_utc(_MOMENT.replace(tzinfo=None))


def test_a_column_of_moments_knows_its_zone() -> None:
    """What a database gives back without a zone is in UTC; missing stays missing."""
    column, dialect = UtcTime(), sqlite.dialect()
    bare = datetime(2026, 1, 1, 10)  # noqa: DTZ001 - as SQLite gives it back
    assert column.process_result_value(bare, dialect) == _MOMENT
    assert column.process_result_value(_MOMENT, dialect) == _MOMENT
    assert column.process_bind_param(_MOMENT, dialect) == _MOMENT
    assert column.process_bind_param(None, dialect) is None
    assert column.process_result_value(None, dialect) is None
