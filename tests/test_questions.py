"""What a view asks of a record."""

from dataclasses import replace
from datetime import date

from openline.analysis.filters import Filters
from openline.analysis.gaps import MIN_DAYS
from openline.analysis.openings import WINDOW
from openline.analysis.survival import SURVIVAL_GROUPS, UNTIL
from openline.questions import (
    comparison_days,
    filters_of,
    question_of,
    year_before,
    years_before,
)
from openline.record.reading import read_record
from openline.view import GROUPS, View
from openline.view import UNTIL as UNTIL_WORDS

DAY = date(2023, 10, 5)
RECORD = read_record(b"channel,date,state\nLine,2020-05-01,open\n", date(2024, 1, 1))


def test_a_view_s_filters_are_those_of_the_tables() -> None:
    """Each list of a view is the filter of its name."""
    view = View(parties=("A",), level=("l",), kind=("k",), channel=("c",), confidence="reported")
    view = replace(view, fresh=True)
    assert filters_of(view) == Filters(("A",), ("l",), ("k",), ("c",), "reported", True)


def test_a_question_has_the_view_s_choices() -> None:
    """What is asked is what is looked at."""
    view = View(carry=10, min_days=30, window=90, by="cause", until="open")
    question = question_of(view, RECORD, DAY)
    assert (question.as_of, question.carry, question.min_days) == (DAY, 10, 30)
    assert (question.window, question.by, question.until) == (90, "cause", "open")


def test_a_plain_view_asks_with_the_tables_defaults() -> None:
    """A constant has one meaning in addresses and tables."""
    assert (View().min_days, View().window) == (MIN_DAYS, WINDOW)
    assert UNTIL_WORDS == UNTIL
    assert GROUPS == SURVIVAL_GROUPS


def test_a_comparison_is_with_the_year_before_unless_told() -> None:
    """The second day is the as-of day; days that do not follow each other ask for nothing."""
    assert comparison_days(View(), DAY) == (date(2022, 10, 5), DAY)
    named = View(from_day=date(2020, 1, 1), to_day=date(2021, 1, 1))
    assert question_of(named, RECORD, DAY).days == (date(2020, 1, 1), date(2021, 1, 1))
    assert question_of(View(from_day=DAY), RECORD, DAY).days is None


def test_the_year_before_a_leap_day_has_none() -> None:
    """29 February has no day of its name a year before."""
    assert year_before(date(2024, 2, 29)) == date(2023, 2, 28)
    assert year_before(date(2023, 3, 1)) == date(2022, 3, 1)


def test_years_before_a_leap_day() -> None:
    """A leap day stays one where the year has it, and no day is before the calendar."""
    assert years_before(date(2024, 2, 29), 4) == date(2020, 2, 29)
    assert years_before(date(2024, 2, 29), 5) == date(2019, 2, 28)
    assert years_before(date(3, 5, 5), 10) == date.min
