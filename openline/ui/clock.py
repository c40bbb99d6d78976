"""Today: read here alone, once a run."""

import os
from datetime import date

__all__ = ["TODAY_VARIABLE", "today"]

TODAY_VARIABLE = "OPENLINE_TODAY"
"""The environment variable that sets today, as 2023-10-05."""


def today() -> date:
    """Return today, or the day that `OPENLINE_TODAY` names."""
    named = os.environ.get(TODAY_VARIABLE, "").strip()
    return date.fromisoformat(named) if named else date.today()
