"""How long something lasted."""

import pytest

from openline.intake.date_lengths import end_after, is_length


@pytest.mark.parametrize(
    ("begin", "length", "unit", "expected"),
    [
        ("2019-05-03", "30 days", "days", "2019-06-02"),
        ("2019-05-03", "30", "days", "2019-06-02"),
        ("2019-05-03", "2", "weeks", "2019-05-17"),
        ("2019-05-03", "for 2 Weeks", "days", "2019-05-17"),
        ("2020-01-31", "1 month", "days", "2020-02-29"),
        ("2019-11-15", "3 mos.", "days", "2020-02-15"),
        ("2020-02-29", "1y", "days", "2021-02-28"),
        ("2019-05-03", "", "days", ""),
        ("2019-05-03", "ongoing", "days", ""),
        ("2019-05-03", "a while", "days", "2019-05-03 + a while"),
        ("2019-05-03", "0 days", "days", "2019-05-03 + 0 days"),
        ("2019-05-03", "30 hours", "days", "2019-05-03 + 30 hours"),
        ("2019-05", "30 days", "days", "2019-05 + 30 days"),
        ("9999-12-01", "99999", "years", "9999-12-01 + 99999"),
    ],
)
def test_what_lasted_so_long_ends_on_the_first_day_after(
    begin: str, length: str, unit: str, expected: str
) -> None:
    """Of months and years on the same day, or the month's last; what cannot be read stays as it
    is, so that it is named as no date."""
    assert end_after(begin, length, unit) == expected


def test_a_length_is_a_number_with_a_unit_or_alone() -> None:
    """A unit that is none is not one."""
    assert all(map(is_length, ("30 days", "30", "2 wks", " 1 Year ")))
    assert not any(map(is_length, ("30 hours", "long", "2019-05-03", "")))
