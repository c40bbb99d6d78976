"""What has to be known before the dates of a column can be read."""

from datetime import date
from typing import Final

from openline.intake.choices import DateReading
from openline.intake.foreign_dates import ForeignDates, find_foreign_dates
from openline.ui.records.date_questions import questions_of, reading_of

TODAY: Final = date(2026, 11, 25)


def _found(*cells: str, column: str = "date") -> ForeignDates:
    found = find_foreign_dates(column, dict.fromkeys(cells, 1))
    assert found is not None
    return found


def test_each_thing_that_has_to_be_known_is_asked_once() -> None:
    """With the cells that depend on it, and with what is proposed; the order only where one of
    them cannot be."""
    asked = list(questions_of(_found("8/5/63", "Aug-22", "43525"), 0, TODAY))
    assert [(item.name, item.proposal) for item in asked] == [
        ("Which number is the day", None),
        ("Two-digit years", "up to 26: 2000 on; later: 1900 on"),
        ("A month and a number", "a month and a year"),
        ("Numbers of days", "days since 1900"),
    ]
    assert asked[0].about == "1 cell, such as 8/5/63"
    (order,) = questions_of(_found("25/5/2020"), 0, TODAY)
    assert order.proposal == "day, month, year"


def test_answers_say_how_a_column_is_read() -> None:
    """The pivot is this year, so that no year is one to come."""
    (_, pivot) = questions_of(_found("8/5/63"), 0, TODAY)
    assert list(pivot.options.values()) == [{"pivot": 26}, {"pivot": 99}]


def test_words_for_no_end_are_asked_about_one_by_one() -> None:
    """Each with its rows."""
    asked = list(questions_of(_found("ongoing", "-", column="end"), 0, TODAY))
    assert [(item.name, item.about, item.proposal) for item in asked] == [
        ("ongoing", "in 1 row", "no end"),
        ("-", "in 1 row", "no end"),
    ]


def test_a_name_of_two_months_is_read_only_once_it_is_said() -> None:
    """Until then no language that knows the name reads any."""
    found = _found("5 listopada 2022", "5 août 2022")
    (asked,) = questions_of(found, 0, TODAY)
    assert list(asked.options) == ["November (Polish)", "October (Croatian)"]
    assert reading_of(found, [asked], {}, DateReading()).languages == ("fr",)
    croatian = {asked.key: asked.options["October (Croatian)"]}
    assert reading_of(found, [asked], croatian, DateReading()).languages[0] == "hr"
