"""Lengths of time in words: days where they are few, years where they are many."""

import math
from typing import Final

DAYS_UP_TO: Final = 730
"""The longest length that is still told in days."""
DAYS_A_YEAR: Final = 365.25
"""How many days a year has, where lengths are told in years."""


def show_days(days: float) -> str:
    """Show a length in days, whatever its size; a missing one is empty.

    >>> show_days(1576)
    '1,576 d'
    """
    return "" if math.isnan(days) else f"{_number(days)} d"


def show_length(days: float) -> str:
    """Show a length in days up to 730 and in years with one decimal beyond.

    >>> show_length(426), show_length(1839)
    ('426 d', '5.0 yr')
    """
    if math.isnan(days) or days <= DAYS_UP_TO:
        return show_days(days)
    return f"{days / DAYS_A_YEAR:,.1f} yr"


def show_days_range(days: float, days_min: float, days_max: float) -> str:
    """Show the bounds of a length in days, or the length alone where they agree.

    >>> show_days_range(230, 214, 243)
    '214–243 d'
    """
    return show_bounds(days_min, days_max) or show_days(days)


def show_bounds(days_min: float, days_max: float) -> str:
    """Show the bounds of a length in days; "" where they agree, or one is missing."""
    if math.isnan(days_min) or math.isnan(days_max) or round(days_min) == round(days_max):
        return ""
    return f"{_number(days_min)}–{_number(days_max)} d"


def _number(days: float) -> str:
    return f"{round(days):,}".replace("-", "−")
