"""What was computed of a file: kept in the session for as long as the file is the same."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

import streamlit as st

__all__ = ["recalled", "remembered"]

_MEMO: Final = "records_memo"
_T = TypeVar("_T")


def recalled(name: str, given: tuple[Any, ...]) -> Any:
    """Return what is remembered of these values, None where nothing is."""
    known = st.session_state.get(_MEMO, {}).get(name)
    return known[1] if known is not None and known[0] == given else None


def remembered(name: str, given: tuple[Any, ...], compute: Callable[[], _T]) -> _T:
    """Return what was computed of these values in this session, or compute it: the last
    answer of each name is kept."""
    memo: dict[str, tuple[tuple[Any, ...], Any]] = st.session_state.setdefault(_MEMO, {})
    known = memo.get(name)
    if known is not None and known[0] == given:
        return known[1]
    value = compute()
    memo[name] = given, value
    return value
