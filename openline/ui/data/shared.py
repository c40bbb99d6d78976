"""Results computed once for everyone who looks at the same: figures, lists and tables of a look."""

from collections.abc import Callable, Hashable
from typing import Any, Final, ParamSpec, TypeVar

import streamlit as st

_MOST: Final = 64
"""The most results kept of each function."""
_MOST_MADE: Final = 8 * _MOST
"""The most figures and lists kept, for all parts of pages."""
_P = ParamSpec("_P")
_R = TypeVar("_R")


def shared(compute: Callable[_P, _R]) -> Callable[_P, _R]:
    """Return a function that keeps its newest results for all sessions, by those arguments whose
    names do not begin with `_`. Results are not copied: never change them."""
    kept: Callable[_P, _R] = st.cache_resource(max_entries=_MOST, show_spinner=False)(compute)
    return kept


def made_once(part: str, *of: Hashable, make: Callable[[], _R]) -> _R:
    """Return a figure or a list, made once for all sessions: `part` says what it is, and with `of`
    it identifies it. It is not copied: never change it."""
    made: _R = _made(part, of, make)
    return made


@st.cache_resource(max_entries=_MOST_MADE, show_spinner=False)
def _made(part: str, of: tuple[Hashable, ...], _make: Callable[[], Any]) -> Any:
    return _make()
