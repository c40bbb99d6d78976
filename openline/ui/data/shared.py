"""What is computed once for all who look at the same: figures, lists and tables of a look."""

from collections.abc import Callable
from typing import Final, ParamSpec, TypeVar

import streamlit as st

_MOST: Final = 64
"""How many results of each function are kept."""
_P = ParamSpec("_P")
_R = TypeVar("_R")


def shared(compute: Callable[_P, _R]) -> Callable[_P, _R]:
    """Keep the newest results of a function for all sessions, by those of its arguments whose
    names do not begin with `_`. They are handed out as they are: nobody may change them."""
    kept: Callable[_P, _R] = st.cache_resource(max_entries=_MOST, show_spinner=False)(compute)
    return kept
