"""Pages that a reader has left."""

from collections.abc import Iterator

import pytest
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime.app_session import AppSession

from openline.ui.frame.left_pages import left_pages_are_quiet


class _Session(AppSession):
    """A session that only notes what it is asked to run; it needs no server."""

    def __init__(self) -> None:
        self.ran: list[str] = []

    def __del__(self) -> None:
        pass


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Session]:
    """Give a session while the board is served."""

    def note(self: _Session, state: ClientState | None) -> None:
        self.ran.append("again" if state is None else state.page_script_hash)

    monkeypatch.setattr(AppSession, "request_rerun", note)
    with left_pages_are_quiet():
        yield _Session()


def _ask(session: AppSession, page: str, by_itself: bool = False) -> None:
    session.request_rerun(ClientState(page_script_hash=page, is_auto_rerun=by_itself))


def test_a_page_that_is_open_runs_by_itself(session: _Session) -> None:
    """The one that was asked for last, and the first, which the address alone names."""
    _ask(session, "")
    _ask(session, "status", by_itself=True)
    _ask(session, "gaps")
    _ask(session, "gaps", by_itself=True)
    assert session.ran == ["", "status", "gaps", "gaps"]


def test_a_page_that_was_left_no_longer_leads_back(session: _Session) -> None:
    """Its clock is heard until the next page has begun, and left out; a reader may go back."""
    _ask(session, "status")
    _ask(session, "gaps")
    _ask(session, "status", by_itself=True)
    _ask(session, "status")
    _ask(session, "status", by_itself=True)
    assert session.ran == ["status", "gaps", "status", "status"]


def test_the_board_s_own_request_always_runs(session: _Session) -> None:
    """Such as the one after the code has changed."""
    session.request_rerun(None)
    assert session.ran == ["again"]


def test_a_session_keeps_to_its_own_pages(session: _Session) -> None:
    """What another reader opens says nothing of this one."""
    other = _Session()
    _ask(session, "status")
    _ask(other, "gaps")
    _ask(session, "status", by_itself=True)
    assert (session.ran, other.ran) == (["status", "status"], ["gaps"])
