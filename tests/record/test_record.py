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
