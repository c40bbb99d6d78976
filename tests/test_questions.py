"""The questions that a view asks of a record."""

from dataclasses import replace
from datetime import date

from openline.analysis.filters import Filters
from openline.analysis.gaps import MIN_DAYS
from openline.analysis.openings import WINDOW
from openline.analysis.survival import SURVIVAL_GROUPS, UNTIL
from openline.analysis.survival import UNTIL as UNTIL_WORDS
from openline.questions import comparison_days, filters_of, question_of, since_day
from openline.record.reading import read_record
from openline.view.parameters import GROUPS
from openline.view.view import View

DAY = date(2023, 10, 5)
RECORD = read_record(b"channel,date,state\nLine,2020-05-01,open\n", date(2024, 1, 1))


def test_a_view_s_filters_are_those_of_the_tables() -> None:
    """Each list of a view becomes the filter of the same name."""
    view = View(parties=("A",), level=("l",), kind=("k",), channel=("c",), confidence="reported")
    view = replace(view, fresh=True)
    assert filters_of(view) == Filters(("A",), ("l",), ("k",), ("c",), "reported", True)


def test_a_question_has_the_view_s_choices() -> None:
    """The question has the settings of the view."""
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
    """The second day is the as-of day; days that are out of order ask for nothing."""
    assert comparison_days(View(), DAY) == (date(2022, 10, 5), DAY)
    named = View(from_day=date(2020, 1, 1), to_day=date(2021, 1, 1))
    assert question_of(named, RECORD, DAY).days == (date(2020, 1, 1), date(2021, 1, 1))
    assert question_of(View(from_day=DAY), RECORD, DAY).days is None


def test_a_step_back_is_taken_from_the_as_of_day() -> None:
    """A year is a calendar year; no day is before the first one."""
    day = date(2024, 2, 29)
    assert since_day("1d", day) == date(2024, 2, 28)
    assert since_day("7d", day) == date(2024, 2, 22)
    assert since_day("30d", day) == date(2024, 1, 30)
    assert since_day("1y", day) == date(2023, 2, 28)
    assert since_day(date(2022, 11, 22), day) == date(2022, 11, 22)
    assert since_day("30d", date(1, 1, 5)) == date.min
