"""Room for files in progress, of all open tabs together; and memory given back: abandoned work is
dropped when its time is over, even if nobody visits."""

import ctypes
import gc
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import timedelta
from functools import cache
from typing import Any, Final

import pyarrow as pa
import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from openline.markup.text import tag
from openline.sentences.problems import no_room_words
from openline.settings import KEEP_MINUTES, work_budget
from openline.ui.data.clock import moment
from openline.ui.markup.text import draw
from openline.ui.records.shelf import Shelf, new_token

_MINE: Final = "openline_token"
_FULL: Final = "openline_full"
_MMAP_THRESHOLD: Final = -3
_LARGE: Final = 1_000_000
_BUSY: Final = 5
"""After how many rounds of Python's own collector a full collection is made."""


@st.cache_resource(show_spinner=False)
def the_shelf() -> Shelf:
    """Return the shelf of this process."""
    return Shelf(_room(), timedelta(minutes=KEEP_MINUTES.read()), _is_there)


def own_token() -> str:
    """Return the token of this session."""
    return str(st.session_state.setdefault(_MINE, new_token()))


def own_session() -> str:
    """Return the number of this session, "" outside one."""
    context = get_script_run_ctx(suppress_warning=True)
    return context.session_id if context is not None else ""


def has_room(*values: Any) -> bool:
    """Tell whether this session may now hold these values; if not, the page says so."""
    claimed = the_shelf().claim(own_token(), byte_pieces(values), moment(), own_session())
    st.session_state[_FULL] = not claimed
    return claimed


def draw_no_room() -> None:
    """Say that there was no room for something, until there is, or the note is closed."""
    if st.session_state.get(_FULL):
        draw_until_read("records_full", no_room_words(_room() // 1_000_000), "alert", _FULL)


def draw_until_read(place: str, words: str, role: str, why: str) -> None:
    """Draw a note that stays until its button is pressed, which deletes the session's key `why`."""
    with st.container(key=place, horizontal=True, vertical_alignment="center"):
        draw(tag("p", words, "ol-note ol-warning", role=role))
        key, close = f"{place}_read", st.session_state.pop
        st.button("Close this note", key=key, on_click=close, args=(why, None), type="tertiary")


def byte_pieces(value: Any) -> dict[int, int]:
    """Return the length of each distinct bytes object in a value, by its identity."""
    return {id(part): len(part) for part in _parts(value)}


def _parts(value: Any) -> Iterator[bytes]:
    if isinstance(value, bytes):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _parts(item)
    elif is_dataclass(value):
        for item in fields(value):
            yield from _parts(getattr(value, item.name))


def _room() -> int:
    return work_budget() // 2


def _is_there(session: str) -> bool:
    return runtime.exists() and runtime.get_instance().is_active_session(session)


def give_back() -> None:
    """End abandoned sessions and drop work abandoned for long. Call this on the board's event
    loop, again and again."""
    if not runtime.exists():
        return
    board = runtime.get_instance()
    left = [one for one in the_shelf().left(moment()) if not board.is_active_session(one)]
    for session in left:
        _end(board, session)
    if left or _was_busy():
        gc.collect()
    _release()


def _was_busy() -> bool:
    """Tell whether many objects were created since the last full collection."""
    _, rounds, more = gc.get_count()
    return rounds + more >= _BUSY


def part_large_blocks() -> None:
    """Have large blocks of memory returned to the system as soon as they are freed; call this
    once. Otherwise the C library, after freeing one, keeps such blocks among smaller ones."""
    if (set_option := _of_library("mallopt")) is not None:
        set_option(_MMAP_THRESHOLD, _LARGE)


def _end(board: runtime.Runtime, session: str) -> None:
    """End a session after emptying it: Streamlit's loop still holds the last one, and clearing its
    state leaves the buttons' callbacks. There is no public way to reach either."""
    if (info := board._session_mgr.get_session_info(session)) is not None:  # noqa: SLF001 - as said
        state = info.session.session_state
        state.clear()
        state._new_widget_state.widget_metadata.clear()  # noqa: SLF001 - as said
    board.close_session(session)


def _release() -> None:
    """Return free memory to the system: otherwise the C library and Arrow keep it for later."""
    pa.default_memory_pool().release_unused()
    if (trim := _of_library("malloc_trim")) is not None:
        trim(0)


@cache
def _of_library(name: str) -> Any:
    """Return a function of the C library, None if it does not have one."""
    return getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
