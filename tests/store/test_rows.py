"""The statements of the store."""

import hashlib

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from openline.store.problems import StoreError
from openline.store.revisions import Hiding, Revision
from openline.store.rows import (
    MOST_NUMBER,
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
from tests.store.saving import NAME, NOW


def _revision(number: int, data: bytes) -> Revision:
    digest = hashlib.sha256(data).hexdigest()
    return Revision(NAME, number, digest, len(data), "Ann", NOW, "", number - 1 or None)


def test_a_record_is_made_once(connection: Connection) -> None:
    """Claiming a record makes it, once for all its spellings, and keeps the first."""
    first = claim_record(connection, NAME)
    again = claim_record(connection, NAME.upper())
    assert (again.id, again.name) == (first.id, NAME)
    assert find_record(connection, NAME.lower()).id == first.id
    assert newest_revision(connection, first) is None


def test_a_record_without_revisions_is_not_listed(connection: Connection) -> None:
    """Only what has been saved is a saved record."""
    record = claim_record(connection, NAME)
    assert saved_records(connection, include_hidden=True) == ()
    with pytest.raises(StoreError):
        find_revision(connection, record, None)


def test_contents_are_kept_once(connection: Connection) -> None:
    """The same bytes stand once in the store, whoever saves them."""
    keep_contents(connection, [b"a", b"b", b"a"])
    keep_contents(connection, [b"a"])
    assert connection.scalar(text("SELECT count(*) FROM contents")) == 2
    assert content_of(connection, hashlib.sha256(b"a").hexdigest()) == b"a"
    with pytest.raises(StoreError, match="damaged"):
        content_of(connection, hashlib.sha256(b"c").hexdigest())


def test_revisions_are_found_by_number(connection: Connection) -> None:
    """Each revision is found by its number, the newest without one."""
    record = claim_record(connection, NAME)
    keep_contents(connection, [b"1", b"2"])
    made = [_revision(1, b"1"), _revision(MOST_NUMBER, b"2")]
    for revision in made:
        add_revision(connection, record, revision)
    assert find_revision(connection, record, 1) == made[0]
    assert find_revision(connection, record, None) == made[1]
    assert find_revision(connection, record, MOST_NUMBER) == made[1]
    assert newest_revision(connection, record) == made[1]
    assert find_revisions(connection, record) == (made[1], made[0])


def test_hiding_is_a_mark(connection: Connection) -> None:
    """A hidden record is listed where it is asked for."""
    record = claim_record(connection, NAME)
    keep_contents(connection, [b"1"])
    add_revision(connection, record, _revision(1, b"1"))
    hidden = Hiding(True, "Ann", NOW)
    set_hidden(connection, record, hidden)
    assert find_hidings(connection, record) == (hidden,)
    assert saved_records(connection, include_hidden=False) == ()
    assert saved_records(connection, include_hidden=True)[0].hidden


def test_the_database_itself_refuses_a_number_twice(connection: Connection) -> None:
    """Even a mistake of the program cannot replace a revision, or name bytes that are not there."""
    record = claim_record(connection, NAME)
    keep_contents(connection, [b"1"])
    add_revision(connection, record, _revision(1, b"1"))
    for wrong in (_revision(1, b"1"), _revision(2, b"never kept")):
        with pytest.raises(IntegrityError), connection.begin_nested():
            add_revision(connection, record, wrong)
