"""Saving records, and getting back exactly what was saved, on each backend."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import URL

from openline.store.opening import open_store
from openline.store.problems import NewerRevisionError, StoreError
from openline.store.revisions import Hiding, Revision, SavedRecord, Upload
from openline.store.store import Store
from tests.store.saving import NAME, NOW, check_whole, save

_DIGEST = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
"""The SHA-256 of `abc`, from FIPS 180-2, appendix B.1."""


def _code_of(error: pytest.ExceptionInfo[StoreError]) -> str:
    return error.value.problem.code


def test_a_save_is_a_revision_with_all_that_was_said(store: Store) -> None:
    """The first save answers with its number, digest, size, saver, moment, note and choices."""
    choices = {"date": "When", "skip": 2}
    found = save(store, b"abc", None, note=" As \n received ", choices=choices)
    assert found == Revision(
        NAME, 1, _DIGEST, 3, "Ann", NOW, "As received", None, choices, original_digest=None
    )
    assert store.revisions(NAME) == (found,)
    assert store.revision(NAME) == found
    assert not found.already_saved


def test_bytes_come_back_as_they_were(store: Store) -> None:
    """Any bytes are kept, of the newest revision and of older ones."""
    first, second = bytes(range(256)) * 5, b""
    save(store, first, None)
    save(store, second, 1)
    assert store.bytes_of(NAME, 1) == first
    assert store.bytes_of(NAME, None) == store.bytes_of(NAME) == second


def test_a_large_file_is_kept(store: Store) -> None:
    """A file of 20 MB comes back whole."""
    data = bytes(range(250)) * 80_000
    save(store, data, None)
    assert store.bytes_of(NAME) == data


def test_revisions_follow_each_other(store: Store) -> None:
    """Revisions are numbered from 1, each made from the one before, the newest first."""
    for number in range(3):
        save(store, b"%d" % number, number or None)
    found = store.revisions(NAME)
    assert [(item.number, item.parent) for item in found] == [(3, 2), (2, 1), (1, None)]


def test_a_save_over_a_newer_revision_is_refused(store: Store) -> None:
    """Whoever has not seen the newest revision is told of it, and nothing is saved."""
    save(store, b"1", None)
    newest = save(store, b"2", 1, saved_by="Bea")
    with pytest.raises(NewerRevisionError) as error:
        save(store, b"3", 1)
    assert error.value.newest == newest
    assert _code_of(error) == "revision-newer"
    assert "revision, 2, saved by Bea on 25 Nov 2026 at 14:30 UTC" in error.value.problem.message
    assert store.revisions(NAME)[0] == newest


def test_a_new_record_of_a_name_that_is_taken_is_refused(store: Store) -> None:
    """A save that expects no record yet is told of the one that is there."""
    first = save(store, b"1", None)
    with pytest.raises(NewerRevisionError) as error:
        save(store, b"2", None, name="GULF  LINES")
    assert error.value.newest == first


def test_a_new_record_that_looks_like_another_is_refused(store: Store) -> None:
    """Also like one that is hidden; a record that is there goes on, whatever it is called."""
    save(store, b"a", None, name="Cop")
    store.hide("Cop", "Ann", now=NOW)
    with pytest.raises(StoreError, match="looks like that of another record, “Cop”"):
        save(store, b"b", None, name="\u0421\u043e\u0440")
    with pytest.raises(StoreError, match="mixes letters that look alike"):
        save(store, b"b", None, name="C\u043ep 2")
    assert [item.name for item in store.records(include_hidden=True)] == ["Cop"]


@pytest.mark.parametrize("expected", [0, 2, 2**40])
def test_an_expected_revision_has_to_exist(store: Store, expected: int) -> None:
    """A save on top of a revision that never was is refused, the record being there or not."""
    with pytest.raises(StoreError) as error:
        save(store, b"1", expected)
    assert _code_of(error) == "revision-unknown"
    assert store.records() == ()
    save(store, b"1", None)
    with pytest.raises(StoreError):
        save(store, b"2", expected)
    assert len(store.revisions(NAME)) == 1


def test_the_same_bytes_are_not_saved_twice(store: Store) -> None:
    """Bytes that the newest revision has already answer with it, and say so."""
    first = save(store, b"1", None)
    again = save(store, b"1", None, note="again", saved_by="Bea")
    assert again == first
    assert again.already_saved
    assert len(store.revisions(NAME)) == 1


def test_older_bytes_may_be_saved_again(store: Store) -> None:
    """Bytes of an older revision are a new one."""
    save(store, b"1", None)
    save(store, b"2", 1)
    assert save(store, b"1", 2).number == 3


def test_the_uploaded_file_is_kept_where_it_differs(store: Store) -> None:
    """Bytes that were made from another file keep that file too; equal ones are kept once."""
    uploaded = Upload("C:\\lines\\gulf\x00.xlsx", b"uploaded")
    made = save(store, b"made", None, original=uploaded, choices={"a": "b"})
    same = save(store, b"same", 1, original=Upload("same.csv", b"same"))
    assert made.original_digest is not None
    assert (made.original_name, same.original_name) == ("gulf.xlsx", None)
    assert store.original_of(NAME, 1) == b"uploaded"
    assert same.original_digest is None
    assert store.original_of(NAME) == store.bytes_of(NAME) == b"same"


def test_an_older_revision_is_restored_as_a_new_one(store: Store) -> None:
    """A restored revision is the newest, with the bytes, file and choices of the older one."""
    first = save(store, b"1", None, original=Upload("one.csv", b"one"), choices={"a": 1})
    save(store, b"2", 1)
    later = NOW + timedelta(hours=1)
    found = store.restore(NAME, 1, "Bea", "Back", 2, now=later)
    assert found == replace(first, number=3, saved_by="Bea", saved_at=later, note="Back", parent=1)
    assert store.bytes_of(NAME) == b"1"
    assert store.original_of(NAME) == b"one"
    check_whole(store)


def test_restoring_the_newest_changes_nothing(store: Store) -> None:
    """The newest revision needs no restoring: it is returned, and says so."""
    save(store, b"1", None)
    assert store.restore(NAME, 1, "Bea", "", 1, now=NOW).already_saved
    assert len(store.revisions(NAME)) == 1


def test_a_restore_over_a_newer_revision_is_refused(store: Store) -> None:
    """Who restores without knowing the newest revision is told of it, and nothing is added."""
    save(store, b"1", None)
    save(store, b"2", 1)
    newest = save(store, b"3", 2)
    with pytest.raises(NewerRevisionError) as error:
        store.restore(NAME, 1, "Bea", "", 2, now=NOW)
    assert error.value.newest == newest
    with pytest.raises(StoreError) as ahead:
        store.restore(NAME, 1, "Bea", "", 4, now=NOW)
    assert _code_of(ahead) == "revision-unknown"
    assert store.revision(NAME) == newest
    assert store.restore(NAME, 1, "Bea", "", 3, now=NOW).number == 4


def test_hiding_leaves_a_trace(store: Store) -> None:
    """Who hid a record or showed it again is kept with the time; doing it twice is once."""
    save(store, b"1", None)
    assert store.hidings(NAME) == ()
    later = NOW + timedelta(hours=1)
    store.unhide(NAME, "Nobody", now=NOW)
    store.hide(NAME, " Ann ", now=NOW)
    store.hide(NAME, "Cy", now=later)
    store.unhide(NAME, "Bo", now=later)
    assert store.hidings(NAME) == (Hiding(False, "Bo", later), Hiding(True, "Ann", NOW))


def test_who_hides_has_to_be_named(store: Store) -> None:
    """Nobody hides a record namelessly."""
    save(store, b"1", None)
    with pytest.raises(StoreError, match="history says who hides it"):
        store.hide(NAME, " ", now=NOW)
    assert store.records() != ()


def test_hidden_records_leave_the_list_alone(store: Store) -> None:
    """Hiding takes a record from the list, keeps its links working, and can be undone."""
    newest = save(store, b"1", None)
    store.hide(NAME, "Ann", now=NOW)
    assert store.records() == ()
    assert store.records(include_hidden=True) == (SavedRecord(NAME, True, newest),)
    assert store.bytes_of(NAME) == b"1"
    store.unhide(NAME, "Ann", now=NOW)
    assert store.records() == (SavedRecord(NAME, False, newest),)


def test_nothing_is_saved_to_a_hidden_record(store: Store) -> None:
    """Saving to a hidden record, or restoring in it, is refused."""
    save(store, b"1", None)
    save(store, b"2", 1)
    store.hide(NAME, "Ann", now=NOW)
    with pytest.raises(StoreError) as saving:
        save(store, b"3", 2)
    with pytest.raises(StoreError) as restoring:
        store.restore(NAME, 1, "Ann", "", 2, now=NOW)
    with pytest.raises(StoreError) as anew:
        save(store, b"3", None)
    assert _code_of(saving) == _code_of(restoring) == _code_of(anew) == "record-hidden"
    assert len(store.revisions(NAME)) == 2


def test_records_are_listed_by_name(store: Store) -> None:
    """Each record stands once, with its newest revision, whatever its case."""
    for name in ("b", "A", "c"):
        save(store, name.encode(), None, name=name)
    newest = save(store, b"more", 1, name="B")
    found = store.records()
    assert [record.name for record in found] == ["A", "b", "c"]
    assert found[1].newest == newest


def test_a_name_keeps_its_first_spelling(store: Store) -> None:
    """Case and blanks make no other record, and answers spell a name as it was first saved."""
    save(store, b"1", None)
    assert save(store, b"2", 1, name="gulf  LINES").record == NAME
    assert store.revision(" gulf lines").record == NAME


@pytest.mark.parametrize(
    "ask",
    [
        Store.revision,
        Store.revisions,
        Store.bytes_of,
        Store.original_of,
        Store.hidings,
        lambda store, name: store.hide(name, "Ann", now=NOW),
        lambda store, name: store.unhide(name, "Ann", now=NOW),
        lambda store, name: store.restore(name, 1, "Ann", "", 1, now=NOW),
    ],
)
def test_a_record_that_is_not_there_is_named(
    store: Store, ask: Callable[[Store, str], object]
) -> None:
    """Whatever is asked of an unknown record says that there is none, any text being its name."""
    for name in ("No such", "%", "a\x00b", "\ud800", "x" * 10_000, ""):
        with pytest.raises(StoreError) as error:
            ask(store, name)
        assert _code_of(error) == "record-unknown"


@pytest.mark.parametrize("number", [0, -1, 2, 2**31, 2**70])
def test_a_revision_that_is_not_there_is_named(store: Store, number: int) -> None:
    """Any number that is no revision's says so."""
    save(store, b"1", None)
    for ask in (store.bytes_of, store.revision, store.original_of):
        with pytest.raises(StoreError) as error:
            ask(NAME, number)
        assert _code_of(error) == "revision-unknown"


