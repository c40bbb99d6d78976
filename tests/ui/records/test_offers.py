"""What saved records offer for a file."""

from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from openline.intake.choices import Choices
from openline.intake.edits import Edits
from openline.settings import Limits
from openline.store.revisions import Upload
from openline.store.store import Store
from openline.ui.data.saved import forget_list, kept_records
from openline.ui.records.draft import Draft
from openline.ui.records.offers import Offer, appended, offers, reopened, updated, with_rows
from openline.ui.records.save import choices_of, upload_of
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


FILE: Final = b"Lines of the region\n\nLine,date,Status\nHotline,2020-02-30,up\nTotal,1,\n"
EDITS: Final = Edits({4: {"date": "2020-02-29"}}, ({"Line": "Talks"},), frozenset({5}))


def _draft() -> Draft:
    choices = {
        "header": {"line": 3, "delimiter": ","},
        "names": {"Line": "channel", "Status": "state"},
        "words": {"state": {"up": "open"}},
    }
    return Draft.of("may.csv", FILE).chosen(Choices.from_dict(choices)).edited(EDITS)


def _save(store: Store, draft: Draft) -> None:
    save(store, draft.data, None, choices=choices_of(draft), original=upload_of(draft))


def _reopened(store: Store) -> Draft:
    found = reopened(store.revision(NAME), Limits())
    assert isinstance(found, Draft)
    return found


@pytest.mark.usefixtures("store")
def test_the_work_goes_on_with_the_file_as_it_came(store: Store) -> None:
    """Its bytes, choices and edits are there again, on the same lines, and nothing is a step to
    go back."""
    draft = _draft()
    _save(store, draft)
    found = _reopened(store)
    assert (found.original, found.choices, found.edits) == (FILE, draft.choices, draft.edits)
    assert found.data == draft.data
    assert (found.name, found.earlier) == ("may.csv", ())
    assert found.base is not None
    assert (found.base.record, found.base.number) == (NAME, 1)


def test_what_does_not_make_the_same_bytes_is_not_taken(store: Store) -> None:
    """Where choices are of another version of the board the CSV that was saved is opened."""
    save(
        store,
        b"channel,date,state\n",
        None,
        choices={"names": {"Line": "x"}},
        original=Upload("a", FILE),
    )
    found = _reopened(store)
    assert (found.data, found.choices, found.edits) == (b"channel,date,state\n", Choices(), Edits())


def test_a_file_that_was_saved_as_it_came_is_that_file(store: Store) -> None:
    """Edits in it are kept by its lines from then on."""
    save(store, b"channel,date,state\nA,2020,open\n", None)
    found = _reopened(store).edited(Edits({2: {"state": "partial"}}))
    assert choices_of(found) == {
        "edits": {"changed": {"2": {"state": "partial"}}, "added": [], "removed": []}
    }


def test_a_store_that_does_not_answer_is_a_problem(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is raised to the page."""
    save(store, b"channel,date,state\nA,2020,open\n", None)
    newest = store.revision(NAME)
    monkeypatch.setenv("OPENLINE_DATABASE_URL", "nonsense")
    assert not isinstance(reopened(newest, Limits()), Draft)


def test_rows_are_added_behind_those_that_were_added_before() -> None:
    """What the file has is left out, also where it was added by hand; the rest is counted."""
    draft = _draft().edited(
        Edits(
            {4: {"date": "2020-02-29"}},
            ({"Line": "Talks", "date": "2021", "Status": "up"},),
            frozenset({5}),
        )
    )
    rows = [("Talks", "2021", "open"), ("Hotline", "2020-02-29", "up"), ("New", "2022", "severed")]
    found = with_rows(draft, rows, TODAY, Limits())
    assert found is not None
    assert found.edits.added == (
        *draft.edits.added,
        {"Line": "New", "date": "2022", "Status": "severed"},
    )
    assert found.note.startswith("1 row was added to revision 0; 2 rows it already has.")
