"""Verifying: what was changed past the store is found, on each backend."""

import hashlib
import sqlite3
from contextlib import closing
from typing import Final

import pytest
from sqlalchemy import URL, Connection, inspect, text

from openline.store.engines import make_engine, snapshot, writing
from openline.store.links import Break
from openline.store.opening import open_store
from openline.store.problems import StoreError
from openline.store.revisions import Upload
from openline.store.schema import METADATA
from openline.store.store import Store
from openline.store.verifying import Verified, verify_store
from tests.store.older import back_to
from tests.store.saving import NAME, NOW, save

_OTHER: Final = "Other lines"
_ID_OF: Final = "(SELECT id FROM records WHERE key = '{}')"
_REVISION_CHANGES: Final = {
    "number": "9",
    "digest": "(SELECT digest FROM revisions WHERE number = 1 AND record_id = 1)",
    "size": "size + 1",
    "saved_by": "'Bea'",
    "saved_at": "'2026-11-25 14:30:05.123457'",
    "note": "note || ' '",
    "parent": "NULL",
    "choices": "NULL",
    "original_digest": "digest",
    "original_name": "'b.xlsx'",
    "record_id": _ID_OF.format("other lines"),
    "place": "place + 100",
    "chain": "'" + "f" * 64 + "'",
}
"""A change to each column of a revision, as somebody would write it in SQL."""
_SET_REVISION: Final = "UPDATE revisions SET"
_HIDING_CHANGES: Final = {
    "record_id": _ID_OF.format("other lines"),
    "hidden": "NOT hidden",
    "done_by": "'Bea'",
    "done_at": "'2026-11-25 14:30:05.123457'",
    "place": "place + 100",
    "chain": "'" + "f" * 64 + "'",
}
_UNCHANGED: Final = {"hidings": {"id"}}
"""Columns without a meaning: hidings stand in the order of their places."""


@pytest.fixture
def filled(store: Store) -> Store:
    """Return a store of three records, three revisions of the first, one of which was made from
    another file, and a hiding that was taken back."""
    upload = Upload("a.xlsx", b"uploaded")
    save(store, b"one", None)
    save(store, b"two", 1, choices={"date": "é"}, original=upload, note="as received")
    save(store, b"three", 2)
    save(store, b"other", None, name=_OTHER)
    store.hide(NAME, "Ann", now=NOW)
    store.unhide(NAME, "Ann", now=NOW)
    save(store, b"third", None, name="Third")
    return store


def test_what_was_kept_is_whole(filled: Store, place: URL) -> None:
    """A store that only the program has written to has no breaks, and its chain has an end."""
    filled.restore(NAME, 2, "Bea", "", 3, now=NOW)
    found = verify_store(place)
    newest = filled.revision(NAME)
    assert found == Verified(3, 6, 2, 6, 29, found.head, ())
    assert found.head is not None
    assert (found.head.place, found.head.chain) == (8, newest.chain)


def test_an_empty_store_is_whole(store: Store, place: URL) -> None:
    """Where nothing was saved there is nothing wrong."""
    assert store.records() == ()
    assert verify_store(place).breaks == ()


def test_each_column_is_tried() -> None:
    """No column of what is kept is left out of the two tests below."""
    for table, changes in (("revisions", _REVISION_CHANGES), ("hidings", _HIDING_CHANGES)):
        columns = set(METADATA.tables[table].columns.keys())
        assert columns - _UNCHANGED.get(table, set()) == set(changes)


@pytest.mark.parametrize("column", _REVISION_CHANGES)
def test_a_changed_column_of_a_revision_is_found(filled: Store, place: URL, column: str) -> None:
    """Whatever is changed of the second revision, it is named; none of the others is accused of
    having been changed."""
    change = _REVISION_CHANGES[column]
    _run(place, _SET_REVISION, f"{column} = {change}", "WHERE number = 2 AND record_id = 1")
    found = [item for item in verify_store(place).breaks if item.what == "revision-changed"]
    changed = {"number": (NAME, 9), "record_id": (_OTHER, 2)}.get(column, (NAME, 2))
    assert [(item.record, item.revision) for item in found] == [changed]
    assert found[0].found != found[0].expected


