"""The values that the store gives."""

from dataclasses import FrozenInstanceError, replace

import pytest

from openline.store.revisions import Revision, SavedRecord
from tests.store.saving import NAME, NOW

_REVISION = Revision(NAME, 1, "00", 1, "Ann", NOW, "", None, {"a": 1})


def test_values_do_not_change() -> None:
    """A revision and a record are frozen, and may stand in sets."""
    with pytest.raises(FrozenInstanceError):
        _REVISION.number = 2  # type: ignore[misc]  # that it is refused is the point
    assert len({_REVISION, replace(_REVISION)}) == 1
    assert SavedRecord(NAME, False, _REVISION) == SavedRecord(NAME, False, _REVISION)


def test_an_answer_to_a_doubled_save_is_the_same_revision() -> None:
    """That bytes were saved already makes no other revision of it."""
    assert replace(_REVISION, already_saved=True) == _REVISION
