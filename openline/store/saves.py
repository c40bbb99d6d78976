"""What a save adds to a record: a draft of the revision, the rules for it, and the adding
itself."""

import hashlib
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row

from openline.store.names import check_file_name
from openline.store.problems import NewerRevisionError, over_quota, record_hidden, revision_unknown
from openline.store.revisions import KeptChoices, Revision, Upload
from openline.store.rows import add_revision, bytes_kept, keep_contents, newest_revision


def unsaved(
    data: bytes, original: Upload | None, choices: KeptChoices | None, moment: datetime
) -> Revision:
    """Return a draft of a revision that describes its files, but not yet its record or its
    saver."""
    other = original if original is not None and original.data != data else None
    return Revision(
        record="",
        number=0,
        digest=_sha256(data),
        size=len(data),
        saved_by="",
        saved_at=moment,
        note="",
        parent=None,
        choices=None if choices is None else dict(choices),
        original_digest=_sha256(other.data) if other else None,
        original_name=check_file_name(other.name) or None if other else None,
    )


def writable(record: Row[Any]) -> Row[Any]:
    """Return a record that can be saved to. Raises `StoreError` for one that is hidden."""
    if record.hidden:
        raise record_hidden(record.name)
    return record


def add(
    connection: Connection,
    record: Row[Any],
    draft: Revision,
    expected: int | None,
    files: Collection[bytes] = (),
    most: int | None = None,
) -> Revision:
    """Add a draft and its files as the newest revision, unless that one already has its bytes.

    `expected` is the newest revision that the saver has seen; `most` is how many bytes the store
    may keep, None for any number. Raises `StoreError` if either rules the save out.
    """
    newest = newest_revision(connection, record)
    _check_expected(newest, draft, expected)
    if newest is not None and newest.digest == draft.digest:
        return replace(newest, already_saved=True)
    if most is not None:
        _check_room(connection, files, most)
    keep_contents(connection, files)
    number = 1 if newest is None else newest.number + 1
    return add_revision(connection, record, replace(draft, record=record.name, number=number))


def _check_expected(newest: Revision | None, draft: Revision, expected: int | None) -> None:
    """Refuse a save whose saver has not seen the newest revision, unless the two are identical."""
    if newest is None:
        if expected is not None:
            raise revision_unknown(draft.record, expected)
    elif newest.digest != draft.digest:
        if expected is None or expected < newest.number:
            raise NewerRevisionError(newest)
        if expected > newest.number:
            raise revision_unknown(newest.record, expected)


def _check_room(connection: Connection, files: Collection[bytes], most: int) -> None:
    """Refuse files for which the store has no room; those that it already has need none."""
    used, there = bytes_kept(connection, [_sha256(data) for data in files])
    added = sum(len(data) for data in files if _sha256(data) not in there)
    if added and used + added > most:
        raise over_quota(used, added, most)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