@pytest.mark.parametrize("column", _HIDING_CHANGES)
def test_a_changed_column_of_a_hiding_is_found(filled: Store, place: URL, column: str) -> None:
    """Whatever is changed of who hid a record, it is found."""
    change = _HIDING_CHANGES[column]
    _run(place, "UPDATE hidings SET", f"{column} = {change}", "WHERE place = 5")
    found = [item for item in verify_store(place).breaks if item.what == "hiding-changed"]
    record = _OTHER if column == "record_id" else NAME
    assert [(item.record, item.revision) for item in found] == [(record, None)]


def test_a_changed_record_is_found(filled: Store, place: URL) -> None:
    """Another name or key breaks all that was kept under it; a hidden record that nobody hid
    is named."""
    _run(place, "UPDATE records SET hidden = true WHERE id = 1")
    assert verify_store(place).breaks == (Break(NAME, None, "record-changed", "hidden", "shown"),)
    _run(place, "UPDATE records SET hidden = false WHERE id = 1")
    for column, whose in (("name", "Red"), ("key", NAME)):
        _run(place, "UPDATE records SET", f"{column} = 'Red'", "WHERE id = 1")
        found = verify_store(place).breaks
        assert {(item.record, item.revision) for item in found} == {
            *((whose, number) for number in (1, 2, 3)),
            (whose, None),
        }
        old = NAME if column == "name" else NAME.casefold()
        _run(place, "UPDATE records SET", f"{column} = '{old}'", "WHERE id = 1")
    assert verify_store(place).breaks == ()


def test_exchanged_revisions_are_found(filled: Store, place: URL) -> None:
    """Two revisions that changed their numbers, with or without their places, are both named."""
    exchange = "UPDATE revisions SET number = CASE number WHEN 1 THEN -2 ELSE -1 END"
    _run(place, f"{exchange} WHERE record_id = 1 AND number IN (1, 2)")
    _run(place, "UPDATE revisions SET number = -number WHERE number < 0")
    assert _changed(place) == {(NAME, 1), (NAME, 2)}
    _run(place, "UPDATE revisions SET place = 3 - place WHERE place IN (1, 2)")
    assert (NAME, 1) in _changed(place)


def test_a_removed_revision_is_named(filled: Store, place: URL) -> None:
    """A revision that is gone is named with its file, and no other is accused."""
    _run(place, "DELETE FROM revisions WHERE number = 2 AND record_id = 1")
    assert [(item.record, item.revision, item.what) for item in verify_store(place).breaks] == [
        (NAME, 2, "revision-gone"),
        (None, None, "file-unnamed"),
        (None, None, "file-unnamed"),
    ]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("revisions WHERE record_id = 1 AND number = 3", "place 3"),
        ("revisions WHERE record_id = " + _ID_OF.format("third"), "place 7"),
        ("hidings WHERE place = 6", "place 6"),
        ("hidings", "places 5–6"),
        ("revisions WHERE record_id = 1", "places 1–3"),
    ],
)
def test_the_newest_and_whole_histories_are_missed(
    filled: Store, place: URL, where: str, expected: str
) -> None:
    """What was removed from the end, or as a whole, leaves its place in the chain empty."""
    _run(place, "DELETE FROM", where)
    found = [item.expected for item in verify_store(place).breaks if item.what == "place-gone"]
    assert found == [expected]


def test_an_added_revision_is_found(filled: Store, place: URL) -> None:
    """A revision that was put in by SQL is named, whichever place it takes."""
    for number, at in ((4, 8), (5, 3), (6, -1)):
        _run(
            place,
            "INSERT INTO revisions (record_id, number, digest, size, saved_by, saved_at, note,",
            f"place, chain) SELECT record_id, {number}, digest, size, saved_by, saved_at, note,",
            f"{at}, chain FROM revisions WHERE record_id = 1 AND number = 3",
        )
        assert (NAME, number) in _changed(place)


