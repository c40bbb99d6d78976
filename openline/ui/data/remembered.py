"""What was computed of a file: kept in the session for as long as the file is the same.

All sessions together have so much room for it. Where it is used up, what was not asked for
longest is forgotten, and computed again when its page is drawn next.
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
"""How many bytes what is computed of a file takes for each of the file, about."""
_T = TypeVar("_T")


class Memo(dict[str, tuple[tuple[Any, ...], Any]]):
    """What a session has computed, by name, each with what it was computed of."""

    def __init__(self, /, **kept: tuple[tuple[Any, ...], Any]) -> None:
        super().__init__(kept)
        self.light: set[str] = set()
        """The names of what takes little room, and would be long to compute again."""

    def forget(self) -> None:
        """Forget all but that."""
        for name in self.keys() - self.light:
            self.pop(name, None)


class Memos:
    """What sessions have computed, with room for so many bytes; may be used from any thread."""

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, Lock()
        self._kept: dict[int, tuple[ref[Memo], int]] = {}
        """The longest unused first."""

    def use(self, memo: Memo) -> None:
        """Note that a session uses what it has, and have others forget theirs where all of it
        together has no room."""
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
    """Return what is remembered of these values, None where nothing is."""
    memo = st.session_state.get(_MEMO, {}).get(name)
    return memo[1] if memo is not None and memo[0] == given else None


def remembered(
    name: str, given: tuple[Any, ...], compute: Callable[[], _T], *, is_light: bool = False
) -> _T:
    """Return what was computed of these values in this session, or compute it, once others had
    their turn where this page has worked for long: the last answer of each name is kept, and a
    light one also where others need room."""
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
    """Forget what this session has computed, as it works on no file."""
    st.session_state.pop(_MEMO, None)


@st.cache_resource(show_spinner=False)
def _memos() -> Memos:
    return Memos(work_budget() // 2)
