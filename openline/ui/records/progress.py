"""How far a long file is read: a bar that stands only while that takes a while."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any, Final

import streamlit as st
from streamlit.runtime.scriptrunner_utils.exceptions import ScriptControlException

from openline.record.progress import Progress

_LATER: Final = "records_later"
_PATIENCE: Final = 0.5
"""From how many seconds on there is a bar."""
_A_SECOND: Final = 6_000_000
"""How many bytes are read and checked in a second, about."""


@contextmanager
def progress_bar(place: Any, size: int = 0) -> Iterator[Progress]:
    """Give what is told of progress; it stands as a bar in a place on the page, which is
    empty afterwards. `size` are the bytes that are read: by these, or by the time that went
    by, the bar is drawn where the work takes longer than about half a second."""
    began, is_drawn = monotonic(), False

    def tell(share: float, words: str) -> None:
        nonlocal is_drawn
        left = (1 - share) * size / _A_SECOND
        if is_drawn or left > _PATIENCE or monotonic() - began > _PATIENCE:
            is_drawn = True
            place.progress(min(1.0, max(0.0, share)), text=f"{words}.")

    try:
        yield tell
    finally:
        if is_drawn:
            place.empty()


def do_later(work: Callable[[Progress], None]) -> None:
    """Have something done when the page is drawn next, where its progress can be seen: a
    callback runs before the page has a place for that."""
    st.session_state[_LATER] = work


def done_now(place: Any) -> None:
    """Do what was to be done later, if there is anything. Where another run of the page takes
    over meanwhile, it does so from the start."""
    work: Callable[[Progress], None] | None = st.session_state.pop(_LATER, None)
    if work is None:
        return
    try:
        with progress_bar(place) as progress:
            work(progress)
    except ScriptControlException:
        st.session_state[_LATER] = work
        raise
