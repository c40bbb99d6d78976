"""Verifying a store: whether each row and each file is still as it was saved.

This finds rows that were changed, exchanged, removed or added in SQL, and altered bytes. It does
not find a chain that was rewritten in full from some row on; only a hash of the chain noted
elsewhere reveals that.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import URL, Connection, Row, select

from openline.store.chain import REVISION
from openline.store.engines import make_engine, snapshot
from openline.store.faults import in_plain_words
from openline.store.links import Break, Head, Link, chain_breaks, kept_rows, raw, stored_heads
from openline.store.migrating import check_form
from openline.store.schema import contents, records


@dataclass(frozen=True, slots=True)
class Verified:
    """What was verified: counts of the things checked, the bytes of all files together, the end of
    the chain (None if it is not known), and the breaks."""

    records: int
    revisions: int
    hidings: int
    files: int
    size: int
    head: Head | None
    breaks: tuple[Break, ...]


@dataclass(frozen=True, slots=True)
class _File:
    """The bytes stored under a digest: their actual digest and their count."""

    digest: str
    size: int


def verify_store(url: URL, noted: Sequence[str] = ()) -> Verified:
    """Verify the store at an address, which is neither created nor migrated.

    `noted` are hashes of the chain, or their beginnings, that were noted elsewhere. Raises
    `StoreError` if the store cannot be read, or does not have this program's form.
    """
    with in_plain_words():
        engine = make_engine(url)
        try:
            with snapshot(engine) as connection:
                check_form(connection)
                return verify(connection, noted)
        finally:
            engine.dispose()


def verify(connection: Connection, noted: Sequence[str] = ()) -> Verified:
    """Verify everything in a store."""
    rows, heads = kept_rows(connection), stored_heads(connection)
    digests = connection.scalars(select(raw(contents.c.digest))).all()
    files = {digest: _file(connection, digest) for digest in digests}
    records_kept = connection.execute(select(*map(raw, records.c))).all()
    saves = [row for row in rows if row.kind == REVISION]
    breaks = (
        *chain_breaks(rows, heads),
        *_unknown(rows, noted),
        *_record_breaks(records_kept, rows),
        *_file_breaks(saves, files),
    )
    return Verified(
        records=len(records_kept),
        revisions=len(saves),
        hidings=len(rows) - len(saves),
        files=len(files),
        size=sum(file.size for file in files.values()),
        head=heads[0] if len(heads) == 1 else None,
        breaks=breaks,
    )


def _unknown(rows: Sequence[Link], noted: Iterable[str]) -> Iterator[Break]:
    for begins in noted:
        if not any(row.chain.startswith(begins.lower()) for row in rows):
            yield Break(None, None, "head-unknown", "", begins)


def _record_breaks(records: Iterable[Row[Any]], rows: Iterable[Link]) -> Iterator[Break]:
    saved: set[int] = set()
    hidden: dict[int, bool] = {}
    for row in rows:
        if row.kind == REVISION:
            saved.add(row.record_id)
        else:
            hidden[row.record_id] = bool(row.told["hidden"])
    for record in records:
        both = (record.hidden, hidden.get(record.id, False))
        said, chained = ("hidden" if one else "shown" for one in both)
        if said != chained:
            yield Break(str(record.name), None, "record-changed", said, chained)
        if record.id not in saved:
            yield Break(str(record.name), None, "record-changed", "no revision", "a revision")


def _file(connection: Connection, digest: str) -> _File:
    data = connection.scalar(select(raw(contents.c.data)).where(contents.c.digest == digest))
    if not isinstance(data, bytes):
        return _File(f"no bytes but {type(data).__name__}", 0)
    return _File(hashlib.sha256(data).hexdigest(), len(data))


def _file_breaks(saves: Iterable[Link], files: Mapping[str, _File]) -> Iterator[Break]:
    unnamed = dict(files)
    for row in saves:
        for digest in _digests(row):
            unnamed.pop(digest, None)
            file = files.get(digest)
            if file is None:
                yield Break(row.record or None, row.number, "file-gone", "", digest)
            elif file.digest != digest:
                yield Break(row.record or None, row.number, "file-changed", file.digest, digest)
    for digest, file in unnamed.items():
        yield Break(None, None, "file-unnamed", file.digest, digest)


def _digests(row: Link) -> tuple[str, ...]:
    named = (row.told.get("digest"), row.told.get("original_digest"))
    return tuple(str(digest) for digest in named if digest is not None)
