"""Lengths of time in words."""

import pytest

from openline.sentences.lengths import show_days, show_days_range, show_length, show_length_range

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


def test_a_range_follows_its_length() -> None:
    """Bounds that differ follow the length in brackets, and always in days."""
    assert show_length_range(1573, 384, 1576) == "4.3 yr (384–1,576 d)"
    assert show_length_range(426, 426, 426) == "426 d"


def test_missing_bounds_are_left_out() -> None:
    """Where a bound is missing the length stands alone."""
    assert show_length_range(426, NAN, 430) == "426 d"
