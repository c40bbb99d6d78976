"""Bringing a file."""

import pytest
import streamlit as st
from streamlit.runtime.uploaded_file_manager import DeletedFile
from streamlit.testing.v1 import AppTest

from openline.settings import Limits
from openline.store.revisions import Upload
from openline.store.store import Store
from openline.ui.records import bring as records_bring
from openline.ui.records.bring import pasted_draft
from tests.records import GOOD, RECORDS_SCRIPT, press
from tests.records import save as save_file
from tests.screen import markup, run_page
from tests.store.saving import NAME, save
from tests.ui.records.test_offered import CHOICES, FOREIGN


def test_an_open_record_is_named_where_a_file_is_brought(store: Store) -> None:
    """Whoever has a record open is told that the file may be its next one."""
    save(store, GOOD.encode(), None)
    assert "“Gulf lines” is open. Next: add its next file" in markup(
        run_page(RECORDS_SCRIPT, record=NAME)
    )
    assert "is open" not in markup(run_page(RECORDS_SCRIPT))


def test_a_file_that_was_taken_is_not_taken_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser that is quick names it once more, when it is not kept any longer."""
    state = {"records_upload_0": DeletedFile("a file")}
    monkeypatch.setattr(st, "session_state", state)
    records_bring._take_upload("records_upload_0", Limits())  # noqa: SLF001 - Streamlit calls it
    assert state == {"records_upload_0": DeletedFile("a file")}


pytestmark = pytest.mark.usefixtures("set_today")


def _pasted(text: str, **query: str) -> AppTest:
    at = run_page(RECORDS_SCRIPT, **query)
    at.segmented_control(key="records_way").set_value("Paste rows").run()
    at.text_area(key="records_paste").set_value(text).run()
    assert not at.exception
    return at


@pytest.fixture
def kept(store: Store) -> Store:
    """Return a store with a record whose file has columns, words and dates of its own."""
    data = b"channel;date;state\nHotline;2022-08-05;severed\nTalks;2022-08-14;open\n"
    save(store, data, None, choices=CHOICES, original=Upload("may.csv", FOREIGN.encode()))
    return store


def test_pasted_rows_with_a_header_are_a_file() -> None:
    """Tabs become commas, and the header stands."""
    draft = pasted_draft("channel\tdate\tstate\nHotline\t2020-01-01\topen\n")
    assert draft.data == b"channel,date,state\nHotline,2020-01-01,open\n"
    assert not draft.is_guessed


def test_names_are_guessed_where_there_is_no_header_and_that_is_kept() -> None:
    """Whoever pastes bare rows is told that names were guessed."""
    draft = pasted_draft("Hotline\t2020-01-01\topen\nTalks\t2021\tsevered\n")
    assert draft.data.startswith(b"channel,date,state\n")
    assert draft.is_guessed


def test_pasted_text_without_tabs_is_taken_as_it_is() -> None:
    """A CSV file that is pasted is that file."""
    assert pasted_draft("channel,date,state\nA,2020,open").data.startswith(b"channel,date")


def test_rows_without_a_header_are_added_in_the_record_s_own_order(kept: Store) -> None:
    """Its words and dates hold for them; those that it has are recognised."""
    at = _pasted("Talks\t14.8.2022\tup\nTalks\t1.9.2022\tshut\n", record=NAME)
    press(at, "records_paste_append")
    page = markup(at)
    assert "1 row was added to revision 1; 1 row it already has." in page
    assert "1 row added; the status of 1 channel changes" in page
    save_file(at, NAME)
    assert kept.revision(NAME).number == 2
    assert kept.bytes_of(NAME).endswith(b"Talks;2022-09-01;severed\n")


def test_rows_with_a_header_go_by_its_names(kept: Store) -> None:
    """Those of the format and those of the file as it came are both the record's."""
    at = _pasted("state,channel,date\nopen,New,2023-01-01\n", record=NAME)
    press(at, "records_paste_append")
    assert "1 row was added to revision 1." in markup(at)
    save_file(at, NAME)
    assert kept.bytes_of(NAME).endswith(b"New;2023-01-01;open\n")


def test_a_faulty_row_is_added_and_told_with_its_line(kept: Store) -> None:
    """It stands after the last line, where it can be mended; the record is as it was."""
    at = _pasted("Talks\t31.9.2022\tup\n", record=NAME)
    press(at, "records_paste_append")
    page = markup(at)
    assert "has 1 error in 1 line" in page
    assert "the first in line 4." in page
    assert kept.revision(NAME).number == 1


def test_rows_of_other_columns_become_a_file_to_choose_them_in(kept: Store) -> None:
    """The page says what to do first, and offers to add them then."""
    at = _pasted("Channel name\tDay\tCondition\nTalks\t2023-01-01\topen\n", record=NAME)
    press(at, "records_paste_append")
    page = markup(at)
    assert "Its columns are named differently from the record" in page
    assert "Pasted rows" in page
    assert "records_append" in [button.key for button in at.button]


def test_nothing_new_is_said_and_changes_nothing(kept: Store) -> None:
    """Rows that the record has are all recognised, whoever pastes them again."""
    at = _pasted("Hotline\t5.8.2022\tshut\nTalks\t14.8.2022\tup\n", record=NAME)
    press(at, "records_paste_append")
    page = markup(at)
    assert "Nothing was added to revision 1; 2 rows it already has." in page
    assert "is saved as “Gulf lines”, revision 1." in page


def test_without_a_record_that_is_open_rows_are_a_file(kept: Store) -> None:
    """There is one thing to do with them."""
    keys = [button.key for button in _pasted("A\t2020\topen\n").button]
    assert "records_check_paste" in keys
    assert "records_paste_append" not in keys
