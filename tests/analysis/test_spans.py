"""The stretches of days in which a channel keeps one state."""

import pandas as pd

from openline.analysis.spans import SPANS, spans
from tests.analysis.records import evidence

_RECORD = """channel,date,event,state,cause
Line,2020-01-01,change,open,Accord
Line,2020-01-11,contact,open,
Line,2020-02,change,severed,Drill
Line,2020-03-01,ended,,
"""


def test_a_span_runs_to_the_next() -> None:
    """A span ends on the day on which the next begins, and a confirmation does not cut it."""
    found = spans(evidence(_RECORD, "2020-02-15"))
    assert list(found["state"]) == ["open", "severed"]
    assert list(found["start"]) == [pd.Timestamp("2020-01-01"), pd.Timestamp("2020-02-01")]
    assert found["end"].iloc[0] == pd.Timestamp("2020-02-01")
    assert list(found["days"]) == [31, 14]


def test_the_last_span_is_ongoing() -> None:
    """The last span has no end before the channel has ended."""
    found = spans(evidence(_RECORD, "2020-02-15"))
    assert list(found["ongoing"]) == [False, True]
    assert pd.isna(found["end"].iloc[1])


def test_an_end_closes_the_last_span() -> None:
    """The end of a channel closes its last span and begins none."""
    found = spans(evidence(_RECORD, "2020-06-01"))
    assert list(found["end"]) == [pd.Timestamp("2020-02-01"), pd.Timestamp("2020-03-01")]
    assert not found["ongoing"].any()
    assert list(found["ended"]) == [False, True]


def test_coarse_dates_bound_the_length() -> None:
    """A length is bounded by the days that the dates at its two ends allow."""
    found = spans(evidence(_RECORD, "2020-06-01"))
    assert list(found["days_min"]) == [31, 1]
    assert list(found["days_max"]) == [59, 29]


def test_a_latest_day_stops_at_the_as_of_day() -> None:
    """A date that may be later than the as-of day counts as that day in the bounds."""
    found = spans(evidence(_RECORD, "2020-02-15"))
    assert list(found["days_min"]) == [31, 0]
    assert list(found["days_max"]) == [45, 14]


def test_the_first_row_is_cited() -> None:
    """A span takes its cause from the row that began it."""
    assert list(spans(evidence(_RECORD, "2020-06-01"))["cause"]) == ["Accord", "Drill"]


def test_no_spans_before_the_first_row() -> None:
    """Before the first row there are no spans, and the columns are all there."""
    found = spans(evidence(_RECORD, "2019-12-31"))
    assert found.empty
    assert set(SPANS) <= set(found)
