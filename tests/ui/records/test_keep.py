"""What outlives a reload of the page."""

from typing import Any, Final

import pytest
from streamlit.testing.v1 import AppTest

from openline.settings import KEEP_MINUTES
from tests.records import BAD, GOOD, RECORDS_SCRIPT, bring, press
from tests.screen import DASHBOARD, markup

_MINE: Final = "openline_token"


def _reloaded(told: dict[str, Any], own: str = "of this session") -> AppTest:
    """Return the page as it is drawn once the tab has told what it remembers."""
    at = AppTest.from_file(str(DASHBOARD), default_timeout=30).switch_page(RECORDS_SCRIPT)
    at.session_state[_MINE] = own
    at.session_state["records_tab"] = {"found": {"asked": own, **told}}
    return at.run()


def _token(at: AppTest) -> str:
    assert not at.exception
    return str(at.session_state[_MINE])


def test_a_session_goes_on_with_what_its_tab_had() -> None:
    """The file and what is written in the fields are there, and a button is as it was."""
    at = bring(GOOD)
    at.text_input(key="records_name").set_value("Gulf lines")
    at.text_input(key="records_note").set_value("Not yet whole")
    at.toggle(key="records_mend_edit").set_value(True).run()
    press(at, "records_add_row")
    again = _reloaded({"token": _token(at), "name": "channels.csv"})
    assert "channels.csv has no errors" in markup(again)
    assert again.text_input(key="records_name").value == "Gulf lines"
    assert again.text_input(key="records_note").value == "Not yet whole"
    assert _token(again) == "of this session"


def test_two_tabs_of_one_token_go_on_apart() -> None:
    """Where a token was told twice, as by a reload that met another, what either does then is
    its own."""
    at = bring(BAD)
    first = _reloaded({"token": _token(at), "name": "channels.csv"}, "first")
    second = _reloaded({"token": _token(at), "name": "channels.csv"}, "second")
    press(first, "records_other")
    assert "channels.csv has 2 errors" in markup(second.run())
    third = _reloaded({"token": _token(second), "name": "channels.csv"}, "third")
    assert "channels.csv has 2 errors" in markup(third)


def test_a_file_that_was_put_aside_is_kept_too() -> None:
    """It can be gone on with after a reload."""
    at = press(bring(BAD), "records_other")
    again = _reloaded({"token": _token(at), "name": "channels.csv"})
    assert "channels.csv was set aside." in markup(again)
    assert "channels.csv has 2 errors" in markup(press(again, "records_take_back"))


def test_what_is_not_kept_any_more_is_named_as_text() -> None:
    """The note stays until it is closed or a file is brought."""
    name = "<img src=x>[a](http://evil.example).csv"
    at = _reloaded({"token": "unknown", "name": name})
    assert "You were working on &lt;img src=x&gt;[a](http://evil.example).csv;" in markup(at)
    assert "You were working on" not in markup(press(at, "records_lost_read"))
    at = _reloaded({"token": "unknown", "name": name})
    assert "You were working on" not in markup(bring(GOOD, at=at))


def test_the_note_of_what_is_lost_names_the_minutes_that_are_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """How long work is kept is a setting."""
    monkeypatch.setenv(KEEP_MINUTES.variable, "90")
    page = markup(_reloaded({"token": "unknown", "name": "x.csv"}))
    assert "no connection for more than 90 minutes or while others needed the memory" in page


def test_what_no_tab_of_ours_would_tell_is_left_unheard() -> None:
    """Odd values, and what was told to an earlier session, change nothing."""
    token = _token(bring(BAD))
    for told in (
        {"token": token, "name": "x", "asked": "of another session"},
        {"token": None, "name": None},
        {"token": "A" * 1_000_000, "name": ["x"] * 1_000},
        {},
    ):
        page = markup(_reloaded(told))
        assert "Add a file" in page
        assert "channels.csv" not in page


def test_a_file_that_is_brought_first_wins() -> None:
    """What the tab had before can be gone on with in its place."""
    token = _token(bring(BAD, "before.csv"))
    at = bring(GOOD)
    at.session_state["records_tab"] = {
        "found": {"asked": _token(at), "token": token, "name": "before.csv"}
    }
    assert "channels.csv has no errors" in markup(at.run())
    page = markup(press(at, "records_other"))
    assert "channels.csv was set aside." in page
    assert "before.csv was set aside." in page
    assert "before.csv has 2 errors" in markup(press(at, "records_take_back_1"))


def test_who_saved_last_is_known_to_the_browser() -> None:
    """Its name stands in the field of a new visit, without a file too."""
    at = _reloaded({"saver": "Ann"})
    assert bring(GOOD, at=at).text_input(key="records_saver").value == "Ann"
    assert "You were working on" not in markup(at)
