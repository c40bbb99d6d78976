"""Saves as the tests make them, and what must hold of a store after any of them."""

import hashlib
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any, Final

from openline.store.revisions import Revision
from openline.store.store import Store

__all__ = ["BRIEFLY", "NAME", "NOW", "PATIENTLY", "check_whole", "save"]

NAME: Final = "Gulf lines"
NOW: Final = datetime(2026, 11, 25, 14, 30, 5, 123456, tzinfo=UTC)


BRIEFLY: Final = 0.5
"""Seconds that a test waits where it has to end; a statement may take six times as long."""
PATIENTLY: Final = 60.0
"""Seconds that a saver waits where all are to be kept, however busy the machine is."""


def save(store: Store, data: bytes, expected: int | None, **options: Any) -> Revision:
    """Save bytes to the record of the tests; `options` are others of `Store.save`."""
    given: dict[str, Any] = {"name": NAME, "saved_by": "Ann", "note": "", "now": NOW} | options
    return store.save(data=data, expected=expected, **given)


def check_whole(store: Store, name: str = NAME) -> set[str]:
    """Check that a record has each revision once, none missing, torn or doubled, and return
    the digests of their bytes."""
    found = store.revisions(name)
    assert [revision.number for revision in found] == list(range(len(found), 0, -1))
    assert all(newer.digest != older.digest for newer, older in pairwise(found))
    for revision in found:
        data = store.bytes_of(name, revision.number)
        assert hashlib.sha256(data).hexdigest() == revision.digest
        assert len(data) == revision.size
    return {revision.digest for revision in found}
