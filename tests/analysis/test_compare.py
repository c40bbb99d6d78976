"""The state of each channel on two days."""

from datetime import date

import pandas as pd

from openline.analysis.compare import (
    COMPARISON,
    NEWEST_CONTACT,
    NEWEST_MOVE,
    compare,
    compare_evidence,
    moves_between,
    newest_contacts,
    refusers,
    since,
)
from openline.analysis.evidence import gather
from openline.record.reading import read_record
from tests.analysis.records import read
from tests.screen import ROOT

_RECORD = """channel,date,event,state
Calm,2020-01-01,change,open
Calm,2020-06-01,contact,
Calm,2020-06-02,contact,
Calm,2020-07-01,overture,
Calm,2020-12-31,refusal,
Cut,2020-01-01,change,open
Cut,2020-08-01,change,severed
Raised,2020-01-01,change,severed
Raised,2020-08-01,change,partial
Lost,2020-01-01,change,open
Lost,2020-08-01,change,unknown
Over,2020-01-01,change,open
Over,2020-08-01,ended,
Again,2020-01-01,change,open
Again,2020-07-01,ended,
Again,2020-08-01,change,open
Young,2020-08-01,change,open
"""
_MOVED = """channel,date,event,state,summary
Calm,2020-01-01,change,open,Opened.
Calm,2020-07-01,contact,,They met.
Back,2020-01-01,change,open,Opened.
Back,2020-07-01,change,severed,Cut off.
Back,2020-08,change,open,Open again.
Over,2020-01-01,change,open,Opened.
Over,2020-12-31,ended,,Closed for good.
"""


def _compared(first: date, second: date) -> pd.DataFrame:
    return compare(read(_RECORD), first, second).set_index("channel")


def _year() -> pd.DataFrame:
    return _compared(date(2020, 6, 1), date(2020, 12, 31))


def test_each_change_has_its_word() -> None:
    """A channel is new, unchanged, ended, unclear, opened or closed."""
    assert _year()["change"].to_dict() == {
        "Calm": "unchanged",
        "Cut": "closed",
        "Raised": "opened",
        "Lost": "unclear",
        "Over": "ended",
        "Again": "new",
        "Young": "new",
    }


def test_states_on_both_days() -> None:
    """The states of the two days stand beside each other, none before a channel exists."""
    found = _year()
    assert list(found.loc["Raised", ["from_state", "to_state"]]) == ["severed", "partial"]
    assert pd.isna(found.loc["Young", "from_state"])


def test_counts_leave_out_the_first_day() -> None:
    """What happened on the first day is not counted, what happened on the second is."""
    calm = _year().loc["Calm"]
    assert list(calm[["contacts", "overtures", "refusals"]]) == [1, 1, 1]


def test_counts_are_zero_where_nothing_happened() -> None:
    """A channel without events in between has counts of 0."""
    assert list(_year().loc["Cut", ["contacts", "overtures", "refusals"]]) == [0, 0, 0]


def test_later_rows_are_not_seen() -> None:
    """What comes after the second day is not seen."""
    found = _compared(date(2020, 2, 1), date(2020, 7, 15))
    assert found.loc["Again", "change"] == "ended"
    assert "Young" not in found.index


def test_no_channels_no_rows() -> None:
    """Before any channel exists the comparison is empty and keeps its columns."""
    found = compare(read(_RECORD), date(2019, 1, 1), date(2019, 2, 1))
    assert found.empty
    assert set(COMPARISON) <= set(found)


def test_it_is_the_comparison_without_what_stood_still() -> None:
    """Every row is one of the comparison, and none of the others moved or was used."""
    data = (ROOT / "data" / "channels.csv").read_bytes()
    record = read_record(data, date(2026, 11, 23))
    then, now = (gather(record, day) for day in (date(2025, 6, 30), date(2026, 6, 30)))
    compared = compare_evidence(then, now).set_index("channel_id")[list(COMPARISON)]
    found = since(then, now).set_index("channel_id")[list(COMPARISON)]
    assert compared.loc[found.index].equals(found)
    rest = compared.drop(found.index)
    assert set(rest["change"]) == {"unchanged"}
    assert not rest[["contacts", "overtures", "refusals"]].to_numpy().any()


def _between() -> pd.DataFrame:
    evidence = gather(read(_MOVED), date(2020, 12, 31))
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
    evidence = gather(read(_MOVED), date(2020, 12, 31))
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
