"""Lengths of time in words."""

import pytest

from openline.sentences.lengths import show_bounds, show_days, show_days_range, show_length

NAN = float("nan")


@pytest.mark.parametrize(
    ("days", "expected"), [(0, "0 d"), (1.0, "1 d"), (1576, "1,576 d"), (-12, "−12 d"), (NAN, "")]
)
def test_days_have_commas_and_a_minus(days: float, expected: str) -> None:
    """Days are whole, with commas for thousands and a true minus; a missing length is empty."""
    assert show_days(days) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (426, "426 d"),
        (730, "730 d"),
        (731, "2.0 yr"),
        (1839, "5.0 yr"),
        (3251, "8.9 yr"),
        (730_500, "2,000.0 yr"),
        (NAN, ""),
    ],
)
def test_lengths_over_730_days_are_years(days: float, expected: str) -> None:
    """A length is told in days up to 730, in years with one decimal beyond."""
    assert show_length(days) == expected


def test_a_range_of_days_stands_alone() -> None:
    """Bounds that differ are shown in place of the length, joined by an en dash."""
    assert show_days_range(230, 214, 1243) == "214–1,243 d"
    assert show_days_range(230, 230, 230) == "230 d"


def test_bounds_are_told_where_they_differ() -> None:
    """They are always in days; where they agree, or one is missing, none are told."""
    assert show_bounds(384, 1576) == "384–1,576 d"
    assert show_bounds(426, 426) == ""
    assert show_bounds(NAN, 430) == ""