def test_changed_and_lost_bytes_are_found(filled: Store, place: URL) -> None:
    """Bytes that are others, and a file that is gone, are named with the revisions that are
    made of it, as they are and as they were uploaded."""
    digest = hashlib.sha256(b"uploaded").hexdigest()
    other = hashlib.sha256(b"changed!").hexdigest()
    _run(place, "UPDATE contents SET data = :data WHERE digest = :d", data=b"changed!", d=digest)
    found = verify_store(place)
    assert found.breaks == (Break(NAME, 2, "file-changed", other, digest),)
    _run(place, "DELETE FROM contents")
    gone = [item for item in verify_store(place).breaks if item.what == "file-gone"]
    assert [(item.record, item.revision) for item in gone] == [
        (NAME, 1),
        (NAME, 2),
        (NAME, 2),
        (NAME, 3),
        (_OTHER, 1),
        ("Third", 1),
    ]


def test_a_hash_noted_elsewhere_tells_of_a_rewritten_chain(filled: Store, place: URL) -> None:
    """Whoever noted a hash finds it again, whole or by its beginning; in a chain that was
    written anew it is not there."""
    noted = filled.revision(NAME).chain
    assert verify_store(place, [noted, noted[:12].upper()]).breaks == ()
    _run(place, "UPDATE revisions SET note = 'mine' WHERE number = 1 AND record_id = 1")
    filled.close()
    back_to(place, "0003")
    open_store(place).close()
    assert verify_store(place).breaks == ()
    assert verify_store(place, [noted]).breaks == (Break(None, None, "head-unknown", "", noted),)


def test_what_is_no_value_is_named_too(sqlite_place: URL) -> None:
    """In SQLite anything may stand in any column: it is a break, never a failure."""
    store = open_store(sqlite_place)
    for number, column in enumerate(("saved_at", "choices", "note", "number", "size", "place")):
        name = f"record {number}"
        save(store, b"%d" % number, None, name=name, choices={"a": 1})
        for value in ("'x'", "CAST(x'ff' AS TEXT)", "x'ff'"):
            _run(
                sqlite_place,
                _SET_REVISION,
                f"{column} = {value}",
                f"WHERE record_id = {number + 1}",
            )
            assert name in {record for record, _ in _changed(sqlite_place)}
    _run(sqlite_place, "UPDATE contents SET data = 'text'")
    assert any("no bytes" in item.found for item in verify_store(sqlite_place).breaks)


def test_a_store_that_is_not_there_is_neither_made_nor_migrated(
    place: URL, sqlite_place: URL
) -> None:
    """Verifying writes nothing: a store of an earlier form, or none, is said to be so."""
    with pytest.raises(StoreError) as none:
        verify_store(sqlite_place.set(database=f"{sqlite_place.database}.none"))
    assert none.value.problem.code == "store-unreachable"
    open_store(place).close()
    back_to(place, "0003")
    with pytest.raises(StoreError) as earlier:
        verify_store(place)
    assert earlier.value.problem.code == "store-earlier"


def test_it_reads_one_moment(filled: Store, place: URL) -> None:
    """What is saved while a store is verified is no break of it."""
    engine = make_engine(place)
    with snapshot(engine) as connection:
        before = _count(connection)
        save(filled, b"later", 3)
        filled.hide(NAME, "Ann", now=NOW)
        assert _count(connection) == before
    engine.dispose()
    assert verify_store(place).breaks == ()


def _count(connection: Connection) -> object:
    return connection.execute(text("SELECT count(*), max(place) FROM revisions")).one()


def _changed(place: URL) -> set[tuple[str | None, int | None]]:
    found = verify_store(place).breaks
    return {(item.record, item.revision) for item in found if item.what == "revision-changed"}


def _run(place: URL, *parts: str, **values: object) -> None:
    """Run a statement as somebody would who knows nothing of the chain, and lets no foreign
    key stop them."""
    statement = " ".join(parts)
    if place.get_backend_name() == "sqlite":
        with closing(sqlite3.connect(str(place.database))) as file:
            file.execute(statement, values)
            file.commit()
        return
    engine = make_engine(place)
    with writing(engine) as connection:
        for table in ("revisions", "hidings"):
            for key in inspect(connection).get_foreign_keys(table):
                connection.execute(text(f"ALTER TABLE {table} DROP CONSTRAINT {key['name']}"))
        connection.execute(text(statement), values)
    engine.dispose()
