"""Pages that a reader has left: what runs there by itself no longer leads back.

Parts of a page run every few seconds, and a page asks for that until the next one has begun.
Streamlit puts such a request together with the one for the next page, and takes the page of the
later of the two: whoever had just followed a link was led back by the clock of the page before.
"""

from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any, Final
from weakref import WeakKeyDictionary

from streamlit.runtime.app_session import AppSession

from openline.web.replaced import replaced

_last_asked: Final[MutableMapping[AppSession, str]] = WeakKeyDictionary()
"""The page that a session asked for last, empty for the one that its address names."""


@contextmanager
def left_pages_are_quiet() -> Iterator[None]:
    """Leave out what a page asks for by itself once another one has been asked for."""
    rerun = AppSession.request_rerun

    def request_rerun(session: AppSession, client_state: Any) -> None:
        if client_state is None or _is_of_open_page(session, client_state):
            rerun(session, client_state)

    with replaced(AppSession, request_rerun=request_rerun):
        yield


def _is_of_open_page(session: AppSession, client_state: Any) -> bool:
    """Tell whether a request is a reader's, or of the page that the reader asked for last."""
    page = client_state.page_script_hash
    if not client_state.is_auto_rerun:
        _last_asked[session] = page
    return _last_asked.get(session, "") in ("", page)
