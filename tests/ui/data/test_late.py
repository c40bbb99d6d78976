"""What entered a saved record later than it happened."""

from datetime import date

from openline.store.store import Store
from openline.ui.data.late import revision_before, rows_since
from tests.asking import TODAY, read
from tests.store.saving import NAME, NOW, save

FIRST = "channel,date,state\nTalks,2020-01-01,open\n"
SECOND = FIRST + "Talks,2020-02-01,severed\n"


def test_rows_of_a_later_revision_are_late(store: Store) -> None:
    """Those that the revision of that day did not have; without one there are none."""
    save(store, FIRST.encode(), None)
    record = read(*SECOND.splitlines())
    (first,) = store.revisions(NAME)
    assert [record.observations.loc[row, "state"] for row in rows_since(first, record, TODAY)] == [
        "severed"
    ]
    assert rows_since(None, record, TODAY) == frozenset()


def test_the_revision_of_a_day_is_the_newest_of_then(store: Store) -> None:
    """None where the one shown was there already, or none was."""
    save(store, FIRST.encode(), None)
    save(store, SECOND.encode(), 1)
    newest = max(store.revisions(NAME), key=lambda one: one.number)
    assert revision_before(newest, NOW.date()) is None
    assert revision_before(newest, date(1990, 1, 1)) is None
    assert revision_before(None, NOW.date()) is None
