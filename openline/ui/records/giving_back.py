"""Memory given back: what was left goes when its time is over, also where nobody comes."""

import ctypes
import gc
import sys
from functools import cache
from typing import Any, Final

import pyarrow as pa
from streamlit import runtime

from openline.ui.data.clock import moment
from openline.ui.records.room import the_shelf

_MMAP_THRESHOLD: Final = -3
_LARGE: Final = 1_000_000
_BUSY: Final = 5
"""After how many rounds of its own Python is made to look through everything."""


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
