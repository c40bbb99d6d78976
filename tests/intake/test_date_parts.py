"""Dates in several columns."""

import pytest

from openline.intake.choices import Join
from openline.intake.column_texts import Texts
from openline.intake.date_parts import find_date_parts, find_pair

YEARS: Texts = {"1948": 3, "2001": 2}
MONTHS: Texts = {"6": 3, "12": 2}
DAYS: Texts = {"5": 3, "31": 2}


def _found(*names: str, **texts: Texts) -> dict[str, Join]:
    known = dict(zip(names, (YEARS, MONTHS, DAYS) * 2, strict=False))
    return find_date_parts({name: name for name in names}, {**known, **texts})


def test_year_month_and_day_are_one_date() -> None:
    """In their order, wherever they stand, and without a day the month."""
    assert _found("year", "month", "day") == {"date": Join(("year", "month", "day"))}
    assert _found("year", "month") == {"date": Join(("year", "month"))}


@pytest.mark.parametrize(
    "names",
    [
        ("styear", "stmon", "stday", "endyear", "endmon", "endday"),
        ("start_year", "start_month", "start_day", "end_year", "end_month", "end_day"),
        ("year_from", "month_from", "day_from", "year_to", "month_to", "day_to"),
        ("year", "month", "day", "end_year", "end_month", "end_day"),
    ],
)
def test_a_begin_and_an_end_are_told_apart(names: tuple[str, ...]) -> None:
    """By a word before or after, glued to it or not."""
    found = _found(*names)
    assert found == {"start": Join(names[:3]), "end": Join(names[3:])}


def test_codes_for_what_is_not_known_are_told() -> None:
    """Those that stand in the columns."""
    found = _found("year", "month", "day", day={"5": 3, "-9": 2, "0": 1}, month={"6": 3, "-9": 1})
    assert found["date"].unknown == ("-9", "0")


@pytest.mark.parametrize(
    ("names", "texts"),
    [
        (("year",), {}),
        (("month", "day"), {}),
        (("year", "month"), {"year": {"3": 4, "5": 1}}),
        (("year", "monitor"), {}),
        (("year", "payday"), {}),
        (("year", "month"), {"month": {"40": 4, "99": 1}}),
    ],
)
def test_names_alone_are_no_reason(names: tuple[str, ...], texts: dict[str, Texts]) -> None:
    """A part by itself makes no date, nor do numbers that are none of its sort."""
    assert _found(*names, **texts) == {}


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("id", "country_a", "country_b"), ("country_a", "country_b", "–")),
        (("State 1", "State 2"), ("State 1", "State 2", "–")),
        (("sender", "receiver", "year"), ("sender", "receiver", " to ")),
        (("day1", "day2"), None),
        (("a", "b"), None),
        (("country",), None),
    ],
)
def test_two_columns_can_be_the_sides(
    names: tuple[str, ...], expected: tuple[str, str, str] | None
) -> None:
    """By names that belong together, one of which may be said to come first."""
    joins = {}
    if expected is not None:
        one, other, between = expected
        joins = {"parties": Join((one, other), "; "), "channel": Join((one, other), between)}
    assert find_pair({name: name for name in names}, {}) == joins


def test_sides_are_names() -> None:
    """`from` and `to` are the sides of a call where names stand in them, and days are none."""
    labels = {"From": "From", "To": "To"}
    names: Texts = {"China": 3, "Japan": 2}
    assert find_pair(labels, {"from": names, "to": names})["parties"] == Join(("From", "To"), "; ")
    assert find_pair(labels, {"from": names, "to": {"2019-05-03": 5}}) == {}


def test_further_sides_are_not_lost() -> None:
    """The third party of a channel is one of its parties."""
    names = ("party 1", "party 2", "party 3")
    assert find_pair({name: name for name in names}, {})["parties"] == Join(names, "; ")
