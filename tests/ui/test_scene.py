"""What a page draws from."""

from datetime import date

from openline.questions import last_day
from tests.asking import read


def test_a_record_of_the_future_has_no_last_day() -> None:
    """Where every row is after today the record knows no day."""
    record = read("channel,date,state", "Talks,2020-05-01,open")
    assert last_day(record, date(2020, 5, 2)) == date(2020, 5, 1)
    assert last_day(record, date(2020, 4, 30)) is None
