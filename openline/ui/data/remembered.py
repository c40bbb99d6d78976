"""Results computed from a file: kept in the session for as long as the file is the same.

All sessions together have limited room for them. When it is used up, the results unused for longest
are forgotten, and computed again when their page is next drawn.
"""

from collections.abc import Callable
from threading import Lock
from typing import Any, Final, TypeVar
from weakref import ref

import streamlit as st

from openline.settings import work_budget
from openline.ui.data.turns import the_turns

_MEMO: Final = "records_memo"
_TIMES: Final = 10
"""The approximate bytes of results for each byte of a file."""
_T = TypeVar("_T")


class Memo(dict[str, tuple[tuple[Any, ...], Any]]):
    """The results of a session, by name, each with the values that it was computed from."""

    def __init__(self, /, **kept: tuple[tuple[Any, ...], Any]) -> None:
        super().__init__(kept)
        self.light: set[str] = set()
        """The names of results that take little room but would take long to compute again."""

    def forget(self) -> None:
        """Forget all but the light results."""
        for name in self.keys() - self.light:
            self.pop(name, None)


class Memos:
    """The results of all sessions, with room for `most` bytes; usable from any thread."""

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, Lock()
        self._kept: dict[int, tuple[ref[Memo], int]] = {}
        """Memos and their sizes, the longest unused first."""

    def use(self, memo: Memo) -> None:
        """Note that a session uses its results, and make others forget theirs if there is no room
        for all."""
        with self._lock:
            given = (item for of, _ in memo.values() for item in of)
            files = {id(item): len(item) for item in given if isinstance(item, bytes)}
            size = _TIMES * sum(files.values())
            self._kept.pop(id(memo), None)
            self._kept = {key: kept for key, kept in self._kept.items() if kept[0]() is not None}
            self._kept[id(memo)] = ref(memo), size
            self._tidy()

    def _tidy(self) -> None:
        total = sum(size for _, size in self._kept.values())
        for key, (value, size) in list(self._kept.items())[:-1]:
            if total <= self._most:
                return
            if (other := value()) is not None:
                other.forget()
            del self._kept[key]
            total -= size


def recalled(name: str, given: tuple[Any, ...]) -> Any:
    """Return the result remembered for these values, None where there is none."""
    memo = st.session_state.get(_MEMO, {}).get(name)
    return memo[1] if memo is not None and memo[0] == given else None


def remembered(
    name: str, given: tuple[Any, ...], compute: Callable[[], _T], *, is_light: bool = False
) -> _T:
    """Return the session's result for these values, or compute it, after giving others a turn if
    this page has worked for long. The last result of each name is kept; a light one is kept even
    when others need room."""
    memo: Memo = st.session_state.setdefault(_MEMO, Memo())
    kept = memo.get(name)
    if kept is not None and kept[0] == given:
        return kept[1]
    memo.pop(name, None)
    the_turns().step_aside()
    value = compute()
    memo[name] = given, value
    if is_light:
        memo.light.add(name)
    _memos().use(memo)
    return value


def forget_all() -> None:
    """Forget all results of this session, once it no longer works on a file."""
    st.session_state.pop(_MEMO, None)


@st.cache_resource(show_spinner=False)
def _memos() -> Memos:
    return Memos(work_budget() // 2)
