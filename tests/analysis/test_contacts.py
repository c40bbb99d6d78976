"""Contacts, and the lives within which they count."""

import pandas as pd

from openline.analysis.contacts import contacts, lives
from tests.analysis.records import evidence

_RECORD = """channel,date,event,state
Line,2020-01-01,contact,
Line,2020-02-01,change,open
Line,2020-03-01,contact,
Line,2020-04-01,ended,
Line,2020-05-01,contact,
Line,2020-06-01,contact,partial
Line,2020-07-01,contact,
"""


def _days(*texts: str) -> list[pd.Timestamp]:
    return [pd.Timestamp(text) for text in texts]


def test_only_contacts_within_a_life() -> None:
    """A contact before the first state, or between an end and a new start, does not count."""
    found = contacts(evidence(_RECORD, "2020-12-31"))
    assert list(found["earliest"]) == _days("2020-03-01", "2020-06-01", "2020-07-01")


def test_contacts_name_their_life() -> None:
    """Each contact belongs to the life in which it came, a starting one to its own."""
    assert list(contacts(evidence(_RECORD, "2020-12-31"))["life"]) == [0, 1, 1]


def test_a_life_runs_to_its_end() -> None:
    """A life begins with the first state and ends with the end, or goes on."""
    found = lives(evidence(_RECORD, "2020-12-31"))
    assert list(found["start"]) == _days("2020-02-01", "2020-06-01")
    assert found["end"].iloc[0] == pd.Timestamp("2020-04-01")
    assert pd.isna(found["end"].iloc[1])


def test_later_contacts_are_not_seen() -> None:
    """A contact after the as-of day does not count, one on it does."""
    assert len(contacts(evidence(_RECORD, "2020-02-29"))) == 0
    assert len(contacts(evidence(_RECORD, "2020-03-01"))) == 1


def test_no_contacts_without_a_life() -> None:
    """A channel without any state has neither a life nor contacts."""
    text = "channel,date,event,state\nLine,2020-01-01,contact,\n"
    assert lives(evidence(text, "2020-12-31")).empty
    assert contacts(evidence(text, "2020-12-31")).empty


def test_a_contact_of_the_first_and_the_last_day_is_within_the_life() -> None:
    """It goes by days: neither the row that begins a life nor its end needs to come before."""
    text = (
        "channel,date,event,state\nLine,2020-01-31,contact,\nLine,2020-02-01,contact,\n"
        "Line,2020-02-01,change,open\nLine,2020-04-01,ended,\nLine,2020-04-01,contact,\n"
        "Line,2020-04-02,contact,\n"
    )
    found = contacts(evidence(text, "2020-12-31"))
    assert list(found["earliest"]) == _days("2020-02-01", "2020-04-01")


def test_the_day_before_a_second_life_is_in_neither() -> None:
    """A contact between two lives counts in neither, and one of the next day in the second."""
    text = (
        "channel,date,event,state\nLine,2020-01-01,,open\nLine,2020-02-01,ended,\n"
        "Line,2020-02-02,contact,\nLine,2020-02-03,contact,\nLine,2020-02-03,,open\n"
    )
    found = contacts(evidence(text, "2020-12-31"))
    assert list(zip(found["earliest"], found["life"], strict=True)) == [
        (pd.Timestamp("2020-02-03"), 1)
    ]


def test_a_channel_that_is_unknown_has_a_life() -> None:
    """A life begins with unknown as with a state, and contacts count while nothing is known."""
    text = "channel,date,event,state\nA,2020-01-01,,unknown\nA,2020-02-01,contact,\n"
    assert len(contacts(evidence(text, "2020-12-31"))) == 1
