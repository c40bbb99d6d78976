"""Pages that a reader has left: their automatic reruns no longer lead back to them.

Parts of a page rerun every few seconds, and a page requests that until the next one has begun.
Streamlit merges such a request with the one for the next page, and keeps the page of the later of
the two, so that a reader who had just followed a link was led back by the timer of the previous
page.
"""

from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any, Final
from weakref import WeakKeyDictionary

from streamlit.runtime.app_session import AppSession

from openline.web.replaced import replaced

_last_asked: Final[MutableMapping[AppSession, str]] = WeakKeyDictionary()
"""The page that a session last asked for, empty for the one in its address."""


@contextmanager
def left_pages_are_quiet() -> Iterator[None]:
    """Ignore a page's automatic requests once the reader has asked for another page."""
    rerun = AppSession.request_rerun

    def request_rerun(session: AppSession, client_state: Any) -> None:
        if client_state is None or _is_of_open_page(session, client_state):
            rerun(session, client_state)

    with replaced(AppSession, request_rerun=request_rerun):
        yield


def _is_of_open_page(session: AppSession, client_state: Any) -> bool:
    """Return whether a request is a reader's own, or comes from the page that the reader last asked
    for."""
    page = client_state.page_script_hash
    if not client_state.is_auto_rerun:
        _last_asked[session] = page
    return _last_asked.get(session, "") in ("", page)
