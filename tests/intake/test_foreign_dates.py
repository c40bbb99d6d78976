"""Dates in other forms: what each order makes of them, and whether the file tells which."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openline.intake.choices import DATE_ORDERS
from openline.intake.foreign_dates import (
    ForeignDates,
    find_foreign_dates,
    read_foreign,
)
from openline.record.dates import DateRange, parse_date
from tests.asking import read


def _found(*cells: str) -> ForeignDates:
    rows = [f'"C{i}","{cell}",open' for i, cell in enumerate(cells)]
    (found,) = find_foreign_dates(read("channel,date,state", *rows).problems)
    return found


@pytest.mark.parametrize(
    ("text", "day_first", "month_first"),
    [
        ("8/5/2022", "2022-05-08", "2022-08-05"),
        ("5.8.2022", "2022-08-05", "2022-05-08"),
        ("05-08-2022", "2022-08-05", "2022-05-08"),
        ("25/12/2022", "2022-12-25", None),
        ("12/25/2022", None, "2022-12-25"),
        ("8/5/22", "2022-05-08", "2022-08-05"),
        ("8/5/63", "1963-05-08", "1963-08-05"),
        ("5 Aug 2022", "2022-08-05", "2022-08-05"),
        ("5. August 2022", "2022-08-05", "2022-08-05"),
        ("Aug 5, 2022", "2022-08-05", "2022-08-05"),
        ("Friday, August 5th, 2022", "2022-08-05", "2022-08-05"),
        ("5-Aug-22", "2022-08-05", "2022-08-05"),
        ("5-Sept-2022", "2022-09-05", "2022-09-05"),
        ("Aug 2022", "2022-08", "2022-08"),
        ("8/2022", "2022-08", "2022-08"),
        ("2022/8/5", "2022-08-05", "2022-08-05"),
        ("20220805", "2022-08-05", "2022-08-05"),
        ("8/5/2022 0:00", "2022-05-08", "2022-08-05"),
        ("8/5/2022 12:00:00 AM", "2022-05-08", "2022-08-05"),
        ("2.8.2022 – 25.8.2022", "2022-08-02/2022-08-25", None),
        ("2 Aug 2022 to 5 Aug 2022", "2022-08-02/2022-08-05", "2022-08-02/2022-08-05"),
        ("2 Aug 2022/5 Aug 2022", "2022-08-02/2022-08-05", "2022-08-02/2022-08-05"),
        ("8/5/2022 14:30", None, None),
        ("30/2/2022", None, None),
        ("8/5", None, None),
        ("44778", None, None),
        ("spring 2022", None, None),
        ("", None, None),
        ("5 Aug 5", None, None),
        ("99999/1/1", None, None),
    ],
)
def test_a_date_is_read_in_both_orders(
    text: str, day_first: str | None, month_first: str | None
) -> None:
    """Each form gives the day that its order names, or none."""
    assert tuple(read_foreign(text, order) for order in DATE_ORDERS) == (day_first, month_first)


def test_both_orders_fit_and_the_analyst_must_choose() -> None:
    """Where every date could be read in both orders, the file does not say which holds."""
    found = _found("8/5/2022", "1/2/2020")
    assert found.fits == ("day-first", "month-first")
    assert found.must_choose


def test_one_date_settles_the_order_of_its_column() -> None:
    """A day above 12 leaves one order, which holds for the whole column."""
    found = _found("8/5/2022", "25/12/2022")
    assert found.fits == ("day-first",)
    assert not found.must_choose


def test_orders_that_agree_need_no_choice() -> None:
    """Dates with a named month are read alike in both orders."""
    found = _found("5 Aug 2022", "3/3/2021")
    assert found.fits == DATE_ORDERS
    assert not found.must_choose


def test_dates_that_contradict_each_other_fit_no_order() -> None:
    """A column of both orders fits neither, and only the analyst can say."""
    found = _found("25/12/2022", "12/25/2022")
    assert found.fits == ()
    assert found.must_choose


def test_what_no_order_reads_is_named() -> None:
    """Cells that are no dates are listed and do not speak against an order."""
    found = _found("25/12/2022", "spring 2022", "spring 2022")
    assert found.unread == ("spring 2022",)
    assert (found.count, found.fits) == (3, ("day-first",))


def test_a_column_without_any_readable_date_fits_nothing() -> None:
    """Where nothing is read, no order fits and none has to be chosen."""
    found = _found("soon", "later")
    assert found.fits == ()
    assert not found.must_choose


def test_examples_show_dates_that_the_orders_read_otherwise_first() -> None:
    """The examples begin with a date on which the choice depends."""
    found = _found("3/3/2021", "8/5/2022")
    assert found.examples[0] == ("8/5/2022", "2022-05-08", "2022-08-05")


def test_short_years_are_named() -> None:
    """A year of two digits is told, so that a page can say how it is read."""
    assert _found("8/5/22").short_years
    assert not _found("8/5/2022").short_years


@given(st.dates(date(1000, 1, 1), date(9999, 12, 30)), st.sampled_from(list("/.-")))
def test_every_day_is_read_in_its_order(day: date, mark: str) -> None:
    """Any day written in an order is read as that day in it."""
    assert read_foreign(f"{day.day}{mark}{day.month}{mark}{day.year}", "day-first") == str(day)
    assert read_foreign(f"{day.month}{mark}{day.day}{mark}{day.year}", "month-first") == str(day)
    later = day + timedelta(days=1)
    text = f"{day.day}.{day.month}.{day.year} - {later.day}.{later.month}.{later.year}"
    assert read_foreign(text, "day-first") == f"{day}/{later}"


@given(st.text(st.sampled_from(list("0123456789/.- –:AaugTst,")), max_size=24) | st.text())
def test_what_is_read_is_a_date_of_the_format(text: str) -> None:
    """Whatever is read, the format reads it too; nothing makes it raise."""
    for order in DATE_ORDERS:
        found = read_foreign(text, order)
        assert found is None or isinstance(parse_date(found), DateRange)
