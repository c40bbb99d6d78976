"""Writing: what is written and read again is the same record."""

import pandas as pd

from openline.formats.machine import text_of
from openline.record.reading import read_record
from openline.record.record import Record
from openline.record.writing import record_rows
from tests.asking import TODAY, read

_LINES = (
    "Note,state,date,channel,parties,cadence_days,event",
    "x,open,2021-02,C,B;A,365.0,",
    "y,severed,2020-01-01/2020-01-05,D,A;B,,change",
    ",,2022,C,A; B,,contact",
)


def _again(record: Record) -> Record:
    return read_record(text_of(record_rows(record), "csv").encode(), TODAY)


def test_columns_are_in_the_order_of_the_format() -> None:
    """The format's columns come first, in its order, and other columns after them."""
    frame = record_rows(read(*_LINES))
    assert list(frame) == ["channel", "parties", "cadence_days", "date", "event", "state", "Note"]


def test_rows_are_in_the_order_of_the_file() -> None:
    """Rows are written in the order in which they were read."""
    assert record_rows(read(*_LINES))["channel"].tolist() == ["C", "D", "C"]


def test_cells_are_in_one_form() -> None:
    """Parties are sorted, cadences whole and events filled."""
    frame = record_rows(read(*_LINES))
    assert frame["parties"].unique().tolist() == ["A; B"]
    assert frame["cadence_days"].iloc[0] == 365
    assert frame["event"].tolist() == ["change", "change", "contact"]


def test_what_is_written_reads_as_the_same_record() -> None:
    """Observations, channels and other columns survive being written."""
    record = read(*_LINES)
    again = _again(record)
    pd.testing.assert_frame_equal(
        again.observations.drop(columns="line"), record.observations.drop(columns="line")
    )
    pd.testing.assert_frame_equal(again.channels, record.channels)
    pd.testing.assert_frame_equal(again.extras, record.extras)


def test_intervals_are_written_as_dates() -> None:
    """A record of intervals is written in the form with `date`, its breaks as unknown."""
    record = read("channel,start,end,state", "C,2020-01-01,2020-02-01,open")
    frame = record_rows(record)
    assert frame[["date", "state"]].values.tolist() == [
        ["2020-01-01", "open"],
        ["2020-02-01", "unknown"],
    ]
    assert not _again(record).problems


def test_only_given_rows_are_written() -> None:
    """Of some observations, only those are written, with their other columns."""
    record = read(*_LINES)
    rows = record.observations[record.observations["channel"] == "D"]
    assert record_rows(record, rows)["Note"].tolist() == ["y"]
