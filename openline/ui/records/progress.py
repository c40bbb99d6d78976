"""How far the reading of a long file is: a bar that appears only if it takes a while."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any, Final

import streamlit as st
from streamlit.runtime.scriptrunner_utils.exceptions import ScriptControlException

from openline.record.progress import Progress

_LATER: Final = "records_later"
_PATIENCE: Final = 0.5
"""After how many seconds a bar appears."""
_A_SECOND: Final = 6_000_000
"""Roughly how many bytes are read and checked per second."""


@contextmanager
def progress_bar(place: Any, size: int = 0) -> Iterator[Progress]:
    """Yield a function for reporting progress. It draws a bar in a place on the page, which is
    empty afterwards. `size` is the number of bytes to read: from this, or from the time passed, it
    draws the bar if the work takes longer than about half a second."""
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
    """Postpone work until the page is next drawn, where its progress can be shown: a callback runs
    before the page has a place for it."""
    st.session_state[_LATER] = work


def done_now(place: Any) -> None:
    """Do the postponed work, if there is any. If another run of the page interrupts it, that run
    starts it again."""
    work: Callable[[Progress], None] | None = st.session_state.pop(_LATER, None)
    if work is None:
        return
    try:
        with progress_bar(place) as progress:
            work(progress)
    except ScriptControlException:
        st.session_state[_LATER] = work
        raise
