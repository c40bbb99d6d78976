"""Links that are followed within the session."""

import pytest
import streamlit as st

from openline.ui.controls.following import open_channel, open_page, show_place, wanted_address
from openline.ui.pages import COMPARE_PAGE
from openline.view import View


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the functions a session of their own."""
    monkeypatch.setattr(st, "session_state", {})


def test_a_channel_is_gone_to_once() -> None:
    """The browser is told where to go in one run; the next one leaves it where it is."""
    open_channel(View(level=("military",)), "A; B", "Talks & more")
    turn, address = wanted_address()
    assert address == "channel?parties=A%3B+B&level=military&channel=Talks+%26+more"
    assert wanted_address() == (turn, None)


def test_each_going_has_a_number_of_its_own() -> None:
    """The same channel can be gone to again."""
    open_channel(View(), "A; B", "Talks")
    first, _ = wanted_address()
    open_channel(View(), "A; B", "Talks")
    assert wanted_address()[0] == first + 1


def test_a_place_on_a_page_is_gone_to() -> None:
    """Of another page it stands after the address; of the page that is open it stands alone."""
    open_page(COMPARE_PAGE, View(record="Gulf lines"), "ol-what")
    assert wanted_address()[1] == "compare?record=Gulf+lines#ol-what"
    show_place("records_wrong")
    assert wanted_address()[1] == "#records_wrong"


def test_at_first_there_is_nowhere_to_go() -> None:
    """A page that was just opened stays."""
    assert wanted_address() == (0, None)
