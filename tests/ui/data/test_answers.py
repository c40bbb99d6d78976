"""What the page asks of the store."""

from datetime import date
from pathlib import Path

import pytest

from openline.record.problems import Problem
from openline.store.address import FOLDER_VARIABLE
from openline.store.store import Store
from openline.ui.data.answers import read_revision, revision_before, revisions_of, rows_since
from openline.ui.data.saved import forget_list, kept_records
from tests.asking import TODAY, read
from tests.store.saving import NAME, NOW, save

GOOD = b"channel,date,state\nHotline,2020-01-01,open\n"
FIRST = "channel,date,state\nTalks,2020-01-01,open\n"
SECOND = FIRST + "Talks,2020-02-01,severed\n"


def test_records_are_found_by_name_in_any_case(store: Store) -> None:
    """Hidden ones are found too, and are not among the shown."""
    save(store, GOOD, None)
    store.hide(NAME, "Ann", now=NOW)
    forget_list()
    kept = kept_records()
    assert kept.problem is None
    assert kept.shown == ()
    found = kept.find(NAME.upper())
    assert found is not None
    revisions = revisions_of(found)
    assert not isinstance(revisions, Problem)
    assert [one.number for one in revisions] == [1]
    record = read_revision(revisions[0], TODAY)
    assert not isinstance(record, Problem)
    assert len(record.channels) == 1


def test_a_store_that_is_not_there_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is raised where a store cannot be opened; the problem is told."""
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "file"))
    forget_list()
    kept = kept_records()
    assert kept.records == ()


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
