"""The store: records that somebody saved, each with all its revisions."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Final, TypeVar

from sqlalchemy import Connection, Engine

from openline.counts import asking_store
from openline.store.engines import reading, writing
from openline.store.faults import in_plain_words
from openline.store.log import Entry, log_failure, logged
from openline.store.names import EDITIONS, check_name, check_note, check_saver, name_key
from openline.store.problems import StoreError
from openline.store.revisions import Hiding, KeptChoices, Revision, SavedRecord, Upload
from openline.store.rows import (
    claim_record,
    content_of,
    find_hidings,
    find_record,
    find_revision,
    find_revisions,
    saved_records,
    set_hidden,
)
from openline.store.saves import add, unsaved, writable
from openline.store.schema import in_utc
from openline.store.spare import Spare, with_room

_T = TypeVar("_T")
_KEEPER: Final = "Openline"
_KEPT: Final = "A link stays with these bytes."


class Store:
    """Saved records in a database: see `openline.store.opening.open_store`.

    A revision is added and never changed; nothing is removed. Each method is one transaction and
    can be called from any thread or process. If it cannot do what it says, it raises `StoreError`,
    and nothing is changed. Everything that it does, refuses or fails to do is a line in the log
    (`openline.store.log`).
    """

    def __init__(
        self,
        engine: Engine,
        spare: Spare,
        most: int | None = None,
        address: str | None = None,
    ) -> None:
        self._engine, self._spare, self._most, self._address = engine, spare, most, address

    def seen_from(self, address: str | None) -> "Store":
        """Return the same store for a client at an address, which the log records."""
        return Store(self._engine, self._spare, self._most, address)

    def save(
        self,
        name: str,
        data: bytes,
        saved_by: str,
        note: str,
        expected: int | None,
        choices: KeptChoices | None = None,
        *,
        now: datetime,
        original: Upload | None = None,
    ) -> Revision:
        """Save bytes as the newest revision of a record, and return it once it is kept.

        `expected` is the number of the newest revision that the saver has seen, None for a new
        record; raises `NewerRevisionError` if there is a newer one. If the newest revision already
        has these bytes, it is returned with `already_saved` set. `original` is the file as
        uploaded, if `choices` made `data` from it.
        """
        files = {data, data if original is None else original.data}

        def work() -> Revision:
            draft = replace(
                unsaved(data, original, choices, in_utc(now)),
                record=check_name(name),
                saved_by=check_saver(saved_by),
                note=check_note(note),
                parent=expected,
            )
            with self._writing() as connection:
                record = writable(claim_record(connection, draft.record))
                return add(connection, record, draft, expected, files, self._most)

        revision = self._logged("save", name, saved_by, work)
        self._spare.keep()
        return revision

    def keep_edition(self, data: bytes, *, now: datetime) -> Revision:
        """Keep the bytes of the record that comes with the board, so that links to this edition
        stay valid; bytes that are already kept are not kept again. It is on no list."""

        def work() -> Revision:
            whole = unsaved(data, None, None, in_utc(now))
            with self._writing() as connection:
                record = claim_record(connection, EDITIONS)
                kept = find_revisions(connection, record)
                same = [one for one in kept if one.digest == whole.digest]
                if same:
                    return replace(same[0], already_saved=True)
                newest = kept[0].number if kept else None
                draft = replace(whole, saved_by=_KEEPER, note=_KEPT, parent=newest)
                return add(connection, record, draft, newest, {data}, self._most)

        return self._logged("save", EDITIONS, _KEEPER, work)

    def editions(self) -> tuple[Revision, ...]:
        """Return the kept editions of the record that comes with the board, the newest first."""
        with self._looking() as connection:
            try:
                return find_revisions(connection, find_record(connection, EDITIONS))
            except StoreError as error:
                if error.problem.code != "record-unknown":
                    raise
                return ()

    def restore(
        self, name: str, number: int, saved_by: str, note: str, expected: int, *, now: datetime
    ) -> Revision:
        """Save an older revision again as the newest one, and return that.

        The revisions in between stay. `expected` is the newest revision that the saver has seen,
        as in `save`. Restoring the newest itself returns it, `already_saved`.
        """

        def work() -> Revision:
            saver, words = check_saver(saved_by, "restores"), check_note(note)
            moment = in_utc(now)
            with self._writing() as connection:
                record = writable(find_record(connection, name, claim=True))
                older = find_revision(connection, record, number)
                draft = replace(older, saved_by=saver, saved_at=moment, note=words, parent=number)
                return add(connection, record, draft, expected)

        return self._logged("restore", name, saved_by, work)

    def revisions(self, name: str) -> tuple[Revision, ...]:
        """Return all revisions of a record, the newest first; also for a hidden record."""
        with self._reading(name) as connection:
            return find_revisions(connection, find_record(connection, name))

    def revision(self, name: str, number: int | None = None) -> Revision:
        """Return one revision of a record, the newest if no number is given; also for a hidden
        record."""
        with self._reading(name) as connection:
            return find_revision(connection, find_record(connection, name), number)

    def bytes_of(self, name: str, number: int | None = None) -> bytes:
        """Return the bytes of a revision, the newest if no number is given.

        They are checked against its SHA-256, so only the bytes that were saved are ever returned.
        """
        with self._reading(name) as connection:
            revision = find_revision(connection, find_record(connection, name), number)
            return content_of(connection, revision.digest)

    def original_of(self, name: str, number: int | None = None) -> bytes:
        """Return the file of a revision as uploaded; checked like `bytes_of`."""
        with self._reading(name) as connection:
            revision = find_revision(connection, find_record(connection, name), number)
            return content_of(connection, revision.original_digest or revision.digest)

    def records(self, *, include_hidden: bool = False) -> tuple[SavedRecord, ...]:
        """Return the saved records by name, each with its newest revision."""
        with self._looking() as connection:
            records = saved_records(connection, include_hidden=include_hidden)
        return tuple(item for item in records if name_key(item.name) != EDITIONS)

    def hide(self, name: str, done_by: str, *, now: datetime) -> None:
        """Hide a record from lists: links to it keep working, but nothing can be saved to it."""
        self._set_hidden(name, done_by, now, hidden=True)

    def unhide(self, name: str, done_by: str, *, now: datetime) -> None:
        """Show a hidden record again."""
        self._set_hidden(name, done_by, now, hidden=False)

    def hidings(self, name: str) -> tuple[Hiding, ...]:
        """Return who hid a record or showed it again, and when, the newest first."""
        with self._reading(name) as connection:
            return find_hidings(connection, find_record(connection, name))

    def close(self) -> None:
        """Disconnect from the database; the store cannot be used afterwards."""
        self._engine.dispose()

    def _set_hidden(self, name: str, done_by: str, now: datetime, *, hidden: bool) -> None:
        def work() -> None:
            who = check_saver(done_by, "hides it" if hidden else "shows it")
            change = Hiding(hidden, who, in_utc(now))

            def write() -> None:
                with self._writing() as connection:
                    set_hidden(connection, find_record(connection, name, claim=True), change)

            with_room(self._spare, write)

        self._logged("hide" if hidden else "unhide", name, done_by, work)

    def _logged(self, action: str, name: str, who: str, work: Callable[[], _T]) -> _T:
        return logged(Entry(action, name, who, self._address), work)

    @contextmanager
    def _reading(self, name: str) -> Iterator[Connection]:
        try:
            with self._looking() as connection:
                yield connection
        except StoreError as error:
            if error.problem.code.startswith("store-"):
                log_failure(Entry("read", name, None, self._address), error)
            raise

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        with asking_store("read"), in_plain_words(), reading(self._engine) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with asking_store("write"), in_plain_words(), writing(self._engine) as connection:
            yield connection
