"""Severances and silences."""

import pandas as pd

from openline.analysis.gaps import GAPS, gaps, severances, silences
from tests.analysis.records import evidence

_CUT = """channel,date,event,state,cause
Line,2020-01-01,change,open,
Line,2020-02-01,change,severed,Drill
Line,2020-03-01,contact,partial,
Line,2020-03-11,contact,,
Line,2020-04-01,change,open,
Line,2020-05-01,check,open,
"""
_CALLS = """channel,cadence_days,date,event,state
Line,{cadence},2020-01-01,contact,open
Line,{cadence},2020-04-10,contact,
Line,{cadence},2020-04-20,contact,
Line,{cadence},{end},ended,
"""


def _calls(cadence: str = "", end: str = "2021-01-01") -> str:
    return _CALLS.format(cadence=cadence, end=end)


def test_a_severance_ends_with_a_raise() -> None:
    """A severance is a severed span, ended by the event that raised the state."""
    found = severances(evidence(_CUT, "2020-12-31")).iloc[0]
    assert (found["days"], found["ended_by"], found["cause"]) == (29, "contact", "Drill")
    assert found["onset_known"] is True


def test_a_severance_that_two_rows_tell_has_a_known_onset() -> None:
    """The state before the day decides whether a change is one, whichever rows the day has."""
    two = "channel,date,event,state\nLine,2020-01-01,change,open\nLine,2020-02-01,{},severed\n"
    for first in ("change", "check"):
        text = f"{two.format(first)}Line,2020-02-01,change,severed\n"
        found = severances(evidence(text, "2020-12-31")).iloc[0]
        assert (found["days"], found["onset_known"]) == (334, True)
    held = two.replace("open", "severed").format("change")
    assert severances(evidence(held, "2020-12-31"))["days"].tolist() == [365]


def test_first_contact_and_restored_are_told_apart() -> None:
    """The first contact may come before the day on which the channel is open again."""
    found = severances(evidence(_CUT, "2020-12-31")).iloc[0]
    assert found["first_contact"] == pd.Timestamp("2020-03-01")
    assert found["restored"] == pd.Timestamp("2020-04-01")


def test_a_severance_goes_on() -> None:
    """A severance that has not ended is ongoing, with days to the as-of day."""
    found = severances(evidence(_CUT, "2020-02-11")).iloc[0]
    assert (bool(found["ongoing"]), found["days"]) == (True, 10)
    assert pd.isna(found["end"])
    assert pd.isna(found["first_contact"])
    assert pd.isna(found["restored"])


def test_a_check_leaves_the_onset_unknown() -> None:
    """A severance that a check began has no known onset."""
    text = "channel,date,event,state\nLine,2020-01-01,check,severed\n"
    assert list(severances(evidence(text, "2020-02-01"))["onset_known"]) == [False]


def test_a_silence_counts_from_the_least_days() -> None:
    """Exactly as many days as asked for make a silence, one more asked for do not."""
    day = "2020-04-20"
    assert list(silences(evidence(_calls(), day), 100)["days"]) == [100]
    assert silences(evidence(_calls(), day), 101).empty


def test_a_silence_runs_to_the_as_of_day_or_the_end() -> None:
    """The last silence is ongoing until the channel ends, and then ended by that."""
    ongoing = silences(evidence(_calls(), "2020-06-29"), 70)
    ended = silences(evidence(_calls(end="2020-06-29"), "2020-12-31"), 70)
    assert list(ongoing["days"]) == [100, 70]
    assert list(ongoing["ongoing"]) == [False, True]
    assert list(ended["ended_by"]) == ["contact", "ended"]


def test_a_cadence_wins() -> None:
    """Twice the cadence is the least length where there is one, and 0 means no silence."""
    day = "2020-04-20"
    assert list(silences(evidence(_calls("50"), day), 500)["days"]) == [100]
    assert silences(evidence(_calls("51"), day), 0).empty
    assert silences(evidence(_calls("0"), day), 0).empty


def test_gaps_hold_both() -> None:
    """Severances and silences stand in one table by start, none where nothing is seen."""
    found = gaps(evidence(_CUT, "2020-12-31"))
    assert list(found["gap"]) == ["severance", "silence"]
    assert list(found["days"]) == [29, 295]
    assert set(GAPS) <= set(gaps(evidence(_CUT, "2019-12-31")))
