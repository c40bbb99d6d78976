"""Nothing typed is lost: work in progress is found again after a reload of the page.

The tab remembers a token and the name of its file in the browser's storage for that tab; the shelf
holds the work. A session that starts in such a tab receives the token, takes over the work under a
token of its own, and gives the tab that one. A duplicated tab starts afresh. If the shelf no
longer has the work, the page says what is lost. The browser also remembers who saved last, for the
next visit.
"""

from typing import Any, Final

import streamlit as st

from openline.sentences.records import lost_words
from openline.settings import KEEP_MINUTES
from openline.store.names import MOST_NAME
from openline.ui.browser.components import component
from openline.ui.data.clock import moment
from openline.ui.data.remembered import forget_all
from openline.ui.records.draft import DRAFT, PUT_ASIDE, Draft, asides, current_draft, put_aside
from openline.ui.records.edits import all_edits
from openline.ui.records.name import SAVER
from openline.ui.records.room import byte_pieces, draw_until_read, own_session, own_token, the_shelf
from openline.ui.records.shelf import SessionWork

_TAB: Final = "records_tab"
_MET: Final = "openline_tab_met"
"""Whether the tab's memory was already read, or no longer needs to be."""
_LOST: Final = "openline_lost"
_OURS: Final = "records_"
_FILES: Final = "records_files"
"""The number of files added so far: edits are stored by it."""
_TOUCH: Final = "60s"
_MOST_NAME: Final = 200


def resume_work() -> None:
    """Resume what this tab was working on, if its browser reports that and the shelf has it. Call
    this before anything on the page is drawn."""
    kept = _from_tab()
    if kept is None or st.session_state.get(_MET):
        return
    st.session_state[_MET] = True
    st.session_state.setdefault(SAVER, str(kept.get("saver") or "")[:MOST_NAME])
    work = the_shelf().find(str(kept.get("token") or ""), moment())
    if work is None:
        st.session_state[_LOST] = str(kept.get("name") or "")[:_MOST_NAME]
    else:
        _take(work)


def _take(work: SessionWork) -> None:
    """Resume work. A file added before the tab reported stays in front, and the file of that work
    is set aside."""
    brought = current_draft()
    st.session_state.update(work.values)
    if (draft := current_draft()) is not None and work.edits is not None:
        # What was typed is never refused for lack of room.
        st.session_state[DRAFT] = draft.edited(work.edits)
    if brought is not None and (kept := current_draft()) is not None:
        put_aside(kept)
        st.session_state[DRAFT] = brought


def keep_work() -> None:
    """Keep work in progress for a reload of the page.

    A reload ends the run under way, so this is called as soon as the run knows what is being
    worked on, not after everything is drawn.
    """
    draft = current_draft() or next(iter(asides()), None)
    token = own_token()
    if current_draft() is None:
        forget_all()
    if draft is None:
        the_shelf().drop(token)
    else:
        st.session_state.pop(_LOST, None)
        the_shelf().put(token, _work(), moment(), own_session())


def meet_tab() -> None:
    """Mount the browser's side, at the end of the page: it reports what its tab remembers, and
    then remembers this session's token."""
    draft = current_draft() or next(iter(asides()), None)
    token = own_token()
    name = draft.name[:_MOST_NAME] if draft else st.session_state.get(_LOST, "")
    data = {
        "token": token,
        "name": name,
        "met": bool(st.session_state.get(_MET)),
        "saver": str(st.session_state.get(SAVER) or ""),
        "has_saved": draft is not None and draft.base is not None,
    }
    mount = component("tab", "doubled", "keep_work")
    mount(key=_TAB, data=data, on_found_change=lambda: None, height=1)
    _touch(token)


def draw_lost() -> None:
    """Say what was lost with an earlier session, until a file is added or the note is closed."""
    if name := st.session_state.get(_LOST):
        words = lost_words(name, KEEP_MINUTES.read())
        draw_until_read("records_lost", words, "status", _LOST)


def _work() -> SessionWork:
    """Return what this session is working on: its files, the content of the page's fields, and the
    pending edits."""
    state: dict[str, Any] = {str(key): value for key, value in st.session_state.items()}
    kept = {key: value for key, value in state.items() if _is_kept(key, value)}
    draft = current_draft()
    return SessionWork(kept, byte_pieces((*kept.values(),)), all_edits(draft) if draft else None)


def _is_kept(key: str, value: Any) -> bool:
    """Tell whether a value outlives its session. Computed values do not, nor do those that a
    session must not set, such as a pressed button; none of these are texts."""
    return key.startswith(_OURS) and (isinstance(value, str | Draft) or key in (_FILES, PUT_ASIDE))


def _from_tab() -> dict[str, Any] | None:
    """Return what the tab remembers of an earlier session, None until it reports. A browser that
    reconnects first repeats what it told that session: this is ignored."""
    state: Any = st.session_state.get(_TAB, {})
    work = state.get("found") if hasattr(state, "get") else None
    is_ours = isinstance(work, dict) and work.get("asked") == own_token()
    return work if is_ours else None


@st.fragment(run_every=_TOUCH)
def _touch(token: str) -> None:
    """Let the shelf know that the tab is still open."""
    the_shelf().touch(token, moment())
