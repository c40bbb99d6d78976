"""The types of tables, as those name them who pass tables on."""

from datetime import date

from openline.record.frames import Column, Frame, Moment
from tests.analysis.records import read


def test_a_record_is_made_of_what_is_named() -> None:
    """Its rows are a frame, a name of them leads to a column, a cell of a day is a moment."""
    rows = read("channel,date,state\nHotline,2020-01-02,open\n").observations
    assert type(rows) is Frame
    assert type(rows["earliest"]) is Column
    assert rows["earliest"].iloc[0] == Moment(date(2020, 1, 2))
