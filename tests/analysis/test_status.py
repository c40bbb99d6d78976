"""What each channel is on the as-of day."""

import pandas as pd

from openline.analysis.status import STATUS, status
from tests.analysis.records import evidence

_RECORD = """channel,cadence_days,date,event,state,cause
Line,30,2020-01-01,change,open,
Line,30,2020-01-11,contact,,
Line,30,2020-02-01,overture,,
Line,30,2020-03-01,change,severed,Drill
Line,30,2020-04-01,ended,,Merger
Line,30,2020-05-01,change,open,
Desk,0,2020-01-01,contact,open,
"""


def _line(day: str) -> pd.Series:
    found = status(evidence(_RECORD, day)).set_index("channel")
    return found.loc["Line"]


def test_state_and_its_days() -> None:
    """The state is the one held on the day, with the days since it began and the one before."""
    line = _line("2020-03-15")
    assert (line["state"], line["previous_state"], line["days_in_state"]) == ("severed", "open", 14)
    assert (line["since"], line["cause"]) == (pd.Timestamp("2020-03-01"), "Drill")


def test_overdue_at_twice_the_cadence() -> None:
    """A channel is overdue from exactly twice its cadence without contact."""
    before, due = _line("2020-03-10"), _line("2020-03-11")
    assert (before["days_silent"], before["overdue"]) == (59, False)
    assert (due["days_silent"], due["overdue"]) == (60, True)


def test_any_row_is_an_observation() -> None:
    """An overture is no contact, but it is an observation of the channel."""
    line = _line("2020-02-11")
    assert line["last_contact"] == pd.Timestamp("2020-01-11")
    assert line["last_observed"] == pd.Timestamp("2020-02-01")
    assert line["days_unobserved"] == 10


def test_an_ended_channel_is_not_silent() -> None:
    """An ended channel says so with the cause of its end, and no days without contact."""
    line = _line("2020-04-11")
    assert (line["state"], line["cause"], line["days_in_state"]) == ("ended", "Merger", 10)
    assert pd.isna(line["days_silent"])
    assert line["overdue"] is None


def test_a_contact_of_an_earlier_life_is_gone() -> None:
    """A channel that was established again has no contact from before its end."""
    line = _line("2020-05-11")
    assert (line["state"], line["previous_state"]) == ("open", "ended")
    assert pd.isna(line["last_contact"])
    assert pd.isna(line["days_silent"])


def test_routine_use_is_never_silent() -> None:
    """With a cadence of 0 the last contact is shown, and neither silent days nor overdue."""
    desk = status(evidence(_RECORD, "2020-06-01")).set_index("channel").loc["Desk"]
    assert desk["last_contact"] == pd.Timestamp("2020-01-01")
    assert pd.isna(desk["days_silent"])
    assert desk["overdue"] is None


def test_no_channel_before_its_first_row() -> None:
    """Before any channel exists the table is empty and keeps its columns."""
    found = status(evidence(_RECORD, "2019-12-31"))
    assert found.empty
    assert set(STATUS) <= set(found)


def test_an_overdue_channel_says_by_how_many_days() -> None:
    """The next contact is expected one cadence after the last, and overdue after two."""
    record = """channel,date,event,state,cadence_days
Rounds,2022-01-01,change,open,100
Rounds,2022-12-01,contact,,100
Soon,2022-01-01,change,open,100
Soon,2023-03-01,contact,,100
Line,2022-01-01,change,open,0
Line,2022-12-01,contact,,0
"""
    frame = status(evidence(record, "2023-06-30")).set_index("channel")
    assert frame["expected"].dt.strftime("%Y-%m-%d").dropna().to_dict() == {
        "Rounds": "2023-03-11",
        "Soon": "2023-06-09",
    }
    assert frame["days_overdue"].dropna().to_dict() == {"Rounds": 111}
