"""A range from day to day, beside the numbers of years."""

from datetime import date

import pytest

from openline.view.readers import Fault
from openline.view.stretch import Stretch, late_range, read_range, stretch_until
from openline.view.view import View

AS_OF = date(2023, 10, 5)


@pytest.mark.parametrize(
    "text", ["3y", "all", "2020-01-01..2022-08-05", "2020-01-01..", "0001-01-01..9999-12-31"]
)
def test_a_range_is_written_as_it_is_read(text: str) -> None:
    """An address with it comes back the same, for links carry it."""
    view, problems = View.from_query({"range": [text]})
    assert (view.range, problems) == (text, ())
    assert View.from_query({"range": [view.range]})[0] == view


def test_blanks_around_the_days_do_not_matter() -> None:
    """Whoever types an address may leave room."""
    assert read_range(" 2020-01-01 .. 2022-08-05 ") == "2020-01-01..2022-08-05"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "2022-08-05..2020-01-01",
            "ends on 1 Jan 2020, not after its first day",
            "earlier day first",
        ),
        ("2020-01-01..2020-01-01", "ends on 1 Jan 2020, not after", "earlier day first"),
        ("..2020-01-01", "has no first day", "2020-01-01..2020-01-01"),
        ("2020..2021-02-30", "more than one day", "2020-12-31"),
        ("2020-01-01..2021-02-30", "2021-02-30", ""),
        ("5y", "is not one of 3y, 10y, 25y or all", "Write one of them."),
    ],
)
def test_a_range_of_no_known_form_is_told(text: str, message: str, hint: str) -> None:
    """What is wrong is said, and what to write; the usual years are shown."""
    fault = read_range(text)
    assert isinstance(fault, Fault)
    assert message in fault.message
    assert hint in fault.suggestion
    view, (problem,) = View.from_query({"range": [text]})
    assert view.range == ""
    assert problem.message.startswith("range is ignored: ")


@pytest.mark.parametrize(
    ("range_name", "days"),
    [
        ("10y", None),
        ("2020-01-01..2022-08-05", (date(2020, 1, 1), date(2022, 8, 5))),
        ("2020-01-01..", (date(2020, 1, 1), AS_OF)),
        ("2020-01-01..2026-01-01", (date(2020, 1, 1), AS_OF)),
        ("2023-10-05..", None),
    ],
)
def test_nothing_is_shown_after_the_as_of_day(
    range_name: str, days: tuple[date, date] | None
) -> None:
    """A range goes no further, and one that begins there is none."""
    assert stretch_until(range_name, AS_OF) == days


@pytest.mark.parametrize(
    ("range_name", "message"),
    [
        ("2023-10-05..", "begins on 5 Oct 2023, not before the as-of day, 5 Oct 2023; the usual"),
        ("2020-01-01..2026-01-01", "ends on 1 Jan 2026; it is shown up to the as-of day"),
    ],
)
def test_a_range_beyond_the_as_of_day_is_told(range_name: str, message: str) -> None:
    """Of what is not shown it is said why."""
    problem = late_range(range_name, AS_OF)
    assert problem is not None
    assert message in problem.message


@pytest.mark.parametrize("range_name", ["all", "2020-01-01..", "2020-01-01..2023-10-05"])
def test_a_range_up_to_the_as_of_day_is_no_problem(range_name: str) -> None:
    """Nothing is said where all of it is shown."""
    assert late_range(range_name, AS_OF) is None


def test_a_stretch_is_read_from_what_it_prints() -> None:
    """With a last day, and without one."""
    for stretch in (Stretch(date(2020, 1, 1)), Stretch(date(2020, 1, 1), AS_OF)):
        assert Stretch.of(str(stretch)) == stretch
