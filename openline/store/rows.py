"""The statements of the store: what they read from its tables and write to them."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from openline.store.chain import HIDING, REVISION, choices_text, extend, words
from openline.store.names import check_new_name, name_key
from openline.store.problems import damaged, record_unknown, revision_unknown
from openline.store.revisions import Hiding, Revision, SavedRecord
from openline.store.schema import contents, hidings, records, revisions

MOST_NUMBER: Final = 2**31 - 1
"""The highest number that a revision can have."""
_INSERTS: Final[Mapping[str, Callable[[Table], Any]]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}
_SAVED: Final = tuple(
    column.name for column in revisions.c if column.name not in {"record_id", "place", "chain"}
)
"""The columns of a revision that say what was saved."""


def find_record(connection: Connection, name: str, *, claim: bool = False) -> Row[Any]:
    """Return the row of a record. If it is claimed, nobody else can write to it until the end of
    the transaction. Raises `StoreError` (`record-unknown`) if there is none."""
    wanted = select(records).where(records.c.key == name_key(name))
    row = connection.execute(wanted.with_for_update() if claim else wanted).first()
    if row is None:
        raise record_unknown(name)
    return row


def claim_record(connection: Connection, name: str) -> Row[Any]:
    """Return the claimed row of a record as `find_record` does, creating it if it does not exist.
    Raises `StoreError` (`record-name`) for a new name that could be mistaken for another."""
    names = connection.execute(select(records.c.name)).scalars().all()
    if name_key(name) not in map(name_key, names):
        check_new_name(name, names)
    _insert_once(connection, records, name=name, key=name_key(name), hidden=False)
    return find_record(connection, name, claim=True)


def find_revisions(connection: Connection, record: Row[Any]) -> tuple[Revision, ...]:
    """Return the revisions of a record, the newest first."""
    rows = connection.execute(_of_record(record).order_by(revisions.c.number.desc()))
    return tuple(_revision(row) for row in rows)


def find_revision(connection: Connection, record: Row[Any], number: int | None) -> Revision:
    """Return a revision of a record, the newest if no number is given. Raises `StoreError`
    (`revision-unknown`) if there is none."""
    newest = newest_revision(connection, record) if number is None else None
    if number is not None and 0 < number <= MOST_NUMBER:
        wanted = _of_record(record).where(revisions.c.number == number)
        row = connection.execute(wanted).first()
        newest = _found(row)
    if newest is None:
        raise revision_unknown(record.name, number or 0)
    return newest


def newest_revision(connection: Connection, record: Row[Any]) -> Revision | None:
    """Return the newest revision of a record, None while its first is being saved."""
    wanted = _of_record(record).order_by(revisions.c.number.desc()).limit(1)
    row = connection.execute(wanted).first()
    return _found(row)


def saved_records(connection: Connection, *, include_hidden: bool) -> tuple[SavedRecord, ...]:
    """Return the records with their newest revisions, by name."""
    newest = _newest_of_each(connection)
    chosen = _newest_of_each(connection, revisions.c.choices.is_not(None))
    listed = (row for row in newest.values() if include_hidden or not row.hidden)
    return tuple(
        SavedRecord(row.name, row.hidden, _revision(row), _found(chosen.get(row.record_id)))
        for row in sorted(listed, key=lambda row: row.key)
    )


def _newest_of_each(connection: Connection, *wanted: ColumnElement[bool]) -> dict[int, Row[Any]]:
    """Return the newest revision of each record, by record, among the revisions that meet the
    conditions."""
    newest = select(revisions.c.record_id, func.max(revisions.c.number).label("number"))
    last = newest.where(*wanted).group_by(revisions.c.record_id).subquery()
    joined = _select_revisions().join(
        last,
        (last.c.record_id == revisions.c.record_id) & (last.c.number == revisions.c.number),
    )
    return {row.record_id: row for row in connection.execute(joined)}


def set_hidden(connection: Connection, record: Row[Any], hiding: Hiding) -> None:
    """Hide a record from lists, or show it again, and store who did it; if nothing would change,
    nothing is done."""
    if record.hidden == hiding.hidden:
        return
    changed = update(records).where(records.c.id == record.id)
    connection.execute(changed.values(hidden=hiding.hidden))
    values = asdict(hiding)
    linked = extend(connection, words(HIDING, record.name, record.key, values))
    connection.execute(hidings.insert().values(record_id=record.id, **values, **linked))


def find_hidings(connection: Connection, record: Row[Any]) -> tuple[Hiding, ...]:
    """Return when a record was hidden and shown again, the newest first."""
    wanted = (
        select(hidings).where(hidings.c.record_id == record.id).order_by(hidings.c.place.desc())
    )
    rows = connection.execute(wanted)
    return tuple(Hiding(row.hidden, row.done_by, row.done_at) for row in rows)


def keep_contents(connection: Connection, files: Iterable[bytes]) -> None:
    """Keep the bytes of files, each once. They are written in a fixed order, so that two saves
    cannot deadlock."""
    for digest, data in sorted((hashlib.sha256(data).hexdigest(), data) for data in files):
        _insert_once(connection, contents, digest=digest, data=data)


def bytes_kept(connection: Connection, digests: Collection[str]) -> tuple[int, frozenset[str]]:
    """Return how many bytes of files are kept, and which of these digests are already among
    them."""
    size = connection.scalar(select(func.coalesce(func.sum(func.length(contents.c.data)), 0)))
    there = connection.scalars(select(contents.c.digest).where(contents.c.digest.in_(digests)))
    return int(size or 0), frozenset(there)


def content_of(connection: Connection, digest: str) -> bytes:
    """Return the bytes with this SHA-256. Raises `StoreError` (`store-damaged`) if the stored
    bytes are altered or missing."""
    data = connection.scalar(select(contents.c.data).where(contents.c.digest == digest))
    if data is None or hashlib.sha256(data).hexdigest() != digest:
        raise damaged(digest)
    return bytes(data)


def add_revision(connection: Connection, record: Row[Any], revision: Revision) -> Revision:
    """Add a revision to a record and to the chain, and return it with its hash."""
    values = {name: getattr(revision, name) for name in _SAVED}
    choices = None if revision.choices is None else choices_text(revision.choices)
    link_words = words(REVISION, record.name, record.key, {**values, "choices": choices})
    linked = extend(connection, link_words)
    connection.execute(revisions.insert().values(record_id=record.id, **values, **linked))
    return replace(revision, chain=str(linked["chain"]))


def _insert_once(connection: Connection, table: Table, **values: object) -> None:
    insert = _INSERTS[connection.dialect.name](table).values(**values)
    connection.execute(insert.on_conflict_do_nothing())


def _select_revisions() -> Select[Any]:
    return select(revisions, records.c.name, records.c.key, records.c.hidden).join(records)


def _of_record(record: Row[Any]) -> Select[Any]:
    return _select_revisions().where(revisions.c.record_id == record.id)


def _found(row: Row[Any] | None) -> Revision | None:
    return None if row is None else _revision(row)


def _revision(row: Row[Any]) -> Revision:
    saved = {name: getattr(row, name) for name in _SAVED}
    return Revision(record=row.name, **saved, chain=row.chain)