def test_what_a_saver_writes_is_kept_as_text(store: Store) -> None:
    """Quotes, markup, other scripts and characters that control cannot do harm."""
    note = "'; DROP TABLE records; -- <b>\u202e نص 中文 \x00\ud800"
    found = save(store, b"1", None, name="Línea 中文", note=note, saved_by='O"Brien\n')
    assert found.note == "'; DROP TABLE records; -- <b> نص 中文"
    assert store.revisions("línea 中文") == (found,)
    assert found.saved_by == 'O"Brien'


def test_moments_are_kept_in_utc(store: Store) -> None:
    """A moment of another zone is the same moment in UTC, to the microsecond."""
    local = NOW.astimezone(timezone(timedelta(hours=5, minutes=30)))
    save(store, b"1", None, now=local)
    found = store.revision(NAME).saved_at
    assert found == NOW
    assert found.tzinfo == UTC


def test_a_moment_needs_its_zone(store: Store) -> None:
    """A moment without a zone is a mistake of the caller, not a guess of the store."""
    with pytest.raises(ValueError, match="zone"):
        save(store, b"1", None, now=datetime(2026, 1, 1))  # noqa: DTZ001 - the mistake is meant


def test_what_was_saved_is_there_after_opening_again(place: URL) -> None:
    """A store that is closed and opened again has everything."""
    before = open_store(place)
    saved = save(before, b"1", None, choices={"a": [1, None, "é"]}, original=Upload("2.csv", b"2"))
    before.close()
    after = open_store(place)
    assert after.records() == (SavedRecord(NAME, False, saved, saved),)
    assert after.original_of(NAME) == b"2"
    after.close()


def test_choices_are_found_again_after_revisions_without_any(store: Store) -> None:
    """A revision that was mended on the page has no choices; those before it are still known."""
    chosen = save(store, b"1", None, choices={"date_order": "day-first"})
    newest = save(store, b"2", 1)
    assert store.records() == (SavedRecord(NAME, False, newest, chosen),)
    later = save(store, b"3", 2, choices={"date_order": "month-first"})
    assert store.records() == (SavedRecord(NAME, False, later, later),)


def test_two_open_stores_see_each_other(place: URL) -> None:
    """What one process saves, another sees at once."""
    one, other = open_store(place), open_store(place)
    assert one.records() == ()
    saved = save(other, b"1", None)
    assert one.revision(NAME) == saved
    one.close()
    other.close()
