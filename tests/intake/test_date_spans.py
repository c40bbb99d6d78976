"""Dates as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openline.intake.date_forms import Ways
from openline.intake.date_spans import plain_date, read_form
from openline.record.dates import DateRange, parse_date
from tests.steps import lines_run


def _read(text: str) -> str | None:
    found = read_form(text, Ways())
    return found.text if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("２０２２-０８-０５", "2022-08-05"),
        ("٢٠٢٢-٠٨-٠٥", "2022-08-05"),
        ("۲۰۲۲/۰۸/۰۵", "2022-08-05"),
        ("५ अगस्त २०२२", "2022-08-05"),
        ("2022‐08–05", "2022-08-05"),
        ("\u200f5 \u00a0août  2022", "2022-08-05"),
        ("2022−08", "2022-08"),
        ("۱۴۰۱/۰۵/۱۴", None),
        ("1402/07/13", None),
        ("Friday 5 Aug 2022", "2022-08-05"),
        ("Monday 5 Aug 2022", None),
        ("vendredi 5 août 2022", "2022-08-05"),
        ("lundi 5 août 2022", None),
        ("๒๕๖๕-๐๘-๐๕", None),
    ],
)
def test_digits_and_dashes_of_other_scripts_are_read(text: str, expected: str | None) -> None:
    """But no year that is one of another calendar, nor a day that is another weekday."""
    assert _read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2.8.2022 – 25.8.2022", "2022-08-02/2022-08-25"),
        ("05.08.2022–07.08.2022", "2022-08-05/2022-08-07"),
        ("2 Aug 2022 to 5 Aug 2022", "2022-08-02/2022-08-05"),
        ("2 Aug 2022/5 Aug 2022", "2022-08-02/2022-08-05"),
        ("2022-09-05 - 2022-09-07", "2022-09-05/2022-09-07"),
        ("2–5 Aug 2022", "2022-08-02/2022-08-05"),
        ("2.-5. August 2022", "2022-08-02/2022-08-05"),
        ("30 Jul – 5 Aug 2022", "2022-07-30/2022-08-05"),
        ("Jan-Mar 2020", "2020-01/2020-03"),
        ("Oct 3-5, 2023", "2023-10-03/2023-10-05"),
        ("between 3 and 5 Oct 2023", "2023-10-03/2023-10-05"),
        ("from 30 Jul to 5 Aug 2022", "2022-07-30/2022-08-05"),
        ("3 and 5 Oct 2023", None),
        ("5 Aug 2022 – 2 Aug 2022", None),
        ("1 – 2 – 3 Aug 2022", None),
        ("1990-95", None),
    ],
)
def test_an_interval_is_two_dates(text: str, expected: str | None) -> None:
    """The first may lack the month and the year that the last one has; one that ends before it
    starts is none."""
    assert _read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "needs_time"),
    [
        ("2022-08-05T14:30:00Z", "2022-08-05", True),
        ("2022-08-05 14:30", "2022-08-05", True),
        ("2022-08-05T14:30:11.123+02:00", "2022-08-05", True),
        ("5 Aug 2022, 2:30 PM", "2022-08-05", True),
        ("5 Aug 2022 2pm", "2022-08-05", True),
        ("2022-08-05T23:30 EST", "2022-08-05", True),
        ("8/5/2022 0:00", "2022-05-08", False),
        ("8/5/2022 12:00:00 AM", "2022-05-08", False),
        ("2022-08-05 25:00", None, False),
    ],
)
def test_a_time_of_day_is_told(text: str, expected: str | None, needs_time: bool) -> None:
    """A midnight says nothing; any other time has to be dropped by choice."""
    found = read_form(text, Ways())
    assert (found.text if found else None) == expected
    assert found is None or ("time" in found.needs) is needs_time


def test_marks_that_nobody_sees_are_dropped() -> None:
    """Blanks of any kind become one."""
    assert plain_date("\ufeff5\u200e \u3000 Aug") == "5 Aug"


@given(st.text(st.sampled_from(list("0123456789/.- –:AaugTst,年月日٥")), max_size=64) | st.text())
def test_what_is_read_is_a_date_of_the_format(text: str) -> None:
    """Whatever is read, the format reads it too; nothing makes it raise."""
    found = read_form(text, Ways())
    assert found is None or isinstance(parse_date(found.text), DateRange)


@pytest.mark.parametrize("piece", [" ", "1", "- ", "1/", " to ", "Aug ", "a,", "1:", "١", "年"])
def test_long_texts_take_no_time(piece: str) -> None:
    """Nothing over 60 letters is tried."""
    text = f"1{piece * 1_000_000}/"
    assert _read(text) is None
    assert lines_run(lambda: _read(text)) < 50
