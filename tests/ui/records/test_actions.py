"""What can be done with a revision of a saved record."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from openline.store.revisions import Upload
from openline.store.store import Store
from openline.ui.records.actions import original_file
from tests.records import BAD, GOOD, RECORDS_SCRIPT, bring, mend, press
from tests.screen import markup, run_page
from tests.store.saving import NAME, NOW, save

pytestmark = pytest.mark.usefixtures("set_today")


def _history(store: Store, who: str = "Cy") -> AppTest:
    """Return the history of a record of two revisions, the first one chosen."""
    save(store, GOOD.encode(), None)
    save(store, GOOD.replace("severed", "partial").encode(), 1)
    at = run_page(RECORDS_SCRIPT, record=NAME)
    at.selectbox(key=f"records_revision_{NAME}").set_value(1).run()
    at.text_input(key="records_actor").set_value(who).run()
    return at


def _seen(at: AppTest) -> str:
    assert not at.exception
    return markup(at)


def test_a_restore_over_a_newer_revision_shows_the_difference(store: Store) -> None:
    """Who restores without having seen the newest revision is told, sees what changed in it,
    and may then go on."""
    at = _history(store)
    save(store, GOOD.replace("contact", "check").encode(), 2, saved_by="Bo")
    page = _seen(press(at, "records_restore"))
    assert "Nothing was restored: “Gulf lines” has a newer revision, 3, saved by Bo" in page
    assert "Between revision 2, which you saw, and 3:" in page
    assert store.revision(NAME).number == 3
    assert "was saved again as revision 4." in _seen(press(at, "records_restore"))
    assert store.revision(NAME).saved_by == "Cy"
    assert at.selectbox(key=f"records_revision_{NAME}").value == 4


def test_hiding_names_who_did_it(store: Store) -> None:
    """The history tells who hid a record and who showed it again; nobody does so namelessly."""
    at = _history(store, "")
    assert "Your name is missing. Enter it: the history says who hides it." in _seen(
        press(at, "records_hide")
    )
    at.text_input(key="records_actor").set_value("Cy").run()
    page = _seen(press(at, "records_hide"))
    assert "“Gulf lines” is hidden; its addresses still work." in page
    assert "Hidden by Cy on " in page
    page = _seen(press(at, "records_hide"))
    assert "Shown again by Cy on " in page
    assert [one.hidden for one in store.hidings(NAME)] == [False, True]


def test_a_file_on_the_page_and_an_older_revision_stand_together(store: Store) -> None:
    """What is wrong with a next file is told while an older revision is looked at."""
    at = press(bring(BAD, at=_history(store)), "records_update")
    assert "has 2 errors in 2 lines" in _seen(at)


def test_an_uploaded_file_keeps_its_name_and_type(store: Store) -> None:
    """It is downloaded as it was called; of older revisions the name is made up."""
    saved = save(store, b"1", None, original=Upload("Lines of May.xlsx", b"x"))
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert original_file(saved) == ("Lines of May.xlsx", kind)
    assert original_file(replace(saved, original_name="a.bin"))[1] == "application/octet-stream"
    unnamed = replace(saved, original_name=None)
    assert original_file(unnamed)[0] == "Gulf lines-1-uploaded"


def test_working_on_a_revision_makes_the_next_one(store: Store) -> None:
    """What is made from a saved revision is its record's next revision."""
    at = press(_history(store), "records_work")
    mend(at, 2, state="partial")
    at.text_input(key="records_saver").set_value("Cy").run()
    press(at, "records_save")
    at.run()
    press(at, "records_save")
    assert store.revision(NAME).number == 3


def test_a_save_keeps_what_the_file_was_called(store: Store) -> None:
    """A file that was read by choices is kept as uploaded, under its own name."""
    at = bring("channel;date;state\nA;5.8.2022;open\n", "of may.txt")
    mend(at, 2, date="2022-08-05")
    at.text_input(key="records_saver").set_value("Cy").run()
    press(at, "records_save")
    assert store.revision("of may").original_name == "of may.txt"
    assert store.revision("of may").saved_at != NOW
