"""The two days of a comparison, and their controls."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from openline.ui.controls.day import read_day
from tests.screen import markup, run_page, values

PAGE = "pages/compare.py"
FROM, TO, YEARS = "compare_from", "compare_to", "compare_years"


def _days(at: AppTest) -> tuple[date, date]:
    assert not at.exception
    first, second = (read_day(at.text_input(key=key).value or "") for key in (FROM, TO))
    assert isinstance(first, date)
    assert isinstance(second, date)
    return first, second


@pytest.mark.usefixtures("set_today")
def test_the_usual_days_are_shown_and_not_in_the_address() -> None:
    """Without days in the address the controls show the as-of day and a year before."""
    at = run_page(PAGE, asof="2023-10-05")
    assert _days(at) == (date(2022, 10, 5), date(2023, 10, 5))
    assert at.segmented_control(key=YEARS).value == 1
    assert values(at, "from") == values(at, "to") == []


@pytest.mark.usefixtures("set_today")
def test_the_first_day_changes_address_and_sentence() -> None:
    """A first day of one's own is in the address; the usual one leaves it again."""
    at = run_page(PAGE, asof="2023-10-05")
    at.text_input(key=FROM).set_value(date(2020, 1, 31).isoformat()).run()
    assert values(at, "from") == ["2020-01-31"]
    assert "Between 31 Jan 2020 and 5 Oct 2023, " in markup(at)
    assert at.segmented_control(key=YEARS).value is None
    at.text_input(key=FROM).set_value(date(2022, 10, 5).isoformat()).run()
    assert values(at, "from") == []
    assert "Between 5 Oct 2022 and 5 Oct 2023, " in markup(at)


@pytest.mark.usefixtures("set_today")
def test_the_second_day_changes_address_and_sentence() -> None:
    """A first day that was not chosen stays a year before the second; a note explains the day."""
    at = run_page(PAGE, asof="2023-10-05")
    at.text_input(key=TO).set_value(date(2021, 5, 1).isoformat()).run()
    assert values(at, "to") == ["2021-05-01"]
    assert _days(at) == (date(2020, 5, 1), date(2021, 5, 1))
    page = markup(at)
    assert "Between 1 May 2020 and 1 May 2021, " in page
    assert "5 Oct 2023 remains the as-of day on the other pages." in page
    at.text_input(key=TO).set_value(date(2023, 10, 5).isoformat()).run()
    assert values(at, "to") == []
    assert "remains the as-of day" not in markup(at)


@pytest.mark.usefixtures("set_today")
@pytest.mark.parametrize(("years", "first"), [(1, []), (5, ["2018-10-05"]), (10, ["2013-10-05"])])
def test_each_choice_of_years_gives_a_first_day(years: int, first: list[str]) -> None:
    """A choice of years sets the first day so long before the second."""
    at = run_page(PAGE, **{"asof": "2023-10-05", "from": "2020-01-01"})
    at.segmented_control(key=YEARS).set_value(years).run()
    assert values(at, "from") == first
    assert _days(at)[0] == date(2023 - years, 10, 5)
    assert at.segmented_control(key=YEARS).value == years
    assert f"Between 5 Oct {2023 - years} and 5 Oct 2023, " in markup(at)


@pytest.mark.usefixtures("set_today")
def test_giving_up_a_choice_keeps_the_days() -> None:
    """A second click on a choice changes nothing."""
    at = run_page(PAGE, **{"asof": "2023-10-05", "from": "2018-10-05"})
    at.segmented_control(key=YEARS).set_value(None).run()
    assert values(at, "from") == ["2018-10-05"]
    assert at.segmented_control(key=YEARS).value == 5


@pytest.mark.usefixtures("set_today")
def test_days_that_do_not_follow_each_other_are_named() -> None:
    """The usual days are shown instead, the controls keep what was chosen, and mending works."""
    at = run_page(PAGE, **{"asof": "2023-10-05", "from": "2021-01-01", "to": "2021-01-01"})
    page = markup(at)
    assert "The first day, 1 Jan 2021, is not before the second, 1 Jan 2021; " in page
    assert "Between 5 Oct 2022 and 5 Oct 2023, " in page
    assert _days(at) == (date(2021, 1, 1), date(2021, 1, 1))
    at.text_input(key=TO).set_value(date(2022, 1, 1).isoformat()).run()
    assert "Between 1 Jan 2021 and 1 Jan 2022, " in markup(at)
    assert "is not before" not in markup(at)


@pytest.mark.usefixtures("set_today")
def test_what_is_no_day_is_named_and_changes_nothing() -> None:
    """The days that are compared stay; latest and today may be typed too."""
    at = run_page(PAGE, asof="2023-10-05")
    at.text_input(key=FROM).set_value("spring").run()
    assert "“spring” cannot be read as a day" in markup(at)
    assert "Between 5 Oct 2022 and 5 Oct 2023, " in markup(at)
    at.text_input(key=TO).set_value("latest").run()
    assert values(at, "to") == ["2026-06-30"]


@pytest.mark.usefixtures("set_today")
def test_a_day_after_the_record_s_end_says_what_it_rests_on() -> None:
    """The record says nothing of later days, and the page says so."""
    page = markup(run_page(PAGE, to="2026-10-01"))
    assert (
        "The record ends on 30 Jun 2026; its last states are carried forward to 1 Oct 2026." in page
    )


@pytest.mark.usefixtures("set_today")
def test_the_first_days_of_the_calendar_do_no_harm() -> None:
    """Nothing is before the first day of the calendar, and nothing breaks there."""
    at = run_page(PAGE, asof="0001-01-01")
    assert not at.exception
    assert "no channel had a recorded state" in markup(at)


@pytest.mark.usefixtures("set_today")
def test_months_are_taken_as_their_first_and_last_day_and_that_is_said() -> None:
    """The address has the days; a note says what was made of the words."""
    at = run_page("pages/compare.py")
    at.text_input(key="compare_from").set_value("May 2020").run()
    at.text_input(key="compare_to").set_value("Dec 2024").run()
    assert not at.exception
    assert (values(at, "from"), values(at, "to")) == (["2020-05-01"], ["2024-12-31"])
    page = markup(at)
    assert "May 2020 is taken as its first day, 1 May 2020." in page
    assert "Dec 2024 is taken as its last day, 31 Dec 2024." in page
