"""Quarters, half-years, decades, ISO weeks, days of the year, seconds since 1970, months in Roman
numerals, and partly unknown dates, in the format's form."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Final

_PART: Final = re.compile(
    r"(?:(?P<before>\d{4})[ \-/]?)?"
    r"(?:(?P<kind>[qh]) ?(?P<number>[1-4])|(?P<number_>[1-4])(?: ?(?P<kind_>[qh])"
    r"|(?:st|nd|rd|th) (?P<word>quarter|half)))"
    r"(?:[ \-/]?(?:of )?(?P<after>\d{4}))?",
    re.ASCII,
)
_MONTHS: Final = {"q": 3, "h": 6}
_WEEK: Final = re.compile(r"(\d{4})-?w(\d{2})(?:-?([1-7]))?", re.ASCII)
_DAY_OF_YEAR: Final = re.compile(r"(\d{4})-(\d{3})", re.ASCII)
_DECADE: Final = re.compile(r"(?:the )?(\d{3})0'?s", re.ASCII)
_SECONDS: Final = re.compile(r"(\d{10})(?:\d{3})?", re.ASCII)
_NONE: Final = r"(?:00|xx|uu|\?\?)"
_UNKNOWN: Final = re.compile(
    rf"(\d{{4}})[/.\-](\d\d|{_NONE})[/.\-]{_NONE}|{_NONE}[/.\-](\d\d|{_NONE})[/.\-](\d{{4}})",
    re.ASCII,
)
_NO_DATE: Final = "1900-01-00"
"""What Excel makes of an empty cell."""
_ROMANS: Final = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
_ROMAN: Final = re.compile(
    rf"(?:(\d{{1,2}})[/.\- ]{{1,2}})?({'|'.join(_ROMANS)})[/.\- ]{{1,2}}(\d{{4}})\.?", re.ASCII
)
_SINCE: Final = 10**9
"""Fewer seconds than this, before 9 Sep 2001, are written with nine digits."""


def read_period(text: str) -> str | None:
    """Return the interval or day that a lower-case text names, None if it names none. Weeks and
    days of a year are those of ISO 8601.

    >>> read_period("q3 2021"), read_period("2021-w05"), read_period("1990s")
    ('2021-07/2021-09', '2021-02-01/2021-02-07', '1990/1999')
    """
    matches = ((read, pattern.fullmatch(text)) for pattern, read in _READERS)
    try:
        return next(filter(None, (read(match) for read, match in matches if match)), None)
    except ValueError:
        return None


def day_of_seconds(text: str) -> str | None:
    """Return the day, in UTC, of a number of seconds or milliseconds since 1970."""
    match = _SECONDS.fullmatch(text)
    if match is None or int(match[1]) < _SINCE:
        return None
    return datetime.fromtimestamp(int(match[1]), UTC).date().isoformat()


def _part_of_year(match: re.Match[str]) -> str | None:
    if bool(match["before"]) == bool(match["after"]):
        return None
    year = int(match["before"] or match["after"])
    months = _MONTHS[(match["kind"] or match["kind_"] or match["word"])[0]]
    first = (int(match["number"] or match["number_"]) - 1) * months + 1
    begin, last = date(year, first, 1), date(year, first + months - 1, 1)
    return f"{begin:%Y-%m}/{last:%Y-%m}"


def _week(match: re.Match[str]) -> str | None:
    monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    if match[3]:
        return (monday + timedelta(days=int(match[3]) - 1)).isoformat()
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _day_of_year(match: re.Match[str]) -> str | None:
    if not int(match[2]):
        return None
    day = date(int(match[1]), 1, 1) + timedelta(days=int(match[2]) - 1)
    return day.isoformat() if day.year == int(match[1]) else None


def _unknown_part(match: re.Match[str]) -> str | None:
    """Read `2019-05-00` or `XX/05/2019`: the day, or the day and the month, are not known."""
    if match[0] == _NO_DATE:
        return None
    year, month = match[1] or match[4], match[2] or match[3]
    return f"{year}-{month}" if month.isdigit() and int(month) else year


def _roman(match: re.Match[str]) -> str | None:
    month = f"{match[3]}-{_ROMANS.index(match[2]) + 1:02}"
    return f"{month}-{int(match[1]):02}" if match[1] else month


def _decade(match: re.Match[str]) -> str:
    return f"{match[1]}0/{match[1]}9"


_READERS: Final = (
    (_DECADE, _decade),
    (_PART, _part_of_year),
    (_WEEK, _week),
    (_DAY_OF_YEAR, _day_of_year),
    (_UNKNOWN, _unknown_part),
    (_ROMAN, _roman),
)
