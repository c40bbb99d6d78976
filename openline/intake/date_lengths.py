"""How long something lasted, as people write it, and the day on which it had ended."""

import calendar
import re
from datetime import date, timedelta
from typing import Final

from openline.intake.foreign_dates import says_no_end

UNITS: Final = {
    **dict.fromkeys(("", "day", "days", "d"), "days"),
    **dict.fromkeys(("week", "weeks", "wk", "wks", "w"), "weeks"),
    **dict.fromkeys(("month", "months", "mo", "mos", "mth", "mths"), "months"),
    **dict.fromkeys(("year", "years", "yr", "yrs", "y"), "years"),
}
"""What units are called; for a bare number the unit is stated elsewhere."""
_LENGTH: Final = re.compile(r"(?:for )?(\d{1,5}) ?([a-z]*)\.?", re.ASCII)
_YEAR: Final = 12
_WEEK: Final = 7
_LONGEST: Final = 40


def end_after(begin: str, length: str, unit: str) -> str:
    """Return the first day after an interval, given its first day and its length. If either cannot
    be read, both are returned as written, so that reading reports them. A bare number counts in
    `unit`, which the column's name states.

    >>> end_after("2019-05-03", "30 days", "days"), end_after("2019-01-31", "1", "months")
    ('2019-06-02', '2019-02-28')
    """
    text = " ".join(length.split()).casefold()
    if not text or says_no_end(text):
        return ""
    match = _LENGTH.fullmatch(text) if len(text) <= _LONGEST else None
    kind = UNITS.get(match[2]) if match and match[2] else unit
    try:
        return _later(date.fromisoformat(begin.strip()), int(match[1]) if match else 0, kind or "")
    except (ValueError, OverflowError):
        return f"{begin} + {length}"


def _later(day: date, number: int, unit: str) -> str:
    if not number or not unit:
        raise ValueError(number, unit)
    if unit in ("days", "weeks"):
        days = number * (_WEEK if unit == "weeks" else 1)
        return (day + timedelta(days=days)).isoformat()
    months = day.month - 1 + number * (_YEAR if unit == "years" else 1)
    year, month = day.year + months // _YEAR, months % _YEAR + 1
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(day.day, last)).isoformat()


def is_length(text: str) -> bool:
    """Tell whether a text is a length of time: `30 days`, `30`."""
    match = _LENGTH.fullmatch(" ".join(text.split()).casefold()) if len(text) <= _LONGEST else None
    return match is not None and match[2] in UNITS
