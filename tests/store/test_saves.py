"""What a save adds, and how much a store may have."""

from collections.abc import Iterator

import pytest
from sqlalchemy import URL, Connection

from openline.store.opening import open_store
from openline.store.problems import NewerRevisionError, StoreError
from openline.store.revisions import Hiding, Upload
from openline.store.rows import claim_record, find_record, find_revisions, set_hidden
from openline.store.saves import add, unsaved, writable
from openline.store.store import Store
from tests.store.saving import NAME, NOW, PATIENTLY, save

_MOST = 100


@pytest.fixture
def small(place: URL) -> Iterator[Store]:
    """Give a store on each backend that may have a hundred bytes."""
    opened = open_store(place, PATIENTLY, _MOST)
    yield opened
    opened.close()


def test_a_draft_says_what_its_files_are() -> None:
    """An uploaded file that is the same is no other; one that differs is named."""
    same = unsaved(b"a", Upload("a.csv", b"a"), None, NOW)
    other = unsaved(b"a", Upload("dir/b.xlsx", b"b"), {"x": 1}, NOW)
    assert (same.original_digest, same.original_name) == (None, None)
    assert (other.size, other.original_name, other.choices) == (1, "b.xlsx", {"x": 1})
    assert other.original_digest not in (None, other.digest)


def test_a_hidden_record_takes_no_saves(connection: Connection) -> None:
    """A record can be saved to until it is hidden."""
    record = claim_record(connection, NAME)
    assert writable(record) is record
    set_hidden(connection, record, Hiding(True, "Ann", NOW))
    with pytest.raises(StoreError):
        writable(find_record(connection, NAME))


def test_a_draft_becomes_the_newest_revision(connection: Connection) -> None:
    """It takes the next number, once for the same bytes, and only from who knows the newest."""
    record = claim_record(connection, NAME)
    first = add(connection, record, unsaved(b"1", None, None, NOW), None, {b"1"})
    again = add(connection, record, unsaved(b"1", None, None, NOW), None, {b"1"})
    second = add(connection, record, unsaved(b"2", None, None, NOW), 1, {b"2"})
    assert [first.number, again.number, second.number] == [1, 1, 2]
    assert (again.already_saved, again.chain) == (True, first.chain)
    with pytest.raises(NewerRevisionError):
        add(connection, record, unsaved(b"3", None, None, NOW), 1, {b"3"})
    assert find_revisions(connection, record) == (second, first)


def test_a_save_over_the_quota_is_refused_and_says_how_much_there_is(small: Store) -> None:
    """Up to the quota all is kept, to the byte; above it nothing, and the sentence says what is
    used, what is allowed and what to do."""
    save(small, b"a" * 60, None)
    save(small, b"b" * 40, 1)
    with pytest.raises(StoreError) as error:
        save(small, b"c", 2)
    problem = error.value.problem
    assert problem.code == "store-quota"
    assert "may have 0.1 MB" in problem.message
    assert "nothing was saved" in problem.message
    assert "OPENLINE_STORE_MB" in problem.suggestion
    with pytest.raises(StoreError):
        save(small, b"c", None, name="another")
    assert [item.name for item in small.records()] == [NAME]
    assert len(small.revisions(NAME)) == 2


def test_what_needs_no_room_is_kept_at_the_quota(small: Store) -> None:
    """Files that are there already are saved and restored, and records are hidden, however
    full the store is."""
    save(small, b"a" * 60, None)
    save(small, b"b" * 40, 1)
    assert save(small, b"a" * 60, 2).number == 3
    assert save(small, b"b" * 40, None, name="another").number == 1
    assert small.restore(NAME, 2, "Ann", "", 3, now=NOW).number == 4
    small.hide(NAME, "Ann", now=NOW)
    assert small.hidings(NAME)[0].hidden


def test_a_file_and_what_it_was_made_from_both_count(small: Store) -> None:
    """The uploaded file takes room too."""
    with pytest.raises(StoreError) as error:
        save(small, b"a" * 60, None, original=Upload("a.csv", b"b" * 41))
    assert error.value.problem.code == "store-quota"
    assert save(small, b"a" * 60, None, original=Upload("a.csv", b"b" * 40)).number == 1


def test_a_quota_that_is_set_too_low_later_refuses_what_is_new(place: URL) -> None:
    """A store that has more than it may is read, and takes nothing new."""
    store = open_store(place)
    save(store, b"a" * 200, None)
    store.close()
    small = open_store(place, PATIENTLY, _MOST)
    with pytest.raises(StoreError) as error:
        save(small, b"b", 1)
    assert error.value.problem.code == "store-quota"
    assert small.bytes_of(NAME) == b"a" * 200
    assert small.restore(NAME, 1, "Ann", "", 1, now=NOW).already_saved
    small.close()
