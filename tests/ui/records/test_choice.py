"""Choosing what something of a file means."""

import pytest

from openline.ui.records.choice import clipped
from tests.records import bring, press

FILE = "channel,date,state\nA,2020,shut\nB,2021,up\nC,2022,open\n"


def test_long_names_are_cut() -> None:
    """A name of many lines is one line, and no longer than there is room for."""
    assert clipped("a\nb") == "a b"
    assert len(clipped("x" * 99)) == 40


@pytest.mark.usefixtures("set_today")
def test_one_press_takes_what_is_proposed_and_can_be_undone() -> None:
    """The question's own button and the bar's say the same; proposals can be filled in first."""
    at = bring(FILE)
    own, bar = at.button(key="records_apply_words"), at.button(key="records_next")
    assert own.label == bar.label == "Use the 2 proposed words"
    press(at, "records_next")
    assert (
        at.session_state["records_draft"].data
        == FILE.replace("shut", "severed").replace("up", "open").encode()
    )
    press(press(at, "records_undo"), "records_propose_words")
    assert at.session_state["records_draft"].data == FILE.encode()
    assert at.button(key="records_next").label == "Use these words"
