"""Memory that is given back."""

import tomllib
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.runtime import Runtime
from streamlit.runtime.state.session_state import SessionState
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

from openline.ui.data.clock import moment
from openline.ui.records import giving_back
from openline.ui.records.giving_back import give_back, part_large_blocks
from openline.ui.records.shelf import SessionWork, Shelf, new_token
from tests.screen import ROOT


class _Board:
    """A board with one open session, that notes those which it empties and ends."""

    def __init__(self) -> None:
        self.emptied, self.ended = list[str](), list[str]()
        self._session_mgr = self

    def is_active_session(self, session: str) -> bool:
        return session == "open"

    def get_session_info(self, session: str) -> Any:
        widgets = SimpleNamespace(
            widget_metadata=SimpleNamespace(clear=lambda: self.emptied.append("its buttons"))
        )
        state = SimpleNamespace(
            clear=lambda: self.emptied.append(session), _new_widget_state=widgets
        )
        return SimpleNamespace(session=SimpleNamespace(session_state=state))

    def close_session(self, session: str) -> None:
        self.ended.append(session)


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, tuple[int, ...]]]:
    """Give what is asked of the C library, which nothing reaches."""
    found: list[tuple[str, tuple[int, ...]]] = []
    monkeypatch.setattr(
        giving_back, "_of_library", lambda name: lambda *given: found.append((name, given))
    )
    return found


def test_outside_a_board_nothing_happens(called: list[object]) -> None:
    """There are no sessions to end."""
    give_back()
    assert called == []


def test_sessions_that_were_left_end(monkeypatch: pytest.MonkeyPatch, called: list[object]) -> None:
    """One that is open does not, and each ends once, emptied; what is free goes back."""
    board, shelf = _Board(), Shelf(most_bytes=10, is_there=lambda _: False)
    monkeypatch.setattr("streamlit.runtime.exists", lambda: True)
    monkeypatch.setattr("streamlit.runtime.get_instance", lambda: board)
    monkeypatch.setattr(giving_back, "the_shelf", lambda: shelf)
    for number, session in enumerate(("open", "left", "kept")):
        shelf.put(new_token(), SessionWork({"a": 1}, {number: 10}), moment(), session)
    give_back()
    give_back()
    assert (board.emptied, board.ended) == (["left", "its buttons"], ["left"])
    assert called == [("malloc_trim", (0,))] * 2


def test_what_nobody_holds_is_looked_for_after_work_alone(
    monkeypatch: pytest.MonkeyPatch, called: list[object]
) -> None:
    """Not where little was made since it was looked for last."""
    looked: list[str] = []
    monkeypatch.setattr("streamlit.runtime.exists", lambda: True)
    monkeypatch.setattr("streamlit.runtime.get_instance", _Board)
    monkeypatch.setattr(giving_back, "the_shelf", lambda: Shelf(most_bytes=10))
    monkeypatch.setattr("gc.collect", lambda: looked.append("looked"))
    for counts in ((600, 2, 0), (0, 5, 0), (0, 0, 5)):
        monkeypatch.setattr("gc.get_count", lambda counts=counts: counts)
        give_back()
        looked.append(f"{counts}")
    assert looked == ["(600, 2, 0)", "looked", "(0, 5, 0)", "looked", "(0, 0, 5)"]


def test_no_page_ends_with_a_look_for_what_nobody_holds() -> None:
    """It holds up everybody; the board's settings leave it to every few seconds."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())
    assert settings["runner"]["postScriptGC"] is False


def test_large_blocks_are_kept_apart(called: list[object]) -> None:
    """The C library is told from which size on."""
    part_large_blocks()
    assert called == [("mallopt", (-3, 1_000_000))]


def test_a_library_without_such_functions_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Elsewhere than on Linux nothing is asked of it."""
    giving_back._of_library.cache_clear()  # noqa: SLF001 - what is known of this system
    monkeypatch.setattr("sys.platform", "other")
    part_large_blocks()
    giving_back._of_library.cache_clear()  # noqa: SLF001 - as above


def test_streamlit_still_has_what_empties_a_session() -> None:
    """The names that are private, and what they are asked for."""
    assert "_session_mgr" in Runtime.__init__.__code__.co_names
    assert callable(WebsocketSessionManager.get_session_info)
    state = SessionState()
    state.clear()
    state._new_widget_state.widget_metadata.clear()  # noqa: SLF001 - as said
    assert isinstance(AppSession.session_state, property)
