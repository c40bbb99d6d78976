"""What moved channels between two days."""

from datetime import date

import pandas as pd

from openline.analysis.between import (
    NEWEST_CONTACT,
    NEWEST_MOVE,
    moves_between,
    newest_contacts,
    refusers,
)
from openline.analysis.evidence import gather
from tests.analysis.records import read

_RECORD = """channel,date,event,state,summary
Calm,2020-01-01,change,open,Opened.
Calm,2020-07-01,contact,,They met.
Back,2020-01-01,change,open,Opened.
Back,2020-07-01,change,severed,Cut off.
Back,2020-08,change,open,Open again.
Over,2020-01-01,change,open,Opened.
Over,2020-12-31,ended,,Closed for good.
"""


def _between() -> pd.DataFrame:
    evidence = gather(read(_RECORD), date(2020, 12, 31))
    return moves_between(evidence, pd.Timestamp("2020-01-01"))


def test_only_channels_that_moved_have_a_row() -> None:
    """What happened on the first day is left out, the last day is in; contacts move nothing."""
    found = _between()
    assert tuple(found.columns) == NEWEST_MOVE
    assert found["summary"].tolist() == ["Open again.", "Closed for good."]


def test_the_newest_move_is_told_and_all_are_counted() -> None:
    """A channel that went and came back has two moves, of which the last is cited."""
    back = _between().iloc[0]
    assert back["moves"] == 2
    assert back["moved"] == pd.Timestamp("2020-08-01")
    assert back["moved_text"] == "2020-08"


def test_the_newest_contact_is_told() -> None:
    """Only contacts after the first day count; a channel without one has no row."""
    evidence = gather(read(_RECORD), date(2020, 12, 31))
    found = newest_contacts(evidence, pd.Timestamp("2020-01-01"))
    assert tuple(found.columns) == NEWEST_CONTACT
    assert found["contact_summary"].tolist() == ["They met."]
    assert not len(newest_contacts(evidence, pd.Timestamp("2020-07-01")))


def test_who_refused_is_told_where_a_row_names_one() -> None:
    """After the first day, and up to the as-of day."""
    rows = [
        "channel,parties,date,event,state,actor",
        "Talks,A; B,2020-01-01,refusal,severed,A",
        "Talks,A; B,2020-02-01,refusal,,A",
        "Talks,A; B,2020-03-01,refusal,,",
        "Talks,A; B,2020-04-01,refusal,,B",
        "Talks,A; B,2021-01-01,refusal,,B",
    ]
    evidence = gather(read("\n".join(rows)), date(2020, 12, 31))
    assert refusers(evidence, pd.Timestamp("2020-01-01")).tolist() == ["A", "B"]
