"""The contacts and overtures that moved nothing."""

from typing import Any

from openline.analysis.openings import openings
from openline.analysis.signs import SIGNS, signs
from tests.analysis.records import evidence

_RECORD = """channel,date,event,state,summary
Line,2020-01-01,change,severed,Cut.
Line,2020-02-01,overture,,Asked.
Line,2020-03-01,contact,,Met.
Line,2020-04-01,contact,partial,Met and agreed.
Line,2020-05-01,contact,,Met again.
Line,2020-06-01,change,open,Reopened.
Line,2020-07-01,contact,,Met as usual.
"""


def _said(text: str, day: str = "2020-12-31", **options: Any) -> list[str]:
    return list(signs(evidence(text, day), **options)["summary"])


def test_signs_stand_in_severed_and_partial_channels_and_moved_nothing() -> None:
    """A contact that raised the state and one in an open channel are no signs."""
    found = signs(evidence(_RECORD, "2020-12-31"))
    assert found[["summary", "event", "state"]].to_numpy().tolist() == [
        ["Met again.", "contact", "partial"],
        ["Met.", "contact", "severed"],
        ["Asked.", "overture", "severed"],
    ]


def test_a_sign_has_its_columns() -> None:
    """The columns are those that are named, and beside them channel, row and date as given."""
    found = signs(evidence(_RECORD, "2020-12-31"))
    assert list(found) == [*SIGNS, "channel_id", "row", "date_text"]
    assert found["row"].tolist() == [4, 2, 1]


def test_the_window_takes_in_its_first_day() -> None:
    """A row exactly as old as the window is in, one a day older is not."""
    assert _said(_RECORD, "2020-03-11", window=10) == ["Met."]
    assert _said(_RECORD, "2020-03-11", window=9) == []


def test_a_contact_that_ended_a_silence_is_an_opening_and_no_sign() -> None:
    """What the openings list is not told twice; a longer silence makes it a sign again."""
    text = (
        "channel,date,event,state,summary\nLine,2020-01-01,contact,partial,First.\n"
        "Line,2020-07-19,contact,,Second.\nLine,2020-07-19,contact,,Same day.\n"
    )
    seen = evidence(text, "2020-12-31")
    assert openings(seen)["change"].tolist() == ["resumed", "established"]
    assert signs(seen)["summary"].tolist() == []
    assert signs(seen, min_days=300)["summary"].tolist() == ["Second.", "Same day."]


def test_an_overture_on_the_day_of_a_move_is_a_sign() -> None:
    """An overture never moves a state, so it stands beside the move of its day."""
    text = (
        "channel,date,event,state,summary\nLine,2020-01-01,,severed,Cut.\n"
        "Line,2020-01-01,overture,,Asked to reconsider.\n"
    )
    assert _said(text) == ["Asked to reconsider."]


def test_the_state_is_the_one_at_the_end_of_the_day() -> None:
    """A channel that opens on the day gives no sign, one that is cut does."""
    text = (
        "channel,date,event,state,summary\nLine,2020-01-01,,open,\n"
        "Line,2020-02-01,overture,,Asked.\nLine,2020-02-01,,severed,\n"
    )
    assert _said(text) == ["Asked."]


def test_unknown_ended_and_unborn_channels_give_no_signs() -> None:
    """Without a state that is severed or partial nothing is a sign."""
    text = (
        "channel,date,event,state,summary\nLine,2019-12-01,overture,,Before it began.\n"
        "Line,2020-01-01,,unknown,\nLine,2020-02-01,overture,,Asked.\nLine,2020-03-01,,severed,\n"
        "Line,2020-04-01,ended,,\nLine,2020-05-01,overture,,Asked later.\n"
        "Old,2020-01-01,,severed,\n"
    )
    assert _said(text) == []


def test_the_newest_sign_comes_first_and_a_day_goes_by_channel() -> None:
    """Days fall, and the channels of a day are in their own order."""
    text = "channel,date,event,state,summary\n" + "".join(
        f"{name},2020-01-01,,severed,\n{name},2020-0{month}-01,overture,,{name}{month}\n"
        for name in "BA"
        for month in (3,)
    )
    assert _said(text + "A,2020-05-01,overture,,A5\n") == ["A5", "A3", "B3"]


def test_an_empty_record_has_no_signs() -> None:
    """Without rows up to the day there is a table without rows."""
    found = signs(evidence("channel,date,state\nLine,2020-01-01,open\n", "2019-01-01"))
    assert len(found) == 0
    assert set(SIGNS) <= set(found)
