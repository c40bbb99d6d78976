"""What is read and computed once."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from openline.analysis.filters import Filters
from openline.record.observation_names import observation_names
from openline.record.reading import read_record
from openline.settings import DATA_VARIABLE
from openline.ui.data.looks import Look, data_path, file_mark, load_bundled, row_named, tables
from openline.view.view import View
from tests.screen import ROOT, csv_text, markup, run_page

Put = Callable[[str], Path]
TODAY = date(2026, 11, 23)
GOOD = csv_text([("Talks", "A; B", "2020-02-29", "", "open")])


def test_the_bundled_record_is_the_product_s_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the variable the file in data is read."""
    monkeypatch.delenv(DATA_VARIABLE, raising=False)
    assert data_path() == ROOT / "data" / "channels.csv"


def test_an_unchanged_file_is_read_once(put_record: Put) -> None:
    """Every viewer gets the same record until the file changes."""
    path = put_record(GOOD)
    first = load_bundled(TODAY).record
    assert load_bundled(TODAY).record is first
    os.utime(path, ns=(1, 1))
    assert load_bundled(TODAY).record is not first


def test_a_bad_file_leaves_the_last_good_record(put_record: Put) -> None:
    """Errors of the file come with the record that was good before them."""
    path = put_record(GOOD)
    good = load_bundled(TODAY).record
    put_record("channel,date,state\nTalks,never,open\n")
    os.utime(path, ns=(2, 2))
    bundled = load_bundled(TODAY)
    assert bundled.record is good
    assert [error.code for error in bundled.errors] == ["date-form"]


def test_a_file_that_is_not_there_has_no_mark(put_record: Put) -> None:
    """A missing file is missing, not an error of the program."""
    path = put_record(GOOD)
    path.unlink()
    assert file_mark(path) is None
    assert load_bundled(TODAY).missing


def test_a_file_of_any_name_is_shown(put_record: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one of bytes that are no characters, as old systems leave them, or of marks of
    direction: these are `�` on the page."""
    path = put_record(GOOD).rename(put_record(GOOD).with_name("l\udcff \u202egulf.csv"))
    monkeypatch.setenv(DATA_VARIABLE, str(path))
    at = run_page()
    assert not at.error
    assert "Record l� �gulf.csv" in markup(at)


def test_the_tables_of_a_look_are_computed_once(put_record: Put) -> None:
    """Two viewers of the same view share its tables; another day has its own."""
    put_record(GOOD)
    record = load_bundled(TODAY).record
    assert record is not None
    look = Look(record.digest, date(2024, 2, 29), Filters(), None)
    first = tables(look, record)
    assert tables(look, record) is first
    assert first.status["days_in_state"].tolist() == [1461.0]
    other = Look(record.digest, date(2024, 3, 1), Filters(), None)
    assert tables(other, record) is not first


def test_a_name_is_found_in_its_own_record() -> None:
    """Another record, whose bytes are others, has other names."""
    first, second = (
        read_record(f"channel,date,state\n{name},2020-01-01,open\n".encode(), date(2026, 1, 1))
        for name in ("A", "B")
    )
    name = observation_names(first, first.observations.index).iloc[0]
    assert row_named(View(observation=name), first) == 0
    assert row_named(View(observation=name), second) is None
    assert row_named(View(), first) is None
