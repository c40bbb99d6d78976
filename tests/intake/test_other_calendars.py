"""Years of other calendars in this one."""

from datetime import date

import convertdate
import hijridate
import pytest

from openline.intake.choices import Calendar, DateReading
from openline.intake.date_reading import read_date
from openline.intake.foreign_dates import UnclearCells, find_foreign_dates
from openline.intake.other_calendars import in_this_calendar, need_of, numbers_of


@pytest.mark.parametrize(
    ("text", "calendar", "expected"),
    [
        ("1402-01-01", "solar", "2023-03-21"),
        ("1403-01-01", "solar", "2024-03-20"),
        ("1399-12-30", "solar", "2021-03-20"),
        ("1402-12-30", "solar", None),
        ("1402-02-31", "solar", "2023-05-21"),
        ("1402-13-01", "solar", None),
        ("1402", "solar", "2023-03-21/2024-03-19"),
        ("1402-07", "solar", "2023-09-23/2023-10-22"),
        ("1445-01-01", "lunar", "2023-07-17/2023-07-20"),
        ("1444-09-01", "lunar", "2023-03-21/2023-03-24"),
        ("1445-02-30", "lunar", None),
        ("2566-10-05", "buddhist", "2023-10-05"),
        ("2567-02-29", "buddhist", "2024-02-29"),
        ("2566-02-29", "buddhist", None),
        ("2566", "buddhist", "2023"),
        ("0112-10", "minguo", "2023-10"),
        ("0019-05-03", "2000s", "2019-05-03"),
        ("0087-05-03", "1900s", "1987-05-03"),
    ],
)
def test_a_date_is_read_in_its_calendar(
    text: str, calendar: Calendar, expected: str | None
) -> None:
    """Nouruz of 1402 was 21 March 2023; a month of the moon has days to spare."""
    assert in_this_calendar(text, calendar) == expected


def test_months_begin_when_other_libraries_say() -> None:
    """Solar years with the equinox, to the day; lunar months of Umm al-Qura within the interval."""
    for year in range(1370, 1431):
        nouruz = date(*convertdate.persian.to_gregorian(year, 1, 1)).isoformat()
        assert in_this_calendar(f"{year}-01-01", "solar") == nouruz
    for year in range(1343, 1500):
        for month in range(1, 13):
            first, last = (in_this_calendar(f"{year}-{month:02}-01", "lunar") or "").split("/")
            assert first <= hijridate.Hijri(year, month, 1).to_gregorian().isoformat() <= last


def test_a_year_says_which_calendars_it_can_be_of() -> None:
    """One of this calendar says nothing, and 9999 is of none."""
    years = ("0019", "0112-03", "1402-07-13", "1445", "2566", "2019-05", "1850", "9999-12-31")
    assert [need_of(year) for year in years] == [
        "century",
        "minguo",
        "hijri",
        "hijri",
        "buddhist",
        None,
        None,
        None,
    ]
    assert numbers_of("1402/2/31") == "1402-02-31"
    assert numbers_of("19.5.3") is numbers_of("2019-05-03") is numbers_of("1402/2-31") is None


@pytest.mark.parametrize(
    ("text", "calendars", "expected"),
    [
        ("0019-05-03", (), "0019-05-03"),
        ("0019-05-03", ("2000s",), "2019-05-03"),
        ("0019-05-03", ("buddhist",), "0019-05-03"),
        ("1402/07/13", ("solar",), "2023-10-05"),
        ("1402-07-13/1402-07-15", ("solar",), "2023-10-05/2023-10-07"),
        ("1402-07-13", ("lunar",), "1982-05-05/1982-05-08"),
        ("๒๕๖๕-๐๘-๐๕", ("buddhist",), "2022-08-05"),
        ("112/10/05", ("minguo",), "2023-10-05"),
        ("2019-05-03", ("2000s", "solar", "buddhist"), "2019-05-03"),
    ],
)
def test_a_year_is_read_so_by_choice_alone(
    text: str, calendars: tuple[Calendar, ...], expected: str
) -> None:
    """What is chosen for one calendar leaves the years of others as they are."""
    assert read_date(text, DateReading(calendars=calendars)) == expected


def test_years_that_are_far_off_are_told_though_the_format_has_them() -> None:
    """Each calendar with its rows; an end in a year of another calendar is not one that never
    comes."""
    found = find_foreign_dates("end", {"0019-05-03": 2, "2566-01-01": 1, "2019-05-03": 4})
    assert found is not None
    assert found.count == 3
    assert found.no_end == {}
    assert found.needs == {
        "century": UnclearCells(2, ("0019-05-03",)),
        "buddhist": UnclearCells(1, ("2566-01-01",)),
    }
