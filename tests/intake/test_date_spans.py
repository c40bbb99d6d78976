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
        ("9402/07/13", None),
        ("Friday 5 Aug 2022", "2022-08-05"),
        ("Monday 5 Aug 2022", None),
        ("vendredi 5 août 2022", "2022-08-05"),
        ("lundi 5 août 2022", None),
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


def _read_vague(text: str, *, is_south: bool = False) -> tuple[str, list[str]] | None:
    found = read_form(text, Ways(is_south=is_south))
    return None if found is None else (found.text, sorted(found.needs))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("early 2020", "2020-01/2020-04"),
        ("mid-2021", "2021-05/2021-08"),
        ("end of 2018", "2018-09/2018-12"),
        ("the beginning of March 2019", "2019-03-01/2019-03-10"),
        ("Mid May 2022", "2022-05-11/2022-05-20"),
        ("late Feb 2024", "2024-02-21/2024-02-29"),
    ],
)
def test_a_part_is_a_third(text: str, expected: str) -> None:
    """Of a year four months, of a month ten days, or what is left of it."""
    assert _read_vague(text) == (expected, ["part"])


@pytest.mark.parametrize(
    ("text", "north", "south"),
    [
        ("Spring 2020", "2020-03/2020-05", "2020-09/2020-11"),
        ("autumn of 2020", "2020-09/2020-11", "2020-03/2020-05"),
        ("summer 2020", "2020-06/2020-08", None),
        ("winter 2020", None, "2020-06/2020-08"),
        ("winter 2019/20", "2019-12/2020-02", None),
        ("winter 2019-2020", "2019-12/2020-02", None),
        ("winter 2019/21", None, None),
        ("spring 2019/20", None, None),
    ],
)
def test_a_season_is_of_a_half_of_the_earth(
    text: str, north: str | None, south: str | None
) -> None:
    """One that is in two years needs both of them."""
    for is_south, expected in ((False, north), (True, south)):
        found = _read_vague(text, is_south=is_south)
        assert found == (None if expected is None else (expected, ["season"]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("c. 2019", "2019"),
        ("ca. March 2020", "2020-03"),
        ("~2019", "2019"),
        ("2019?", "2019"),
        ("about 5 Mar 2019", "2019-03-05"),
        ("2019-03-01 (est.)", "2019-03-01"),
        ("2019? – 2021", "2019/2021"),
    ],
)
def test_a_date_in_doubt_is_told(text: str, expected: str) -> None:
    """With the date that it names."""
    assert _read_vague(text) == (expected, ["about"])


@pytest.mark.parametrize("text", ["2019-03-01*", "2019-03-01 [1]", "(2019-03-01)", "[1 Mar 2019]"])
def test_a_mark_beside_a_date_is_told(text: str) -> None:
    """A note's, or brackets around it."""
    assert _read_vague(text) == ("2019-03-01", ["mark"])


@pytest.mark.parametrize(
    "text",
    ["before 2020", "since 2017", "early 5 May 2020", "mid", "late", "?", "*", "c.", "soon?"],
)
def test_other_words_are_no_dates(text: str) -> None:
    """A bound says nothing of a day, and neither does a word alone."""
    assert _read_vague(text) is None
