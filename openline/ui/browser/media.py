"""Downloads, named so that only the browser they were made for gets them, and kept until it has
asked for them.

Streamlit names such a file by its content alone, so that anybody who guesses the content, or sees
the address, could fetch it. Here the name begins with the browser's own tag, which
`openline.web.own_files` requires. And it throws a file away once two runs of anybody's pages have
ended, which on a busy board may be before the browser has asked for it.
"""

import time
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, Final

import streamlit as st
from streamlit.runtime import media_file_manager
from streamlit.runtime import memory_media_file_storage as storage
from streamlit.runtime.backend_operation_handler import DeferredFileHandler
from streamlit.runtime.media_file_storage import MediaFileKind
from streamlit.runtime.scriptrunner import get_script_run_ctx

from openline.web.own_files import COOKIE, cookie_key, the_owners

_ASKING: Final[ContextVar[str]] = ContextVar("asking", default="")
"""The session that requests a file made on request."""

_KEPT_SECONDS: Final = 20


class KeptFile(media_file_manager.MediaFileMetadata):
    """A file that may be thrown away only some seconds after no page refers to it. `clock` gives
    the seconds that have passed."""

    def __init__(
        self,
        kind: MediaFileKind = MediaFileKind.MEDIA,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(kind)
        self._clock, self._since = clock, clock()

    @property
    def is_marked_for_delete(self) -> bool:
        """Whether it is no longer needed, and has not been for some seconds."""
        return super().is_marked_for_delete and self._clock() - self._since >= _KEPT_SECONDS

    def mark_for_delete(self) -> None:
        """Note that no page refers to it, unless that is known."""
        if not super().is_marked_for_delete:
            self._since = self._clock()
        super().mark_for_delete()


def note_reader() -> str:
    """Note which browser the session of this run belongs to, and return a value that tells browsers
    apart."""
    if (context := get_script_run_ctx(suppress_warning=True)) is None:
        return ""
    key = cookie_key(f"{COOKIE}={st.context.cookies.get(COOKIE, '')}")
    the_owners().note(context.session_id, key)
    return key or context.session_id


def name_media() -> None:
    """Name the files of this process by browser, and keep them for a while; call it once, at the
    start.

    Streamlit has no option for naming files, for learning who requests one or for keeping one, so
    this replaces two of its functions and a class; a test checks on a running board that it still
    does.
    """
    by_content = storage._calculate_file_id  # noqa: SLF001 - nothing public names a file
    make = DeferredFileHandler.handle

    def by_browser(data: bytes, mimetype: str, filename: str | None = None) -> str:
        context = get_script_run_ctx(suppress_warning=True)
        owners = the_owners()
        tag = owners.tag(owners.key(context.session_id if context else _ASKING.get()))
        return f"{tag}-{by_content(data, mimetype, filename)}"

    async def make_for(self: DeferredFileHandler, request: Any, session_id: str) -> Any:
        _ASKING.set(session_id)
        return await make(self, request, session_id)

    storage._calculate_file_id = by_browser  # noqa: SLF001 - as above
    media_file_manager.MediaFileMetadata = KeptFile  # type: ignore[misc]  # as above
    DeferredFileHandler.handle = make_for  # type: ignore[method-assign]  # as above
