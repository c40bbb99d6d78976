"""What is computed once for all who look at the same: figures, lists and tables of a look."""

from collections.abc import Callable, Hashable
from typing import Any, Final, ParamSpec, TypeVar

import streamlit as st

_MOST: Final = 64
"""How many results of each function are kept."""
_MOST_MADE: Final = 8 * _MOST
"""How many figures and lists of all parts of pages are kept."""
_P = ParamSpec("_P")
_R = TypeVar("_R")


def shared(compute: Callable[_P, _R]) -> Callable[_P, _R]:
    """Keep the newest results of a function for all sessions, by those of its arguments whose
    names do not begin with `_`. They are handed out as they are: nobody may change them."""
    kept: Callable[_P, _R] = st.cache_resource(max_entries=_MOST, show_spinner=False)(compute)
    return kept


def made_once(part: str, *of: Hashable, make: Callable[[], _R]) -> _R:
    """Return a figure or a list, made once for all sessions: `part` says what it is, and `of`, with
    it, tells it from every other one. It is handed out as it is: nobody may change it."""
    made: _R = _made(part, of, make)
    return made


@st.cache_resource(max_entries=_MOST_MADE, show_spinner=False)
def _made(part: str, of: tuple[Hashable, ...], _make: Callable[[], Any]) -> Any:
    return _make()
