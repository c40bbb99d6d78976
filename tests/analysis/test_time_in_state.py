"""The days spent in each state."""

import pandas as pd

from openline.analysis.time_in_state import shares
from tests.analysis.records import evidence

_RECORD = """channel,level,date,event,state
A,military,2020-01-01,change,open
A,military,2020-01-11,change,severed
A,military,2020-01-31,change,unknown
A,military,2020-02-10,change,open
A,military,2020-02-20,ended,
B,military,2020-02-10,change,partial
C,,2020-02-20,change,open
"""
_DAYS = ["open_days", "partial_days", "severed_days", "unknown_days", "known_days"]


def _shares(day: str, by: str | None = None) -> pd.DataFrame:
    return shares(evidence(_RECORD, day), by)


def test_days_in_each_state() -> None:
    """Days are counted by state up to the end of the channel, unknown ones apart."""
    first = _shares("2020-03-01").iloc[0]
    assert list(first[_DAYS]) == [20, 0, 20, 10, 40]


def test_shares_are_of_known_days() -> None:
    """Shares leave out the days on which the state is unknown."""
    first = _shares("2020-03-01").iloc[0]
    assert list(first[["open_share", "partial_share", "severed_share"]]) == [0.5, 0.0, 0.5]


def test_groups_pool_their_days() -> None:
    """A group's days are those of its channels together; no level is a group of its own."""
    found = _shares("2020-03-01", "level")
    named = found[found["group"] == "military"].iloc[0]
    assert list(named[_DAYS]) == [20, 20, 20, 10, 60]
    rest = found[found["group"].isna()].iloc[0]
    assert list(rest[_DAYS]) == [10, 0, 0, 0, 10]


def test_no_share_without_known_days() -> None:
    """A channel that began on the as-of day has no days and no shares."""
    last = _shares("2020-02-20").iloc[-1]
    assert list(last[_DAYS]) == [0, 0, 0, 0, 0]
    assert pd.isna(last["open_share"])


def test_days_count_from_the_first_state() -> None:
    """Unknown days before the first state are not on record."""
    text = "channel,date,event,state\nA,2020-01-01,change,unknown\nA,2020-01-11,change,open\n"
    found = shares(evidence(text, "2020-01-21")).iloc[0]
    assert list(found[_DAYS]) == [10, 0, 0, 0, 10]
