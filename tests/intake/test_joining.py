"""Columns that make one together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openline.intake.choices import Join
from openline.intake.joining import are_long_spans, interval_halves, joined_text

CODES = Join(("y", "m", "d"), unknown=("-9", "0", "Unknown"))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1948", "6", "5"], "1948-06-05"),
        (["1948", "06", " 05 "], "1948-06-05"),
        (["1948.0", "6.0", "5.0"], "1948-06-05"),
        (["1948", "6", "-9"], "1948-06"),
        (["1948", "6", ""], "1948-06"),
        (["1948", "-9", "-9"], "1948"),
        (["1948", "unknown", "5"], "1948"),
        (["-9", "-9", "-9"], ""),
        (["", "", ""], ""),
        (["1948", "13", "5"], "1948-13-05"),
        (["48", "6", "5"], "48 6 5"),
        (["1948", "June", "5"], "1948 June 5"),
        (["", "6", "5"], "6 5"),
    ],
)
def test_year_month_and_day_make_a_date_as_precise_as_they_are(
    cells: list[str], expected: str
) -> None:
    """A day that is not known leaves the month, a month the year; what is no date stays to be
    named by reading."""
    assert joined_text(CODES, cells) == expected


def test_texts_are_joined_by_what_stands_between_them() -> None:
    """Empty and unknown parts leave nothing behind, nor does a line end."""
    join = Join(("a", "b"), "; ", ("n/a",))
    assert joined_text(join, ["China", "United\nStates"]) == "China; United States"
    assert joined_text(join, ["China", "N/A"]) == "China"
    assert joined_text(join, ["", " "]) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018-2019", ("2018", "2019")),
        ("2018–", ("2018", "")),
        ("2019-present", ("2019", "")),
        ("Mar 2019 - Jun 2020", ("Mar 2019", "Jun 2020")),
        ("5.3.2018 – 6.3.2019", ("5.3.2018", "6.3.2019")),
        ("2018-05-01 to 2019-05-01", ("2018-05-01", "2019-05-01")),
        ("2018-01-01/2019-06-30", ("2018-01-01", "2019-06-30")),
        ("2–5 Aug 2022", ("2022-08-02", "2022-08-05")),
        ("2020", ("2020", "2020")),
        ("5 Aug 2022", ("5 Aug 2022", "5 Aug 2022")),
        ("soon", ("soon", "")),
        ("", ("", "")),
    ],
)
def test_an_interval_has_two_halves(text: str, expected: tuple[str, str]) -> None:
    """As they are written, or as both are read where one lacks what the other says."""
    assert interval_halves(text) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"2018-2019": 1, "2019-present": 1, "2020": 1}, True),
        ({"2018-01-01/2019-06-30": 2, "?": 1}, True),
        ({"2-5 Aug 2022": 3, "2018-2019": 1}, False),
        ({"2018": 5}, False),
        ({"open": 1}, False),
        ({}, False),
    ],
)
def test_most_cells_are_intervals_of_months(texts: dict[str, int], expected: bool) -> None:
    """A few days are those of one event."""
    assert are_long_spans(texts) is expected


@given(st.text(st.sampled_from(list("0123456789/.- –toAug")), max_size=40) | st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    """Whatever it holds."""
    interval_halves(text)
