"""What saved records offer for a file."""

from dataclasses import replace
from datetime import date
from typing import Final

from openline.settings import Limits
from openline.store.revisions import Upload
from openline.store.store import Store
from openline.ui.data.saved import forget_list, kept_records
from openline.ui.records.draft import Draft
from openline.ui.records.offers import Offer, appended, offers, updated
from tests.store.saving import NAME, save
from tests.ui.records.test_offered import CHOICES, FOREIGN, NEXT

TODAY: Final = date(2026, 11, 25)


def _keep(store: Store) -> None:
    data = b"channel;date;state\nHotline;2022-08-05;severed\nTalks;2022-08-14;open\n"
    save(store, data, None, choices=CHOICES, original=Upload("may.csv", FOREIGN.encode()))
    forget_list()


def _offer(draft: Draft, *wanted: str) -> Offer:
    return offers(draft, kept_records(), wanted, Limits())[0]


def test_what_is_from_a_record_or_is_to_be_one_is_offered_nothing(store: Store) -> None:
    """Nobody is asked again once it is said."""
    _keep(store)
    draft = Draft.of("june.csv", NEXT.encode())
    offer = _offer(draft)
    assert offers(replace(draft, is_own=True), kept_records(), (NAME,), Limits()) == ()
    done = updated(draft, offer, TODAY, Limits())
    assert offers(done, kept_records(), (NAME,), Limits()) == ()


def test_an_update_is_the_file_read_as_before(store: Store) -> None:
    """It knows the revision that it follows, and what was taken over."""
    _keep(store)
    draft = Draft.of("june.csv", NEXT.encode())
    done = updated(draft, _offer(draft), TODAY, Limits())
    assert done.data.decode().endswith("Talks;2022-09-01;severed\n")
    assert done.base is not None
    assert (done.base.record, done.base.number) == (NAME, 1)
    assert done.carried.choices == done.choices
    assert done.note == ""


def test_what_was_mended_before_the_update_stays(store: Store) -> None:
    """Edits of this file are not given up for those of the one before."""
    _keep(store)
    draft = Draft.of("june.csv", NEXT.encode())
    mended = draft.edited(replace(draft.edits, removed=frozenset({4})))
    done = updated(mended, _offer(mended), TODAY, Limits())
    assert done.edits.removed == {4}


def test_rows_under_other_names_are_added_once_these_are_chosen(store: Store) -> None:
    """Read by choices of their own they stand under the record's columns."""
    _keep(store)
    choices = {"names": {"Ch": "channel", "Day": "date", "St": "state"}}
    bare = Draft.of("week.csv", b"Ch,Day,St\nTalks,2022-09-01,severed\n")
    assert appended(bare, _offer(bare, NAME), TODAY, Limits()) is None
    chosen = bare.chosen(replace(bare.choices, names=choices["names"]))
    done = appended(chosen, _offer(chosen, NAME), TODAY, Limits())
    assert isinstance(done, Draft)
    assert done.data.decode().endswith("Talks;2022-09-01;severed\n")
    assert done.original == FOREIGN.encode()
