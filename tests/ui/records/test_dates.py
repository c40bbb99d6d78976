"""Dates in other forms, on the page."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.records import bring, press
from tests.screen import markup

pytestmark = pytest.mark.usefixtures("set_today")


def _propose(at: AppTest, *columns: str) -> str:
    """Read columns as proposed; return the CSV that results."""
    for column in columns:
        press(at, f"records_apply_dates_{column}")
    assert not at.exception
    data: bytes = at.session_state["records_draft"].data
    return data.decode()


def test_each_column_has_an_order_of_its_own() -> None:
    """`start` by the day, `end` by the month: what is chosen for one never touches the other."""
    at = bring(
        "channel,start,end,state\nA,13/02/2020,03/25/2020,open\nB,14/02/2020,04/05/2020,open\n"
    )
    assert _propose(at, "start").splitlines()[1] == "A,2020-02-13,03/25/2020,open"
    assert _propose(at, "end").splitlines()[1:] == [
        "A,2020-02-13,2020-03-25,open",
        "B,2020-02-14,2020-04-05,open",
    ]


def test_the_time_of_day_is_dropped_by_choice() -> None:
    """Once for all rows."""
    at = bring("channel,date,state\nA,2022-08-05T14:30:00Z,severed\nA,2022-08-06 02:15,open\n")
    assert "A time of day" in markup(at)
    assert _propose(at, "date").splitlines()[1:] == ["A,2022-08-05,severed", "A,2022-08-06,open"]


def test_numbers_of_days_are_dates_by_choice() -> None:
    """With an example of what they would be."""
    at = bring("channel,date,state\nA,43525,open\nA,44361,severed\n")
    assert "1 Mar 2019" in markup(at)
    assert b"43525" in at.session_state["records_draft"].data
    press(at, "records_apply_dates_date")
    data = at.session_state["records_draft"].data.decode()
    assert data.splitlines()[1:] == ["A,2019-03-01,open", "A,2021-06-14,severed"]


def test_words_for_no_end_are_chosen_once() -> None:
    """They leave the end empty."""
    at = bring("channel,start,end,state\nA,2020-01-01,ongoing,severed\nB,2019,present,open\n")
    rows = _propose(at, "end").splitlines()[1:]
    assert rows == ["A,2020-01-01,,severed", "B,2019,,open"]
    assert "has no errors" in markup(at)


def test_a_month_and_a_number_are_read_by_choice() -> None:
    """`Aug-22` may be August 2022."""
    at = bring("channel,date,state\nNorth line,Aug-22,open\n")
    assert _propose(at, "date").splitlines()[1] == "North line,2022-08,open"


def test_months_in_other_languages_are_read() -> None:
    """Which languages is said; forms of East Asia and other digits need nothing else."""
    at = bring(
        "channel,date,state\nA,5 août 2022,severed\nB,5. März 2022,open\n"
        "C,2022年8月5日,open\nD,２０２２-０８-０５,open\n"
    )
    page = markup(at)
    assert "Names of months are read as French and German." in page
    assert "not read yet" not in page
    assert [line.split(",")[1] for line in _propose(at, "date").splitlines()[1:]] == [
        *("2022-08-05", "2022-03-05", "2022-08-05", "2022-08-05")
    ]


def test_years_of_two_digits_are_none_to_come() -> None:
    """Up to this year they are of this century; later ones of the one before."""
    at = bring("channel,date,state\nA,5 Aug 26,open\nB,5 Aug 27,open\n")
    assert [line.split(",")[1] for line in _propose(at, "date").splitlines()[1:]] == [
        *("2026-08-05", "1927-08-05")
    ]


def test_what_cannot_be_read_is_said() -> None:
    """It stays to be mended, and is no reason to ask."""
    at = bring("channel,date,state\nA,25/8/2022,open\nB,spring,open\n")
    assert "1 further text cannot be read as a date: spring." in markup(at)
    _propose(at, "date")
    assert "records_apply_dates_date" not in [button.key for button in at.button]
    assert "has 1 error" in markup(at)


def test_a_month_of_two_languages_waits_beside_what_is_proposed() -> None:
    """What is proposed is shown and read; the dates with that name stay until it is chosen."""
    at = bring("channel,date,state\nA,5 listopad 2019,open\nA,16.8.22,severed\n")
    assert "the name of different months" in markup(at)
    rows = _propose(at, "date").splitlines()[1:]
    assert rows == ["A,5 listopad 2019,open", "A,2022-08-16,severed"]


def test_years_far_off_are_asked_about_and_stay_until_answered() -> None:
    """2566 is proposed as 2023 and 0019 as 2019; which calendar 1402 is of is for the analyst."""
    at = bring("channel,date,state\nA,0019-05-03,open\nA,1402-07-13,severed\nB,2566-10-05,open\n")
    page = markup(at)
    assert "3 cells, rows that repeat others included, are of a year that is far off" in page
    assert "such as 1402-07-13</div>" in page
    rows = _propose(at, "date").splitlines()[1:]
    assert rows == ["A,2019-05-03,open", "A,1402-07-13,severed", "B,2023-10-05,open"]
    calendar = next(box for box in at.selectbox if "Years of another calendar" in box.label)
    calendar.select("Persian (solar)").run()
    assert _propose(at, "date").splitlines()[2] == "A,2023-10-05,severed"


def test_years_far_off_are_asked_about_although_no_problem_names_them() -> None:
    """The first step is the question, whatever else is wrong; left for good, it is gone."""
    at = bring("channel,date,state\nA,0019-05-03,open\nB,2567-02-30,open\nC,2020-01-01,open\n")
    assert "Step 3 of 6: Choose meanings" in markup(at)
    assert "Next: choose below how it is to be read." in markup(at)
    press(at, "records_leave_dates_date")
    assert "Step 4 of 6: Fix" in markup(at)
    assert "Years without their century" not in markup(at)


def test_a_file_whose_years_alone_are_to_be_chosen_can_be_saved_as_it_is() -> None:
    """No errors: both ways are open, and the question comes first."""
    at = bring("channel,date,state\nA,1402-07-13,open\n")
    assert "has no errors" in markup(at)
    assert "Step 3 of 6: Choose meanings" in markup(at)
    press(at, "records_leave_dates_date")
    assert "Step 5 of 6: Save" in markup(at)


def test_ends_that_never_come_are_asked_about_first() -> None:
    """A year like 9999 is a date of the format, too."""
    at = bring("channel,start,end,state\nA,2020-01-01,9999-12-31,open\n")
    assert "Step 3 of 6: Choose meanings" in markup(at)
    assert _propose(at, "end").splitlines()[1] == "A,2020-01-01,,open"
    assert "Step 5 of 6: Save" in markup(at)
