"""Memory given back: what was left goes when its time is over, also where nobody comes."""

import ctypes
import gc
from functools import cache
from typing import Any

import pyarrow as pa
from streamlit import runtime

from openline.ui.clock import moment
from openline.ui.records_room import the_shelf

__all__ = ["give_back"]


def give_back() -> None:
    """End sessions that were left and forget work that was left for long; to be called on the
    loop of the board, again and again."""
    if not runtime.exists():
        return
    board = runtime.get_instance()
    left = [one for one in the_shelf().left(moment()) if not board.is_active_session(one)]
    for session in left:
        board.close_session(session)
    if left:
        gc.collect()
    _release()


def _release() -> None:
    """Give the system back what is free: the C library and Arrow keep it for later otherwise."""
    pa.default_memory_pool().release_unused()
    if (trim := _trimming()) is not None:
        trim(0)


@cache
def _trimming() -> Any:
    """Return what trims the heap, None with a C library that has nothing like it."""
    return getattr(ctypes.CDLL(None), "malloc_trim", None)
