"""The field of a day: what may be typed, and what is said of what is no day."""

from datetime import date

import pytest

from openline.ui.controls.day import FIRST, LAST, Misread, read_day
from tests.screen import markup, run_page, values

FIELD = "view_day_field"
DAY = date(2023, 10, 5)


@pytest.mark.parametrize(
    "text",
    [
        "5 Oct 2023",
        "2023-10-05",
        "20231005",
        "5 October 2023",
        "Oct 5, 2023",
        " 5  oct 2023 ",
        "2023/10/5",
        "Thu 5th Oct 2023",
    ],
)
def test_a_day_is_read_in_the_forms_that_people_write(text: str) -> None:
    """The board's own form, the address's, and what else has one meaning."""
    assert read_day(text) == DAY


@pytest.mark.parametrize(("text", "read"), [("Latest", "latest"), (" today ", "today")])
def test_latest_and_today_are_days_too(text: str, read: str) -> None:
    """The two days that move with the record and the calendar are their own words."""
    assert read_day(text) == read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Oct 2023", "“Oct 2023” is a month; write one day of it, such as 31 Oct 2023."),
        ("2023", "“2023” is a year; write one day of it, such as 31 Dec 2023."),
        (
            "05/10/2023",
            "“05/10/2023” may be 5 Oct 2023 or 10 May 2023; write the month as a word.",
        ),
        ("1 Oct 2023 - 5 Oct 2023", "“1 Oct 2023 - 5 Oct 2023” is an interval; write one day of"),
        ("2023-02-30", "“2023-02-30” cannot be read as a day; write it as 5 Oct 2023 or"),
        ("x" * 99, f"“{'x' * 24}…” cannot be read as a day; "),
    ],
)
def test_what_is_no_day_is_named(text: str, words: str) -> None:
    """The text is said again, with why it is no one day and what to write."""
    read = read_day(text)
    assert isinstance(read, Misread)
    assert read.words.startswith(words)


@pytest.mark.usefixtures("set_today")
def test_a_typed_day_is_the_as_of_day_in_the_board_s_form() -> None:
    """Whatever form it is typed in, the address has it, and the field shows it as people do."""
    at = run_page(asof="2022-01-01")
    assert at.text_input(key=FIELD).value == "1 Jan 2022"
    at.text_input(key=FIELD).set_value("20231005").run()
    assert not at.exception
    assert values(at, "asof") == ["2023-10-05"]
    assert at.text_input(key=FIELD).value == "5 Oct 2023"
    assert "On 5 Oct 2023, " in markup(at)


@pytest.mark.usefixtures("set_today")
@pytest.mark.parametrize(("text", "asof"), [("latest", []), ("today", ["today"])])
def test_latest_and_today_can_be_typed(text: str, asof: list[str]) -> None:
    """The choice above the field follows, and a day of one's own begins anew later."""
    at = run_page(asof="2022-01-01")
    at.text_input(key=FIELD).set_value(text).run()
    assert not at.exception
    assert values(at, "asof") == asof
    assert at.selectbox(key="view_asof").value == text
    assert FIELD not in [field.key for field in at.text_input]
    at.selectbox(key="view_asof").set_value("day").run()
    assert at.text_input(key=FIELD).value == ("30 Jun 2026" if text == "latest" else "23 Nov 2026")


@pytest.mark.usefixtures("set_today")
def test_a_misread_day_stays_in_the_field_and_changes_nothing() -> None:
    """The note says which day stays, escapes what was typed, and goes once a day is read."""
    at = run_page(asof="2022-01-01")
    at.text_input(key=FIELD).set_value("<b>soon").run()
    assert not at.exception
    page = markup(at)
    assert "“&lt;b&gt;soon” cannot be read as a day" in page
    assert "1 Jan 2022 stays." in page
    assert values(at, "asof") == ["2022-01-01"]
    assert at.text_input(key=FIELD).value == "<b>soon"
    at.text_input(key=FIELD).set_value("2 Jan 2022").run()
    assert values(at, "asof") == ["2022-01-02"]
    assert "cannot be read" not in markup(at)


@pytest.mark.usefixtures("set_today")
def test_an_emptied_field_shows_its_day_again() -> None:
    """Nothing typed is no day and no fault."""
    at = run_page(asof="2022-01-01")
    at.text_input(key=FIELD).set_value("").run()
    assert at.text_input(key=FIELD).value == "1 Jan 2022"
    assert values(at, "asof") == ["2022-01-01"]


def test_a_month_or_a_year_is_its_first_or_its_last_day_where_that_is_said() -> None:
    """An interval of one's own stays one that is not understood, and so does a month elsewhere."""
    assert read_day("May 2020", FIRST) == date(2020, 5, 1)
    assert read_day("Dec 2024", LAST) == date(2024, 12, 31)
    assert read_day("2024", LAST) == date(2024, 12, 31)
    assert read_day("5 Oct 2023", LAST) == date(2023, 10, 5)
    assert isinstance(read_day("2022-08-02/2022-08-05", LAST), Misread)
    assert isinstance(read_day("May 2020"), Misread)
