"""The rows of a record that are seen."""

from datetime import date

import pandas as pd

from openline.analysis.evidence import gather
from openline.analysis.filters import Filters
from openline.analysis.observations import observation_columns, observations
from tests.analysis.records import read

_RECORD = """channel,date,event,state,confidence,line,id
Line,2020-02,change,severed,inferred,x,2
Line,2020-01-01,change,open,confirmed,y,1
Desk,2020-01-01,change,open,confirmed,z,3
"""


def _rows(day: date, filters: Filters | None = None) -> pd.DataFrame:
    record = read(_RECORD)
    return observations(record, gather(record, day, filters))


def test_rows_come_by_channel_and_day() -> None:
    """Rows are ordered by channel and day and keep the line where they began."""
    found = _rows(date(2020, 12, 31))
    assert list(found["channel"]) == ["Desk", "Line", "Line"]
    assert list(found["line"]) == [4, 3, 2]


def test_a_coarse_date_has_both_its_days() -> None:
    """A coarse date shows its earliest and its latest day and its text."""
    last = _rows(date(2020, 12, 31)).iloc[-1]
    assert (last["date"], last["latest"]) == (
        pd.Timestamp("2020-02-01"),
        pd.Timestamp("2020-02-29"),
    )
    assert last["date_text"] == "2020-02"


def test_a_row_may_be_later() -> None:
    """A row is marked where its latest day is after the as-of day, not where it is that day."""
    assert list(_rows(date(2020, 2, 28))["may_be_later"]) == [False, False, True]
    assert not _rows(date(2020, 2, 29))["may_be_later"].any()


def test_rows_left_out_are_not_shown() -> None:
    """Rows after the as-of day or under the confidence are not shown."""
    assert len(_rows(date(2020, 1, 31))) == 2
    assert len(_rows(date(2020, 12, 31), Filters(confidence="reported"))) == 2


def test_other_columns_are_kept() -> None:
    """Other columns come last, and one with the name of a column of the table is marked."""
    assert observation_columns(read(_RECORD))[-2:] == ("line (file)", "id")
    found = _rows(date(2020, 12, 31))
    assert list(found["id"]) == ["3", "1", "2"]
    assert list(found["line (file)"]) == ["z", "y", "x"]
