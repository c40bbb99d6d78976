"""Columns that make one together."""

import pytest

from openline.intake.choices import Join
from openline.intake.joining import joined_text

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
