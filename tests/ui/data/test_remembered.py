"""What was computed of a file."""

import gc
from threading import Thread
from typing import Any
from weakref import ref

import streamlit as st

from openline.ui.data.remembered import Memo, Memos, forget_all, recalled, remembered
from tests.records import GOOD, bring


def test_the_last_answer_of_each_name_is_kept() -> None:
    """What was given before is not computed again; other values are."""
    assert remembered("a test", (1,), lambda: "one") == "one"
    assert remembered("a test", (1,), lambda: "never asked") == "one"
    assert recalled("a test", (1,)) == "one"
    assert remembered("a test", (2,), lambda: "two") == "two"
    assert recalled("a test", (1,)) is None


def test_nothing_is_remembered_once_no_file_is_worked_on() -> None:
    """What was computed goes with its file."""
    remembered("a test", (3,), lambda: "three")
    forget_all()
    assert recalled("a test", (3,)) is None


def _memo(size: int) -> Memo:
    return Memo(file=((bytes(size),), "computed"))


def test_what_was_unused_longest_is_forgotten_where_there_is_no_room() -> None:
    """Ten bytes are counted for each of a file; whoever asks last keeps what he has."""
    memos, made = Memos(most=100), [_memo(5), _memo(5), _memo(1)]
    memos.use(made[0])
    memos.use(made[1])
    memos.use(made[0])
    assert all(made)
    memos.use(made[2])
    assert [bool(memo) for memo in made] == [True, False, True]
    large = _memo(100)
    memos.use(large)
    assert [bool(memo) for memo in (*made, large)] == [False, False, False, True]


def test_what_is_light_is_kept_where_others_need_room() -> None:
    """To compute it again would take long; it goes with its file."""
    remembered("heavy", (b"file",), lambda: "all rows")
    remembered("light", (b"file",), lambda: "their places", is_light=True)
    st.session_state["records_memo"].forget()
    assert recalled("heavy", (b"file",)) is None
    assert recalled("light", (b"file",)) == "their places"
    forget_all()
    assert recalled("light", (b"file",)) is None


def test_sessions_use_and_forget_at_once() -> None:
    """What one has is not counted while another has it forgotten."""
    memos, few = Memos(most=100), _Slow(**{str(i): ((b"x",), i) for i in range(3)})
    few.meanwhile = Thread(target=memos.use, args=(_memo(50),))
    memos.use(few)
    few.meanwhile.join()
    assert not few


class _Slow(Memo):
    """One that another session forgets while it is gone through, if that is let."""

    meanwhile: Thread

    def values(self) -> Any:
        for value in super().values():
            if self.meanwhile.ident is None:
                self.meanwhile.start()
                self.meanwhile.join(timeout=0.2)
            yield value


def test_what_a_session_that_is_gone_had_counts_no_more() -> None:
    """Its memory is the session's own: once that ends nothing holds it."""
    memos, stays = Memos(most=100), _memo(5)
    memos.use(_memo(5))
    memos.use(stays)
    memos.use(_memo(5))
    assert stays


def test_nothing_else_holds_what_was_read_of_a_file() -> None:
    """Where others need the room, what is remembered goes: no button keeps a record in memory."""
    memo = bring(GOOD).session_state["records_memo"]
    checked = ref(memo["check_before"][1])
    assert checked() is not None
    memo.clear()
    gc.collect()
    assert checked() is None
