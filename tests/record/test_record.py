"""A record: its errors, and the day up to which it knows anything."""

from datetime import date

import pandas as pd

from openline.formats.machine import text_of
from openline.record.reading import read_record
from openline.record.record import Record, record_rows
from tests.asking import TODAY, read


def test_only_errors_keep_a_record_from_use() -> None:
    """A record with warnings alone may be used; one with an error may not."""
    warned = read("channel,date,state,source_url", "A,2020-01-01,open,ftp://example.org")
    assert [item.severity for item in warned.problems] == ["warning"]
    assert not warned.has_errors
    assert warned.errors == ()
    faulty = read("channel,date,state", "A,2020-01-01,opened", "A,2099-01-01,open")
    assert faulty.has_errors
    assert [item.code for item in faulty.errors] == ["state-vocabulary"]


def test_the_default_day_is_the_latest_that_is_not_after_today() -> None:
    """Nothing is claimed beyond what the record knows, and later rows do not count."""
    record = read("channel,date,state", "A,2020-01-01,open", "A,2020-06,partial", "B,2099,open")
    assert record.latest_day(date(2021, 1, 1)) == date(2020, 6, 1)
    assert record.latest_day(date(2020, 6, 1)) == date(2020, 6, 1)
    assert record.latest_day(date(2020, 5, 31)) == date(2020, 1, 1)


def test_a_record_without_a_day_up_to_today_is_asked_for_today() -> None:
    """Where all rows are later than today, the default day is today."""
    record = read("channel,date,state", "A,2030-01-01,open")
    assert record.latest_day(date(2021, 1, 1)) == date(2021, 1, 1)


def _default_day(today: str, *rows: str) -> str:
    record = read("channel,start,end,state", *rows)
    assert not record.has_errors, record.errors
    return record.latest_day(date.fromisoformat(today)).isoformat()


def test_of_the_end_of_an_interval_the_day_before_counts() -> None:
    """What an interval tells is known up to the day before its end, to the earliest one."""
    for end in ("2020-12-31", "2020-12-31/2021-02-01"):
        assert _default_day("2026-11-29", f"A,2020-01-01,{end},open") == "2020-12-30"
    assert _default_day("2026-11-29", "A,2019,2020,open", "B,2018,,open") == "2019-12-31"


def test_an_end_that_is_to_come_counts_from_the_day_before_it() -> None:
    """An interval up to tomorrow is known today; of one that ends later only the start counts."""
    row = "A,2020-01-01,2020-12-31,open"
    assert _default_day("2020-12-31", row) == "2020-12-30"
    assert _default_day("2020-12-30", row) == "2020-12-30"
    assert _default_day("2020-12-29", row) == "2020-01-01"


def test_an_end_that_the_next_start_continues_counts_as_well() -> None:
    """Where the next interval begins after today, the end of the one before is known."""
    rows = ("A,2018-01-01,2020,open", "A,2020-12-01,,severed")
    assert _default_day("2020-06-01", *rows) == "2019-12-31"
    assert _default_day("2020-12-01", *rows) == "2020-12-01"


def test_a_start_counts_where_the_end_may_lie_before_it() -> None:
    """An end that may lie before the start leaves the start, and the first of all days is no
    obstacle."""
    assert _default_day("2026-11-29", "A,2020-06-15,2020-06-01/2020-07-31,open") == "2020-06-15"
    assert _default_day("2026-11-29", "A,0001-01-01,0001-01-01/0001-06-01,open") == "0001-01-01"


def test_without_a_column_of_events_no_contact_can_be_logged() -> None:
    """A record whose file has no such column does not tell that nobody spoke."""
    assert not read("channel,date,state", "A,2020-01-01,open").logs_contacts
    assert read("channel,date,state,event", "A,2020-01-01,open,").logs_contacts


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
