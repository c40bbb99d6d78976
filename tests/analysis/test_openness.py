"""How open the channels are on average."""

import pandas as pd

from openline.analysis.openness import OPENNESS, openness
from tests.analysis.records import evidence

_RECORD = """channel,date,event,state
A,2020-01-01,change,open
B,2020-02-01,change,partial
C,2020-03-01,change,severed
B,2020-04-01,change,unknown
A,2020-05-01,ended,
C,2020-06-01,change,unknown
"""


def test_the_mean_of_the_weights() -> None:
    """Openness is the mean weight of the known channels on each day of change."""
    found = openness(evidence(_RECORD, "2020-04-01"))
    assert list(found["openness"]) == [1.0, 0.75, 0.5, 0.5]


def test_the_strict_readings() -> None:
    """The low reading takes open alone, the high one open and partial."""
    third = openness(evidence(_RECORD, "2020-03-01")).iloc[-1]
    assert abs(third["low"] - 1 / 3) < 1e-9
    assert abs(third["high"] - 2 / 3) < 1e-9


def test_the_counts() -> None:
    """Beside the means stand the numbers of channels in each state, ended ones too."""
    found = openness(evidence(_RECORD, "2020-05-31"))
    states = ["open", "partial", "severed", "unknown", "ended"]
    assert found[states].to_numpy().tolist() == [
        [1, 0, 0, 0, 0],
        [1, 1, 0, 0, 0],
        [1, 1, 1, 0, 0],
        [1, 0, 1, 1, 0],
        [0, 0, 1, 1, 1],
    ]


def test_missing_where_nothing_is_known() -> None:
    """Without a known channel there is no openness and there are no bounds."""
    last = openness(evidence(_RECORD, "2020-12-31")).iloc[-1]
    assert last[["openness", "low", "high"]].isna().all()


def test_stale_after_730_days() -> None:
    """A known channel is stale when its latest row is more than 730 days old, not at 730."""
    rows = "channel,date,event,state\nA,2020-01-01,change,open\nB,{},change,open\n"
    # 2020 is a leap year: 730 days after its first day is 31 December 2021.
    for day, stale in (("2021-12-31", 0), ("2022-01-01", 1)):
        found = openness(evidence(rows.format(day), "2022-06-01"))
        assert list(found["stale"]) == [0, stale]


def test_no_rows_before_the_first_day() -> None:
    """Before any channel exists there is no step, and the columns are all there."""
    found = openness(evidence(_RECORD, "2019-12-31"))
    assert isinstance(found, pd.DataFrame)
    assert found.empty
    assert tuple(found) == OPENNESS
