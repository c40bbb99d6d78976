"""Rows that are being added."""

import pandas as pd
import pytest
import streamlit as st

from openline.ui.records.draft import Draft
from openline.ui.records.new_rows import is_new, new_rows, new_table_key, set_new_rows, with_new
from tests.records import BAD, GOOD, bring, press
from tests.screen import markup

DRAFT = Draft.of("a.csv", GOOD.encode())


def test_new_rows_stand_below_with_what_was_written() -> None:
    """Each has the cells that were written in it, and is told from those of the file."""
    frame = pd.DataFrame([["A", "2020"]], index=[2], columns=["channel", "date"], dtype="str")
    found = with_new(frame, ({"date": "2021", "elsewhere": "x"}, {}))
    assert found.to_numpy().tolist() == [["A", "2020"], ["", "2021"], ["", ""]]
    assert is_new(found).tolist() == [False, True, True]
    assert with_new(frame, ()) is frame


def test_they_belong_to_one_step_of_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """After it they are rows of the file, or of none; a table that grows is another one."""
    monkeypatch.setattr(st, "session_state", {})
    before = new_table_key(DRAFT)
    set_new_rows(DRAFT, ({"channel": "A"},))
    assert new_rows(DRAFT) == ({"channel": "A"},)
    assert new_table_key(DRAFT) != before
    assert new_rows(DRAFT.undone()) == ()


def test_a_row_is_offered_in_a_table_of_its_own() -> None:
    """The table above keeps its rows and its key; each further row is one more below."""
    at = bring(BAD)
    above = next(table for table in at.dataframe if "remove" in table.value)
    press(at, "records_add_row")
    press(at, "records_add_row")
    tables = [table for table in at.dataframe if "remove" in table.value]
    assert [table.value.index.tolist() for table in tables] == [["3", "4"], ["new", "new"]]
    assert tables[0].proto.id == above.proto.id
    assert "New rows" in markup(at)


def test_a_row_is_added_to_a_sound_file_at_once() -> None:
    """Nothing has to be switched on first, and no other row is shown."""
    at = press(bring(GOOD), "records_add_row")
    tables = [table.value for table in at.dataframe if "remove" in table.value]
    assert [table.index.tolist() for table in tables] == [["new"]]
