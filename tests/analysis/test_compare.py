"""The state of each channel on two days."""

from datetime import date

import pandas as pd

from openline.analysis.compare import COMPARISON, compare, compare_evidence, since
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
