"""The store: records that somebody saved, each with all its revisions."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row

from openline.store.engines import reading, writing
from openline.store.faults import in_plain_words
from openline.store.names import check_file_name, check_name, check_note, check_saver
from openline.store.problems import (
    NewerRevisionError,
    StoreError,
    record_hidden,
    revision_unknown,
)
from openline.store.revisions import Choices, Hiding, Revision, SavedRecord, Upload
from openline.store.rows import (
    add_revision,
    claim_record,
    content_of,
    find_hidings,
    find_record,
    find_revision,
    find_revisions,
    keep_contents,
    newest_revision,
    saved_records,
    set_hidden,
)
from openline.store.schema import in_utc

__all__ = ["Store"]


class Store:
    """Saved records in a database: see `openline.store.opening.open_store`.

    A revision is added and never changed; nothing is removed. Each method is one transaction
    and may be called from any thread or process. Where it cannot do what it says, it raises
    `StoreError`, and nothing is changed.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def save(
        self,
        name: str,
        data: bytes,
        saved_by: str,
        note: str,
        expected: int | None,
        choices: Choices | None = None,
        *,
        now: datetime,
        original: Upload | None = None,
    ) -> Revision:
        """Save bytes as the newest revision of a record, and return it once it is kept.

        `expected` is the number of the newest revision that the saver has seen, None for a
        new record; raises `NewerRevisionError` where there is a newer one. Bytes that the
        newest revision has already are not saved again: it is returned, `already_saved`.
        `original` is the file as it was uploaded, where `data` was made from it by `choices`.
        """
        files = {data, data if original is None else original.data}
        draft = replace(
            _draft(data, original, choices, in_utc(now)),
            record=check_name(name),
            saved_by=check_saver(saved_by),
            note=check_note(note),
            parent=expected,
        )
        with self._writing() as connection:
            record = _visible(claim_record(connection, draft.record))
            newest = newest_revision(connection, record)
            _check_expected(newest, draft, expected)
            return _add(connection, record, newest, draft, files)

    def restore(
        self, name: str, number: int, saved_by: str, note: str, expected: int, *, now: datetime
    ) -> Revision:
        """Save an older revision again as the newest one, and return that.

        What was saved in between stays. `expected` is the newest revision that is known, as
        in `save`. The newest itself is returned, `already_saved`.
        """
        saver, note, moment = check_saver(saved_by, "restores"), check_note(note), in_utc(now)
        with self._writing() as connection:
            record = _visible(find_record(connection, name, claim=True))
            older = find_revision(connection, record, number)
            newest = newest_revision(connection, record)
            draft = replace(older, saved_by=saver, saved_at=moment, note=note, parent=number)
            _check_expected(newest, draft, expected)
            return _add(connection, record, newest, draft, ())

    def revisions(self, name: str) -> tuple[Revision, ...]:
        """Return all revisions of a record, the newest first; of a hidden record too."""
        with self._reading() as connection:
            return find_revisions(connection, find_record(connection, name))

    def newest(self, name: str) -> Revision:
        """Return the newest revision of a record, of a hidden one too."""
        return self.revision(name, None)

    def revision(self, name: str, number: int | None) -> Revision:
        """Return one revision of a record, the newest where no number is given."""
        with self._reading() as connection:
            return find_revision(connection, find_record(connection, name), number)

    def bytes_of(self, name: str, number: int | None = None) -> bytes:
        """Return the bytes of a revision, the newest where no number is given.

        They are checked against its SHA-256: never others than were saved.
        """
        with self._reading() as connection:
            found = find_revision(connection, find_record(connection, name), number)
            return content_of(connection, found.digest)

    def original_of(self, name: str, number: int | None = None) -> bytes:
        """Return the file of a revision as it was uploaded; checked like `bytes_of`."""
        with self._reading() as connection:
            found = find_revision(connection, find_record(connection, name), number)
            return content_of(connection, found.original_digest or found.digest)

    def records(self, *, include_hidden: bool = False) -> tuple[SavedRecord, ...]:
        """Return the saved records by name, each with its newest revision."""
        with self._reading() as connection:
            return saved_records(connection, include_hidden=include_hidden)

    def hide(self, name: str, done_by: str, *, now: datetime) -> None:
        """Hide a record from lists: links to it go on working, and nothing is saved to it."""
        self._set_hidden(name, Hiding(True, check_saver(done_by, "hides it"), in_utc(now)))

    def unhide(self, name: str, done_by: str, *, now: datetime) -> None:
        """Show a hidden record again."""
        self._set_hidden(name, Hiding(False, check_saver(done_by, "shows it"), in_utc(now)))

    def hidings(self, name: str) -> tuple[Hiding, ...]:
        """Return who hid a record or showed it again, and when, the newest first."""
        with self._reading() as connection:
            return find_hidings(connection, find_record(connection, name))

    def is_reachable(self) -> bool:
        """Tell whether the store answers, for a check of health."""
        try:
            self.records()
        except StoreError:
            return False
        return True

    def close(self) -> None:
        """Let go of the database; the store is not used after that."""
        self._engine.dispose()

    def _set_hidden(self, name: str, hiding: Hiding) -> None:
        with self._writing() as connection:
            set_hidden(connection, find_record(connection, name, claim=True), hiding)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with in_plain_words(), reading(self._engine) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with in_plain_words(), writing(self._engine) as connection:
            yield connection


def _draft(
    data: bytes, original: Upload | None, choices: Choices | None, moment: datetime
) -> Revision:
    """Return a revision that says what its files are, and not yet of what record and by whom."""
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


def _visible(record: Row[Any]) -> Row[Any]:
    """Return a record that may be saved to: one that is not hidden."""
    if record.hidden:
        raise record_hidden(record.name)
    return record


def _check_expected(newest: Revision | None, draft: Revision, expected: int | None) -> None:
    """Refuse a save that was made without knowing the newest revision, unless both are alike."""
    if newest is None:
        if expected is not None:
            raise revision_unknown(draft.record, expected)
    elif newest.digest != draft.digest:
        if expected is None or expected < newest.number:
            raise NewerRevisionError(newest)
        if expected > newest.number:
            raise revision_unknown(newest.record, expected)


def _add(
    connection: Connection,
    record: Row[Any],
    newest: Revision | None,
    draft: Revision,
    files: Iterable[bytes],
) -> Revision:
    """Add a draft and its files as the newest revision, unless that has its bytes already."""
    if newest is not None and newest.digest == draft.digest:
        return replace(newest, already_saved=True)
    number = 1 if newest is None else newest.number + 1
    revision = replace(draft, record=record.name, number=number)
    keep_contents(connection, files)
    return add_revision(connection, record, revision)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
