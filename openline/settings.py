"""Settings: what the environment says, and where the bundled record lies."""

import os
from datetime import date
from pathlib import Path
from typing import Final

from openline.record.dates import DateRange, parse_date

__all__ = ["BUNDLED_FILE", "DATA_VARIABLE", "TODAY_VARIABLE", "SettingError", "named_today"]

BUNDLED_FILE: Final = Path(__file__).parents[1] / "data" / "channels.csv"
DATA_VARIABLE: Final = "OPENLINE_DATA"
"""The environment variable that names another CSV file for the board to show."""
TODAY_VARIABLE: Final = "OPENLINE_TODAY"
"""The environment variable that sets today, as 2023-10-05."""


class SettingError(ValueError):
    """A setting whose value makes no sense."""


def named_today() -> date | None:
    """Return the day that `OPENLINE_TODAY` names, None where it names none.

    Raises `SettingError` for anything that is no day.
    """
    text = os.environ.get(TODAY_VARIABLE, "").strip()
    if not text:
        return None
    day = parse_date(text)
    if not isinstance(day, DateRange) or day.earliest != day.latest:
        raise SettingError(f"{TODAY_VARIABLE} is {text!r}, which is no day; write 2023-10-05")
    return day.earliest
