"""The days on which a channel's state changes."""

from datetime import date

import pandas as pd

from openline.analysis.evidence import gather
from openline.analysis.filters import Filters
from openline.analysis.moves import state_on
from tests.analysis.records import evidence, read


def _states(rows: str, day: str = "2020-12-31") -> list[tuple[str, str]]:
    text = "channel,date,event,state\n" + rows
    moves = evidence(text, day).moves
    days = [f"{one:%Y-%m-%d}" for one in moves["day"]]
    return list(zip(days, moves["state"], strict=True))


def test_a_repeated_state_is_no_move() -> None:
    """A row that confirms the state does not move the channel."""
    rows = "Line,2020-01-01,change,open\nLine,2020-02-01,contact,open\n"
    assert _states(rows) == [("2020-01-01", "open")]


def test_the_last_row_of_a_day_stands() -> None:
    """Of several states on one day only the last in the file counts."""
    rows = "Line,2020-01-01,change,severed\nLine,2020-01-01,change,open\n"
    assert _states(rows) == [("2020-01-01", "open")]


def test_a_check_begins_only_where_nothing_holds() -> None:
    """A check sets the state as the first row, after unknown and after the end."""
    rows = (
        "Line,2020-01-01,check,open\nLine,2020-02-01,change,unknown\n"
        "Line,2020-03-01,check,severed\nLine,2020-04-01,ended,\nLine,2020-05-01,check,open\n"
    )
    assert [state for _, state in _states(rows)] == ["open", "unknown", "severed", "ended", "open"]


def test_a_check_of_a_later_state_moves_nothing() -> None:
    """A check that holds only later in its range leaves the state to the row that set it."""
    rows = (
        "Line,2020-01-01,change,open\nLine,2020-02-01/2020-03-31,check,severed\n"
        "Line,2020-03-01,change,severed\n"
    )
    assert _states(rows) == [("2020-01-01", "open"), ("2020-03-01", "severed")]


def test_an_end_begins_nothing() -> None:
    """An end before any state is no move."""
    assert _states("Line,2020-01-01,ended,\nLine,2020-02-01,change,open\n") == [
        ("2020-02-01", "open")
    ]


def test_lives_are_counted() -> None:
    """Each start after an end begins the next life, and the end belongs to the one it ends."""
    text = (
        "channel,date,event,state\nLine,2020-01-01,change,open\nLine,2020-02-01,ended,\n"
        "Line,2020-03-01,change,open\n"
    )
    moves = evidence(text, "2020-12-31").moves
    assert list(moves["life"]) == [0, 0, 1]
    assert list(moves["previous"]) == ["", "open", "ended"]


def test_what_stands_in_cites_nothing() -> None:
    """An unknown in the place of left-out evidence has no cause of its own."""
    text = (
        "channel,date,event,state,cause,confidence\nLine,2020-01-01,change,open,Accord,confirmed\n"
        "Line,2020-02-01,change,severed,Drill,inferred\n"
    )
    moves = gather(read(text), date(2020, 12, 31), Filters(confidence="confirmed")).moves
    assert list(moves["state"]) == ["open", "unknown"]
    assert list(moves["seen"]) == [True, False]
    assert pd.isna(moves["cause"].iloc[1])


def test_a_check_that_began_a_state_does_so_without_the_row_before_it() -> None:
    """Evidence left out never turns a state into another known one, on one day either."""
    text = (
        "channel,date,event,state,confidence\n"
        "Line,2020-01-01,change,severed,confirmed\n"
        "Line,2020-02-01,change,unknown,inferred\n"
        "Line,2020-02-01,check,partial,confirmed\n"
    )
    moves = gather(read(text), date(2020, 12, 31), Filters(confidence="confirmed")).moves
    assert moves["state"].tolist() == ["severed", "partial"]


def test_the_state_on_a_day_is_that_of_its_end() -> None:
    """A day has the state that its last move set, and none before the first one."""
    text = (
        "channel,date,event,state\nA,2020-01-01,,open\nA,2020-03-01,,severed\n"
        "B,2020-02-01,,partial\nB,2020-04-01,ended,\n"
    )
    moves = evidence(text, "2020-12-31").moves
    days = ["2019-12-31", "2020-02-29", "2020-03-01", "2020-01-31", "2020-03-31", "2020-05-01"]
    channel = pd.Series([0, 0, 0, 1, 1, 1])
    found = state_on(moves, channel, pd.Series(pd.to_datetime(days)))
    assert found.tolist() == ["", "open", "severed", "", "partial", "ended"]
    assert state_on(moves[:0], channel[:1], pd.Series(pd.to_datetime(days[:1]))).tolist() == [""]
