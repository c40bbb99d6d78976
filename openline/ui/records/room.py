"""Room for files that are worked on: all of them together, those of open tabs included; and memory
given back: what was left goes when its time is over, also where nobody comes."""

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
"""After how many rounds of its own Python is made to look through everything."""


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
    """Tell whether this session may hold these values from now on; where it may not, the page
    says so."""
    claimed = the_shelf().claim(own_token(), byte_pieces(values), moment(), own_session())
    st.session_state[_FULL] = not claimed
    return claimed


def draw_no_room() -> None:
    """Say that something had no room, until something has, or this is read."""
    if st.session_state.get(_FULL):
        draw_until_read("records_full", no_room_words(_room() // 1_000_000), "alert", _FULL)


def draw_until_read(place: str, words: str, role: str, why: str) -> None:
    """Draw a note that stands until its button is pressed: what the session keeps under the key
    `why` is then forgotten."""
    with st.container(key=place, horizontal=True, vertical_alignment="center"):
        draw(tag("p", words, "ol-note ol-warning", role=role))
        key, close = f"{place}_read", st.session_state.pop
        st.button("Close this note", key=key, on_click=close, args=(why, None), type="tertiary")


def byte_pieces(value: Any) -> dict[int, int]:
    """Return the length of each piece of bytes in a value, by its identity: each once."""
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
    """End sessions that were left and forget work that was left for long; to be called on the
    loop of the board, again and again."""
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
    """Tell whether much was made since what nobody holds any more was last looked for."""
    _, rounds, more = gc.get_count()
    return rounds + more >= _BUSY


def part_large_blocks() -> None:
    """Have large blocks of memory go back to the system as soon as they are free; to be called
    once. The C library keeps them among smaller ones otherwise, after it has freed one."""
    if (set_option := _of_library("mallopt")) is not None:
        set_option(_MMAP_THRESHOLD, _LARGE)


def _end(board: runtime.Runtime, session: str) -> None:
    """End a session, emptied before: Streamlit's loop still holds the last one, and what
    clears its state leaves what its buttons do. Nothing public reaches either."""
    if (info := board._session_mgr.get_session_info(session)) is not None:  # noqa: SLF001 - as said
        state = info.session.session_state
        state.clear()
        state._new_widget_state.widget_metadata.clear()  # noqa: SLF001 - as said
    board.close_session(session)


def _release() -> None:
    """Give the system back what is free: the C library and Arrow keep it for later otherwise."""
    pa.default_memory_pool().release_unused()
    if (trim := _of_library("malloc_trim")) is not None:
        trim(0)


@cache
def _of_library(name: str) -> Any:
    """Return a function of the C library, None where it has no such one."""
    return getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
