"""Room for files that are worked on."""

import tomllib
from types import SimpleNamespace
from typing import Any, Final

import pytest
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.runtime import Runtime
from streamlit.runtime.state.session_state import SessionState
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

from openline.ui.data.clock import moment
from openline.ui.records import room
from openline.ui.records.draft import Draft
from openline.ui.records.room import byte_pieces, give_back, part_large_blocks
from openline.ui.records.shelf import SessionWork, Shelf, new_token
from tests.records import GOOD, bring, press
from tests.screen import ROOT, markup

_LARGE: Final = GOOD + "x" * 2_000
_OWN_WORD: Final = "channel,date,state\nA,2020,shut\n"


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """Give the shelf of a board with room for 1,000 bytes, whose tabs are all open."""
    small = Shelf(most_bytes=1_000, is_there=bool)
    for module in ("room", "keep"):
        monkeypatch.setattr(f"openline.ui.records.{module}.the_shelf", lambda: small)
    return small


def test_bytes_count_once() -> None:
    """A file that stands in a draft twice, or in two of them, is held once."""
    data = b"x" * 1_000
    draft = Draft("a", data, data, b"y" * 10)
    assert sum(byte_pieces((draft, draft, "text", {"a": 1})).values()) == 1_010


def test_a_file_without_room_is_refused_in_words(shelf: Shelf) -> None:
    """The page says who has to do what, until it is read, and goes on with what there was."""
    at = bring(GOOD)
    assert "There is no room" not in markup(at)
    press(at, "records_other")
    at = bring(_LARGE, "large.csv", at=at)
    page = markup(at)
    assert "There is no room for this: the files in all open tabs may take 400 MB" in page
    assert "Close tabs whose work is saved" in page
    assert "large.csv has" not in page
    assert "There is no room" not in markup(press(at, "records_full_read"))


def test_the_note_goes_once_something_has_room(shelf: Shelf) -> None:
    """A smaller file is taken after one that was refused."""
    at = bring(_LARGE, "large.csv")
    assert "There is no room" in markup(at)
    page = markup(bring(GOOD, at=at))
    assert "There is no room" not in page
    assert "channels.csv has no errors" in page


def test_files_of_other_tabs_leave_no_room(shelf: Shelf) -> None:
    """All of them count together; what is worked on stays as it is."""
    assert shelf.claim("of another", {1: 1_000 - len(GOOD)}, moment(), "another")
    first = bring(GOOD)
    assert "channels.csv has no errors" in markup(first)
    second = bring(GOOD)
    assert "There is no room" in markup(second)
    assert "channels.csv has no errors" not in markup(second)
    assert "channels.csv has no errors" in markup(first.run())


def test_a_step_without_room_is_not_taken(shelf: Shelf) -> None:
    """The file stays as it was before, and the page says so."""
    at = bring(_OWN_WORD)
    before = at.session_state["records_draft"]
    assert shelf.claim("of another", {1: 1_000 - len(_OWN_WORD)}, moment(), "another")
    press(at, "records_apply_words")
    assert "There is no room" in markup(at)
    assert at.session_state["records_draft"] is before


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
        room, "_of_library", lambda name: lambda *given: found.append((name, given))
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
    monkeypatch.setattr(room, "the_shelf", lambda: shelf)
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
    monkeypatch.setattr(room, "the_shelf", lambda: Shelf(most_bytes=10))
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
    room._of_library.cache_clear()  # noqa: SLF001 - what is known of this system
    monkeypatch.setattr("sys.platform", "other")
    part_large_blocks()
    room._of_library.cache_clear()  # noqa: SLF001 - as above


def test_streamlit_still_has_what_empties_a_session() -> None:
    """The names that are private, and what they are asked for."""
    assert "_session_mgr" in Runtime.__init__.__code__.co_names
    assert callable(WebsocketSessionManager.get_session_info)
    state = SessionState()
    state.clear()
    state._new_widget_state.widget_metadata.clear()  # noqa: SLF001 - as said
    assert isinstance(AppSession.session_state, property)
