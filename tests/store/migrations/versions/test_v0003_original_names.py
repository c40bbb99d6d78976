"""The step that keeps what an uploaded file was called."""

from sqlalchemy import URL

from openline.store.migrations.versions import v0003_original_names as step
from openline.store.opening import open_store
from openline.store.revisions import Upload
from tests.store.older import back_to
from tests.store.saving import NAME, save


def test_it_follows_the_second() -> None:
    """It is done to a store that keeps hidings."""
    assert (step.revision, step.down_revision) == ("0003", "0002")


def test_a_revision_of_before_has_a_file_without_a_name(place: URL) -> None:
    """The file as it was uploaded is still there; nobody knows what it was called."""
    store = open_store(place)
    save(store, b"1", None, original=Upload("a.xlsx", b"x"))
    store.close()
    back_to(place, "0002")
    store = open_store(place)
    assert store.revision(NAME).original_name is None
    assert store.original_of(NAME) == b"x"
    store.close()
