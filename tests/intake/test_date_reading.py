"""How a date is read by what was chosen."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openline.intake.choices import DateOrder, DateReading
from openline.intake.date_reading import first_day_after, read_date, read_foreign, said


@pytest.mark.parametrize(
    ("text", "day_first", "month_first"),
    [
        ("8/5/2022", "2022-05-08", "2022-08-05"),
        ("5.8.2022", "2022-08-05", "2022-05-08"),
        ("25/12/2022", "2022-12-25", None),
        ("8/5/22", "2022-05-08", "2022-08-05"),
        ("8/5/63", "1963-05-08", "1963-08-05"),
        ("Friday, August 5th, 2022", "2022-08-05", "2022-08-05"),
        ("8/5/2022 12:00:00 AM", "2022-05-08", "2022-08-05"),
        ("2.8.2022 – 25.8.2022", "2022-08-02/2022-08-25", None),
        ("8/5/2022 14:30", None, None),
        ("44778", None, None),
        ("Aug-22", None, None),
        ("", None, None),
    ],
)
def test_a_typed_date_is_read_in_both_orders(
    text: str, day_first: str | None, month_first: str | None
) -> None:
    """Each form gives the day that its order names, or none."""
    orders: tuple[DateOrder, ...] = ("day-first", "month-first")
    assert tuple(read_foreign(text, order) for order in orders) == (day_first, month_first)


@pytest.mark.parametrize(
    ("text", "reading", "expected"),
    [
        ("8/5/2022", DateReading(), "8/5/2022"),
        ("8/5/2022", DateReading("month-first"), "2022-08-05"),
        ("25/12/2022", DateReading("month-first"), "25/12/2022"),
        ("2/28/2024", DateReading("month-first"), "2024-02-28"),
        ("5 Aug 2022", DateReading(), "2022-08-05"),
        ("5 août 2022", DateReading(), "5 août 2022"),
        ("5 août 2022", DateReading(languages=("fr",)), "2022-08-05"),
        ("5 Aug 2022", DateReading(languages=("fr",)), "2022-08-05"),
        ("lis 2022", DateReading(languages=("hr", "pl")), "2022-10"),
        ("8/5/22", DateReading("day-first"), "8/5/22"),
        ("8/5/22", DateReading("day-first", pivot=26), "2022-05-08"),
        ("8/5/27", DateReading("day-first", pivot=26), "1927-05-08"),
        ("22-08-05", DateReading("year-first", pivot=26), "2022-08-05"),
        ("22/08/05", DateReading("year-first", pivot=26), "22/08/05"),
        ("Aug-22", DateReading(pivot=26), "Aug-22"),
        ("22-Aug", DateReading(pivot=26, month_year=True), "22-Aug"),
        ("Aug-22", DateReading(pivot=26, month_year=True), "2022-08"),
        ("2022-08-05T14:30Z", DateReading(), "2022-08-05T14:30Z"),
        ("2022-08-05T14:30Z", DateReading(without_time=True), "2022-08-05"),
        ("43525", DateReading(), "43525"),
        ("43525", DateReading(epoch=1900), "2019-03-01"),
        ("44361", DateReading(epoch=1904), "2025-06-15"),
        ("2020", DateReading(epoch=1900), "2020"),
        ("2020-08-05*", DateReading(), "2020-08-05*"),
        ("2020-08-05*", DateReading(without_marks=True), "2020-08-05"),
        ("mid-2020", DateReading(), "mid-2020"),
        ("mid-2020", DateReading(thirds=True), "2020-05/2020-08"),
        ("spring 2020", DateReading(seasons="north"), "2020-03/2020-05"),
        ("spring 2020", DateReading(seasons="south"), "2020-09/2020-11"),
        ("c. 2020", DateReading(), "c. 2020"),
        ("c. 2020", DateReading(without_doubt=True), "2020"),
        (" Ongoing ", DateReading(no_end=("ongoing",)), ""),
        ("-", DateReading(no_end=("ongoing",)), "-"),
        ("2020-12-31", DateReading(last_day=True), "2021-01-01"),
        ("31.12.2020", DateReading("day-first", last_day=True), "2021-01-01"),
        ("ongoing", DateReading(last_day=True), "ongoing"),
        ("", DateReading(last_day=True), ""),
        ("2020-02-30", DateReading("day-first"), "2020-02-30"),
    ],
)
def test_only_what_was_chosen_is_read_in_another_way(
    text: str, reading: DateReading, expected: str
) -> None:
    """A form that depends on something stays until that is said; so does what is no date."""
    assert read_date(text, reading) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020-12-31", "2021-01-01"),
        ("2020-02-28", "2020-02-29"),
        ("2010-12", "2011-01"),
        ("2010-05", "2010-06"),
        ("2010", "2011"),
        ("2010/2011-02-28", "2011/2011-03-01"),
    ],
)
def test_the_first_day_after_is_as_precise_as_the_last(text: str, expected: str) -> None:
    """After a month comes the next one, after a year the next year."""
    assert first_day_after(text) == expected


@given(st.dates(date(1600, 1, 1), date(2199, 12, 30)), st.sampled_from(list("/.-")))
def test_every_day_is_read_in_its_order(day: date, mark: str) -> None:
    """Any day written in an order is read as that day in it."""
    assert read_foreign(f"{day.day}{mark}{day.month}{mark}{day.year}", "day-first") == str(day)
    assert read_foreign(f"{day.month}{mark}{day.day}{mark}{day.year}", "month-first") == str(day)
    later = day + timedelta(days=1)
    text = f"{day.day}.{day.month}.{day.year} - {later.day}.{later.month}.{later.year}"
    assert read_foreign(text, "day-first") == f"{day}/{later}"


def test_words_are_compared_without_case_and_blanks() -> None:
    """As people write them."""
    assert said("  To   Present ") == "to present"
