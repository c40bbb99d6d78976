"""The frame around every page."""

from datetime import date

from openline.record.reading import read_record
from openline.ui.frame import known_names, last_day
from tests.screen import csv_text

RECORD = read_record(
    csv_text([("Talks", "B; A", "2020-05-01", "", "open")]).encode(), date(2024, 1, 1)
)


def test_sides_are_names_too() -> None:
    """Parties are known as a set and side by side."""
    assert known_names(RECORD, "parties") == ["A; B", "A", "B"]


def test_a_record_of_the_future_has_no_last_day() -> None:
    """Where every row is after today the record knows no day."""
    assert last_day(RECORD, date(2020, 5, 2)) == date(2020, 5, 1)
    assert last_day(RECORD, date(2020, 4, 30)) is None
