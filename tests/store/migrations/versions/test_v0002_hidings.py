"""The step that keeps who hides a record."""

from sqlalchemy import URL, inspect

from openline.store.engines import make_engine
from openline.store.migrations.versions import v0002_hidings as step
from openline.store.opening import open_store
from tests.store.older import back_to
from tests.store.saving import NAME, NOW, save


def test_it_follows_the_first() -> None:
    """It is done to a store of the first tables."""
    assert (step.revision, step.down_revision) == ("0002", "0001")


def test_a_store_of_the_first_tables_keeps_what_it_has(place: URL) -> None:
    """Records and revisions of before are there after the steps, and can be hidden."""
    store = open_store(place)
    saved = save(store, b"1", None, choices={"a": 1})
    store.close()
    back_to(place, "0001")
    store, engine = open_store(place), make_engine(place)
    assert store.revisions(NAME) == (saved,)
    store.hide(NAME, "Ann", now=NOW)
    assert store.hidings(NAME)[0].done_by == "Ann"
    assert inspect(engine).get_foreign_keys("hidings")[0]["referred_table"] == "records"
    store.close()
    engine.dispose()
