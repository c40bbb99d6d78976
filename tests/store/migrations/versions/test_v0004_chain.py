"""The step that makes the chain."""

import pytest
from sqlalchemy import URL, text
from sqlalchemy.exc import IntegrityError

from openline.store.engines import make_engine, writing
from openline.store.migrations.versions import v0004_chain as step
from openline.store.opening import open_store
from openline.store.revisions import Upload
from openline.store.verifying import verify_store
from tests.store.older import back_to
from tests.store.saving import NAME, NOW, save


def test_it_follows_the_third() -> None:
    """It is done to a store that keeps the names of files."""
    assert (step.revision, step.down_revision) == ("0004", "0003")


def test_what_is_there_is_linked(place: URL) -> None:
    """Revisions and hidings of before are in the chain after the step, unchanged, and what is
    kept later rests on them."""
    store = open_store(place)
    save(store, b"1", None, choices={"a": "é"}, original=Upload("a.xlsx", b"x"))
    save(store, b"other", None, name="Other")
    save(store, b"2", 1, note="later")
    store.hide(NAME, "Ann", now=NOW)
    before = store.revisions(NAME), store.hidings(NAME), store.records(include_hidden=True)
    store.close()
    back_to(place, "0003")
    store = open_store(place)
    assert before == (
        store.revisions(NAME),
        store.hidings(NAME),
        store.records(include_hidden=True),
    )
    store.unhide(NAME, "Ann", now=NOW)
    save(store, b"3", 2)
    found = verify_store(place)
    assert found.breaks == ()
    assert found.head is not None
    assert found.head.place == 6
    store.close()


def test_an_empty_store_gets_a_chain(place: URL) -> None:
    """A store in which nothing was saved yet can be saved to after the step."""
    open_store(place).close()
    back_to(place, "0003")
    store = open_store(place)
    save(store, b"1", None)
    assert verify_store(place).breaks == ()
    store.close()


def test_a_program_of_before_cannot_save_past_the_chain(place: URL) -> None:
    """A row without its place in the chain is refused by the database itself."""
    store = open_store(place)
    save(store, b"1", None)
    engine = make_engine(place)
    statement = (
        "INSERT INTO revisions (record_id, number, digest, size, saved_by, saved_at, note)"
        " SELECT record_id, 2, digest, size, saved_by, saved_at, note FROM revisions"
    )
    with pytest.raises(IntegrityError), writing(engine) as connection:
        connection.execute(text(statement))
    engine.dispose()
    store.close()
