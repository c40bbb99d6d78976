"""The first step."""

from sqlalchemy import URL, inspect

from openline.store.engines import make_engine
from openline.store.migrations.versions import v0001_records_and_revisions as step
from openline.store.opening import open_store


def test_it_is_the_first() -> None:
    """No step comes before it."""
    assert (step.revision, step.down_revision) == ("0001", None)


def test_it_keeps_one_revision_of_a_number(place: URL) -> None:
    """The database itself holds numbers, names and contents apart, and refers to what is there."""
    open_store(place).close()
    engine = make_engine(place)
    found = inspect(engine)
    assert found.get_pk_constraint("revisions")["constrained_columns"] == ["record_id", "number"]
    assert found.get_pk_constraint("contents")["constrained_columns"] == ["digest"]
    assert [item["column_names"] for item in found.get_unique_constraints("records")] == [["key"]]
    assert len(found.get_foreign_keys("revisions")) == 3
    engine.dispose()
