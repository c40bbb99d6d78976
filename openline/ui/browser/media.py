"""Downloads, named so that only the browser they were made for gets them.

Streamlit names such a file by its content alone, so that anybody who guesses the content, or sees
the address, could fetch it. Here the name begins with the browser's own tag, which
`openline.web.own_files` requires.
"""

from contextvars import ContextVar
from typing import Any, Final

import streamlit as st
from streamlit.runtime import memory_media_file_storage as storage
from streamlit.runtime.backend_operation_handler import DeferredFileHandler
from streamlit.runtime.scriptrunner import get_script_run_ctx

from openline.web.own_files import COOKIE, cookie_key, the_owners

_ASKING: Final[ContextVar[str]] = ContextVar("asking", default="")
"""The session that requests a file made on request."""


def note_reader() -> str:
    """Note which browser the session of this run belongs to, and return a value that tells browsers
    apart."""
    if (context := get_script_run_ctx(suppress_warning=True)) is None:
        return ""
    key = cookie_key(f"{COOKIE}={st.context.cookies.get(COOKIE, '')}")
    the_owners().note(context.session_id, key)
    return key or context.session_id


def name_media() -> None:
    """Name the files of this process by browser; call it once, at the start.

    Streamlit has no option for naming files or for learning who requests one, so this replaces two
    of its functions; a test checks on a running board that it still does.
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
    DeferredFileHandler.handle = make_for  # type: ignore[method-assign]  # as above
