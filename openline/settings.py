"""Settings: what the environment says, and where the bundled record lies."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from openline.record.dates import DateRange, parse_date

__all__ = [
    "BUNDLED_FILE",
    "DATA_VARIABLE",
    "MAX_MB",
    "MAX_MB_VARIABLE",
    "MAX_ROWS",
    "MAX_ROWS_VARIABLE",
    "TODAY_VARIABLE",
    "Limits",
    "SettingError",
    "named_today",
    "upload_limits",
]

BUNDLED_FILE: Final = Path(__file__).parents[1] / "data" / "channels.csv"
DATA_VARIABLE: Final = "OPENLINE_DATA"
"""The environment variable that names another CSV file for the board to show."""
TODAY_VARIABLE: Final = "OPENLINE_TODAY"
"""The environment variable that sets today, as 2023-10-05."""

MAX_MB: Final = 50
"""The most megabytes that a file brought to the board may have, unless the setting differs."""
MAX_ROWS: Final = 1_000_000
"""The most rows that it may have."""
MAX_MB_VARIABLE: Final = "OPENLINE_MAX_MB"
MAX_ROWS_VARIABLE: Final = "OPENLINE_MAX_ROWS"
_BYTES: Final = 1_000_000


class SettingError(ValueError):
    """A setting whose value makes no sense."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file that is brought to the board may have at most: megabytes, and rows."""

    megabytes: int = MAX_MB
    rows: int = MAX_ROWS

    @property
    def size(self) -> int:
        """The most bytes."""
        return self.megabytes * _BYTES


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


def upload_limits() -> Limits:
    """Return the limits for files that are brought to the board.

    Raises `openline.settings.SettingError` where one is no whole number above 0.
    """
    return Limits(_whole(MAX_MB_VARIABLE, MAX_MB), _whole(MAX_ROWS_VARIABLE, MAX_ROWS))


def _whole(variable: str, otherwise: int) -> int:
    text = os.environ.get(variable, "").strip()
    if not text:
        return otherwise
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise SettingError(f"{variable} is {text!r}, which is no whole number; write {otherwise}")
    return int(text)
