"""Which record an address shows."""

import json
import logging
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from openline.store.address import DATABASE_VARIABLE, FOLDER_VARIABLE
from openline.store.store import Store
from openline.ui.data.saved import (
    forget_list,
    listed_names,
    newest_saved,
    shown_record,
    spelled_record,
    the_library,
    the_store,
    told,
)
from openline.web.source import Shown
from tests.screen import csv_text
from tests.store.saving import NAME, NOW, save

TODAY = date(2026, 11, 23)
Put = Callable[[str], Path]


def _data(*states: str) -> bytes:
    rows = [(f"Talks {i}", "A; B", "2020-02-29", "", state) for i, state in enumerate(states)]
    return csv_text(rows).encode()


def _shown(text: str, held: int | None = None) -> Shown:
    forget_list()
    return shown_record(text, TODAY, held)


def _code(shown: Shown) -> str:
    assert shown.record is None
    (problem,) = shown.problems
    return problem.code


@pytest.fixture
def two(store: Store) -> Store:
    """Return a store with a record of two revisions."""
    save(store, _data("open"), None)
    save(store, _data("open", "severed"), 1, saved_by="Bo", note="A second line")
    return store


def test_the_store_is_the_one_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One store serves all who ask, in the folder that the environment names."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "kept"))
    assert the_library() is the_library()
    the_store()
    assert (tmp_path / "kept" / "openline.db").is_file()
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "other"))
    the_store()
    assert (tmp_path / "other" / "openline.db").is_file()


def test_what_a_viewer_does_is_told_with_their_address(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The log of the store says from where a record was saved, and nothing where nobody knows."""
    caplog.set_level(logging.INFO, "openline.store")
    save(the_store(), b"1", None)
    monkeypatch.setattr("openline.ui.data.saved._client", lambda: "192.0.2.7")
    save(the_store(), b"2", 1)
    told = [json.loads(message) for message in caplog.messages]
    assert [line["address"] for line in told if line["action"] == "save"] == [None, "192.0.2.7"]


def test_the_bundled_record_is_shown_under_its_own_name(put_record: Put) -> None:
    """It has no revision, and looking at it makes no store."""
    put_record(_data("open").decode())
    shown = _shown("bundled")
    assert (shown.title, shown.problems, shown.pinned) == ("Record channels.csv", (), "bundled")
    assert shown.record is not None
    assert listed_names() == []


def test_a_name_follows_the_newest_revision(two: Store) -> None:
    """Case makes no difference, and the title says which revision it is."""
    shown = _shown("gulf lines")
    assert shown.record is not None
    assert len(shown.record.channels) == 2
    assert shown.title == "Record “Gulf lines”, revision 2 of 25 Nov 2026, saved by Bo"
    assert shown.pinned == "Gulf lines@2"
    assert spelled_record("GULF LINES@01") == "Gulf lines@1"


def test_a_number_stays_with_its_revision(two: Store) -> None:
    """An older revision is shown as it was saved, and read once."""
    shown = _shown(f"{NAME}@1")
    assert shown.record is not None
    assert len(shown.record.channels) == 1
    assert _shown(f"{NAME}@1").record is shown.record


def test_whoever_reads_a_revision_goes_on_reading_it(two: Store) -> None:
    """A held revision stands in for the newest, unless the store has never had it."""
    assert _shown(NAME, 1).pinned == f"{NAME}@1"
    assert _shown(NAME, 3).pinned == f"{NAME}@2"
    assert _shown(f"{NAME}@2", 1).pinned == f"{NAME}@2"


def test_equal_bytes_are_read_once_under_any_name(two: Store) -> None:
    """Records are kept by what they hold."""
    save(two, _data("open"), None, name="Other")
    assert _shown("Other").record is _shown(f"{NAME}@1").record


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Gulf linse", "record-unknown"),
        ("Gulf linse@1", "record-unknown"),
        ("Gulf lines@3", "revision-unknown"),
        ("Gulf lines@999999999", "revision-unknown"),
        ("Gulf lines@0", "record-form"),
        ("Gulf lines@two", "record-form"),
        ("bundled@1", "record-unknown"),
    ],
)
def test_what_is_not_there_shows_no_data(two: Store, text: str, code: str) -> None:
    """Nothing stands in for a record or a revision that the store does not have."""
    assert _code(_shown(text)) == code


def test_a_hidden_record_is_on_no_list_and_its_address_works(two: Store) -> None:
    """Whoever has its address sees it, with a note."""
    two.hide(NAME, "Ann", now=NOW)
    shown = _shown(NAME)
    assert listed_names() == []
    assert shown.record is not None
    assert [problem.code for problem in shown.problems] == ["record-unlisted"]
    assert "Gulf" not in _shown("Gulf linse").problems[0].suggestion


def test_a_saved_file_with_errors_is_not_shown(store: Store) -> None:
    """What does not pass the check gives no figures, and its first error is named."""
    save(store, b"channel,date,state\nTalks,never,open\n", None)
    shown = _shown(NAME)
    assert _code(shown) == "record-faulty"
    assert shown.problems[0].suggestion.startswith("Line 2: ")


def test_a_store_that_is_away_leaves_what_was_read(two: Store, own_store: Path) -> None:
    """What is in memory is shown with a note, the rest is not; both come back by themselves."""
    before = _shown(NAME)
    away = own_store.rename(own_store.with_name(f"{own_store.name}-away"))
    after = _shown(NAME)
    assert after.record is before.record
    assert after.problems[0].message == (
        "The store of saved records does not answer. What was last read is shown; "
        "there may be a newer revision."
    )
    assert _code(_shown(f"{NAME}@1")) == "store-unreachable"
    bundled = _shown("bundled")
    assert bundled.record is not None
    assert bundled.problems[0].severity == "warning"
    away.rename(own_store)
    assert _shown(NAME).problems == ()
    assert _shown(f"{NAME}@1").record is not None


def test_a_store_that_cannot_be_found_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong setting leaves the bundled record, and a saved one without data."""
    monkeypatch.setenv(DATABASE_VARIABLE, "mysql://nobody")
    bundled = shown_record("bundled", TODAY)
    assert bundled.record is not None
    assert bundled.problems[0].suggestion == "Tell whoever runs the board."
    assert _code(shown_record(NAME, TODAY)) == "store-address"


def test_a_damaged_file_is_not_shown(store: Store, own_store: Path) -> None:
    """Bytes that are not those that were saved are never shown."""
    save(store, _data("partial", "partial"), None)
    with sqlite3.connect(own_store / "openline.db") as database:
        database.execute("UPDATE contents SET data = ?", (_data("severed"),))
    assert _code(_shown(NAME)) == "store-damaged"


def test_a_revision_is_told_of_by_day(two: Store) -> None:
    """What sentences say of a revision comes from the store."""
    forget_list()
    newest = newest_saved("GULF LINES")
    assert newest is not None
    assert (told(newest).day, told(newest).note) == (date(2026, 11, 25), "A second line")
    assert newest_saved("None such") is None
