"""The date of the method: a link fixes the data, this date fixes the formulas."""

from typing import Final

METHOD: Final = "2026-11-30"
"""The day of the formulas as an ISO date; it changes whenever a figure of an unchanged
record does."""
