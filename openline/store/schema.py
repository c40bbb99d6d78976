"""The tables of the store, as they are after all its migrations."""

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    TypeDecorator,
)


class UtcTime(TypeDecorator[datetime]):
    """A moment, written and read in UTC, even if the database forgets the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment as it is written."""
        return None if value is None else in_utc(value)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def in_utc(moment: datetime) -> datetime:
    """Return a moment in UTC; raises `ValueError` for one without a zone."""
    if moment.tzinfo is None:
        raise ValueError("A moment needs its zone.")
    return moment.astimezone(UTC)


METADATA: Final = MetaData()

records: Final = Table(
    "records",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False, unique=True),
    Column("hidden", Boolean, nullable=False),
)
"""One row per record. `key` is the name without regard to case."""

contents: Final = Table(
    "contents",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""The bytes of files, each once, by their SHA-256."""

revisions: Final = Table(
    "revisions",
    METADATA,
    Column("record_id", ForeignKey("records.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("digest", ForeignKey("contents.digest"), nullable=False),
    Column("size", Integer, nullable=False),
    Column("saved_by", Text, nullable=False),
    Column("saved_at", UtcTime, nullable=False),
    Column("note", Text, nullable=False),
    Column("parent", Integer),
    Column("choices", JSON(none_as_null=True)),
    Column("original_digest", ForeignKey("contents.digest")),
    Column("original_name", Text),
    Column("place", Integer, nullable=False),
    Column("chain", String(64), nullable=False),
    PrimaryKeyConstraint("record_id", "number"),
)
"""One row per save. Rows are added, and never changed or removed. `place` counts everything that
was ever added to the store, `chain` is its hash: see `openline.store.chain`."""

hidings: Final = Table(
    "hidings",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("record_id", ForeignKey("records.id"), nullable=False),
    Column("hidden", Boolean, nullable=False),
    Column("done_by", Text, nullable=False),
    Column("done_at", UtcTime, nullable=False),
    Column("place", Integer, nullable=False),
    Column("chain", String(64), nullable=False),
)
"""One row for each time that a record was hidden or shown again. Rows are only added."""

chain_head: Final = Table(
    "chain_head",
    METADATA,
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("chain", String(64), nullable=False),
)
"""One row: the last place of the chain and its hash. It changes whenever something is added."""
