"""The observations that move a channel."""

from typing import Any

import pytest

from openline.analysis.openings import OPENINGS, openings
from tests.analysis.records import evidence

_RECORD = """channel,date,event,state
Line,2020-01-01,change,partial
Line,2020-02-01,change,open
Line,2020-03-01,change,partial
Line,2020-04-01,change,severed
Line,2020-05-01,change,open
Line,2020-06-01,ended,
Line,2020-07-01,change,severed
"""
_CALLS = """channel,date,event,state
Line,2020-01-01,contact,open
Line,2020-07-19,contact,{state}
"""


def _changes(text: str, day: str = "2020-12-31", **options: Any) -> list[str]:
    return list(openings(evidence(text, day), **options)["change"])


def test_each_change_has_its_word() -> None:
    """Every move has its word, the newest first."""
    assert _changes(_RECORD) == [
        "severed",
        "ended",
        "reopened",
        "severed",
        "narrowed",
        "widened",
        "established",
    ]


def test_closings_can_be_left_out() -> None:
    """Without closings only the openings are listed."""
    assert _changes(_RECORD, closings=False) == ["reopened", "widened", "established"]


def test_the_states_and_the_days_between() -> None:
    """A row tells from which state the channel came and how long that had lasted."""
    found = openings(evidence(_RECORD, "2020-12-31"), closings=False)
    assert found["from_state"].fillna("").tolist() == ["severed", "partial", ""]
    assert found["to_state"].tolist() == ["open", "open", "partial"]
    assert found["after_days"].fillna(-1).tolist() == [30, 31, -1]


def test_the_days_between_have_bounds() -> None:
    """From the latest start to the earliest end, and from the earliest to the latest."""
    text = "channel,date,state\nLine,2020-02,severed\nLine,2020-06,open\n"
    found = openings(evidence(text, "2020-12-31"), closings=False)
    columns = ["after_days_min", "after_days", "after_days_max"]
    assert found[columns].to_numpy().tolist() == [[93, 121, 150]]


def test_the_window_takes_in_its_first_day() -> None:
    """A row exactly as old as the window is in, one a day older is not."""
    assert _changes(_RECORD, "2020-02-11", window=10) == ["widened"]
    assert _changes(_RECORD, "2020-02-11", window=9) == []


@pytest.mark.parametrize(("state", "change"), [("", "resumed"), ("open", "resumed")])
def test_a_contact_ends_a_silence(state: str, change: str) -> None:
    """A contact after a silence that counts is an opening in the state that held."""
    found = openings(evidence(_CALLS.format(state=state), "2020-07-19"), window=10)
    assert found[["change", "from_state", "to_state"]].to_numpy().tolist() == [
        [change, "open", "open"]
    ]
    assert found["after_days"].tolist() == [200]


def test_a_short_silence_is_not_ended() -> None:
    """A contact after fewer days than count is no opening."""
    assert _changes(_CALLS.format(state=""), "2020-07-19", window=10, min_days=201) == []


def test_resumptions_alone_have_the_columns_of_moves() -> None:
    """Where no state moves, as none is carried on to the next day, nobody who asks for the state
    before fails."""
    found = openings(evidence(_CALLS.format(state=""), "2020-07-19", carry=0))
    none = openings(evidence(_CALLS.format(state=""), "2019-07-19"))
    assert list(found["change"]) == ["resumed"]
    assert list(found.columns) == list(none.columns)
    assert {"previous", "checked"} <= set(found.columns)


def test_a_move_wins_over_a_resumption() -> None:
    """A channel has one row a day, and a move of its state is that row."""
    assert _changes(_CALLS.format(state="partial"), "2020-07-19", window=10) == ["narrowed"]


def test_unknown_is_neither() -> None:
    """A move to or from unknown is no opening and no closing."""
    text = (
        "channel,date,event,state\nLine,2020-01-01,change,unknown\n"
        "Line,2020-02-01,change,open\nLine,2020-03-01,change,unknown\n"
    )
    assert _changes(text) == []
    assert set(OPENINGS) <= set(openings(evidence(text, "2020-12-31")))
