"""Memory that is given back."""

import pytest

from openline.ui import giving_back
from openline.ui.clock import moment
from openline.ui.giving_back import give_back
from openline.ui.shelf import Shelf, Work, new_token


class _Board:
    """A board with one open session, that notes those which it ends."""

    def __init__(self) -> None:
        self.ended: list[str] = []

    def is_active_session(self, session: str) -> bool:
        return session == "open"

    def close_session(self, session: str) -> None:
        self.ended.append(session)


def test_outside_a_board_nothing_happens() -> None:
    """There are no sessions to end."""
    give_back()


def test_sessions_that_were_left_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is open does not, and each ends once; what is free goes back to the system."""
    board, shelf, trimmed = _Board(), Shelf(most_bytes=10, is_there=lambda _: False), list[int]()
    monkeypatch.setattr("streamlit.runtime.exists", lambda: True)
    monkeypatch.setattr("streamlit.runtime.get_instance", lambda: board)
    monkeypatch.setattr(giving_back, "the_shelf", lambda: shelf)
    monkeypatch.setattr(giving_back, "_trimming", lambda: trimmed.append)
    for number, session in enumerate(("open", "left", "kept")):
        shelf.put(new_token(), Work({"a": 1}, {number: 10}), moment(), session)
    give_back()
    give_back()
    assert board.ended == ["left"]
    assert trimmed == [0, 0]
