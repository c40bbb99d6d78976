"""Links that are followed within the session."""

from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
import streamlit as st

from openline.ui.controls import following
from openline.ui.controls.following import follow_mark, listen, open_channel, open_page, show_place
from openline.ui.pages import COMPARE_PAGE
from openline.view.view import View

told: list[Any] = []


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the functions a session of their own."""
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(following, "component", lambda *_: lambda *, data, **_: told.append(data))


def told_address() -> tuple[int, str | None]:
    """Return what a run tells the browser: the number of the going, and where to go."""
    listen()
    data = told.pop()
    return data["turn"], data["address"]


def test_a_channel_is_gone_to_once() -> None:
    """The browser is told where to go in one run; the next one leaves it where it is."""
    open_channel(View(level=("military",)), "A; B", "Talks & more")
    turn, address = told_address()
    assert address == "channel?parties=A%3B+B&level=military&channel=Talks+%26+more"
    assert told_address() == (turn, None)


def test_each_going_has_a_number_of_its_own() -> None:
    """The same channel can be gone to again."""
    open_channel(View(), "A; B", "Talks")
    first, _ = told_address()
    open_channel(View(), "A; B", "Talks")
    assert told_address()[0] == first + 1


def test_a_place_on_a_page_is_gone_to() -> None:
    """Of another page it stands after the address; of the page that is open it stands alone."""
    open_page(COMPARE_PAGE, View(record="Gulf lines"), "ol-what")
    assert told_address()[1] == "compare?record=Gulf+lines#ol-what"
    show_place("records_wrong")
    assert told_address()[1] == "#records_wrong"


def test_at_first_there_is_nowhere_to_go() -> None:
    """A page that was just opened stays."""
    assert told_address() == (0, None)


@pytest.mark.parametrize("mark", [None, 8, "A; B"])
def test_a_mark_of_no_channel_leads_nowhere(mark: object) -> None:
    """Nothing was chosen, a channel that the record no longer has, or a set of parties."""
    channels = pd.DataFrame({"parties": ["A; B"], "channel": ["Talks"]}, index=[7])
    scene: Any = SimpleNamespace(view=View(), record=SimpleNamespace(channels=channels))
    follow_mark(scene, mark)
    assert told_address() == (0, None)
    follow_mark(scene, 7)
    assert told_address() == (1, "channel?parties=A%3B+B&channel=Talks")
