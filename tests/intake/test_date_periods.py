"""Periods and counts that name days."""

import pytest

from openline.intake.date_periods import day_of_seconds, read_period


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("q3 2021", "2021-07/2021-09"),
        ("2021q1", "2021-01/2021-03"),
        ("2021-q4", "2021-10/2021-12"),
        ("3q 2021", "2021-07/2021-09"),
        ("2nd quarter of 2021", "2021-04/2021-06"),
        ("h1 2020", "2020-01/2020-06"),
        ("2nd half 2020", "2020-07/2020-12"),
        ("1990s", "1990/1999"),
        ("the 1980's", "1980/1989"),
        ("2021-w05", "2021-02-01/2021-02-07"),
        ("2020w53", "2020-12-28/2021-01-03"),
        ("2021-w05-3", "2021-02-03"),
        ("2021-123", "2021-05-03"),
        ("2020-366", "2020-12-31"),
        ("2019-05-00", "2019-05"),
        ("2019-00-00", "2019"),
        ("xx/05/2019", "2019-05"),
        ("2019-05-??", "2019-05"),
        ("5.x.2023", "2023-10-05"),
        ("12-iv-2019", "2019-04-12"),
        ("xii 2020", "2020-12"),
    ],
)
def test_a_period_is_its_first_and_its_last_part(text: str, expected: str) -> None:
    """Quarters and half-years as months, decades as years, weeks as days."""
    assert read_period(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "q3",
        "q5 2021",
        "h3 2021",
        "2021 q3 2021",
        "2021-w54",
        "2021-w00",
        "2021-000",
        "2021-366",
        "0000-001",
        "2021 q",
        "1995s",
        "summer 2021",
    ],
)
def test_what_names_no_period_is_none(text: str) -> None:
    """Nor does a week or a day that the year does not have."""
    assert read_period(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1659657600", "2022-08-05"),
        ("1659657599", "2022-08-04"),
        ("1659657600000", "2022-08-05"),
        ("0999999999", None),
        ("165965760", None),
        ("16596576000", None),
    ],
)
def test_seconds_since_1970_are_a_day_in_greenwich(text: str, day: str | None) -> None:
    """Ten figures, or thirteen with the thousandths; fewer or others are no such number."""
    assert day_of_seconds(text) == day
