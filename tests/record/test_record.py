"""A record: its errors, and the day up to which it knows anything."""

from datetime import date

from tests.asking import read


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
