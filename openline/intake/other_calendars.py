"""Years of other calendars, and years without their century, converted to our calendar.

Such a date can look like one of the format's: `1402-07-13`, `2566-10-05`, `0019-05-03`.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, Literal, get_args

from openline.intake.choices import Calendar

CalendarNeed = Literal["century", "minguo", "hijri", "buddhist"]
CALENDAR_NEEDS: Final[tuple[CalendarNeed, ...]] = get_args(CalendarNeed)
CALENDARS: Final[Mapping[CalendarNeed, tuple[Calendar, ...]]] = {
    "century": ("2000s", "1900s"),
    "minguo": ("minguo",),
    "hijri": ("solar", "lunar"),
    "buddhist": ("buddhist",),
}
"""The calendars to which a year that is not ours can belong."""
_YEARS: Final[Mapping[CalendarNeed, range]] = {
    "century": range(1, 100),
    "minguo": range(100, 140),
    "hijri": range(1300, 1500),
    "buddhist": range(2400, 2700),
}
_SHIFTS: Final[Mapping[Calendar, int]] = {
    "2000s": 2000,
    "1900s": 1900,
    "minguo": 1911,
    "buddhist": -543,
}
"""How many years to add; the months and days are those of our calendar."""
_NUMBERS: Final = re.compile(r"(\d{3,4})([/.\-])(\d{1,2})\2(\d{1,2})", re.ASCII)
_LONGEST_YEAR: Final = 12
_MONTHS_OF_31: Final = 6
_DAY_BEFORE_SOLAR: Final = 226_894
_DAY_BEFORE_LUNAR: Final = 227_014
"""The day before the calendar begins, as Python's ordinal."""


def calendar_need(year: int) -> CalendarNeed | None:
    """Return which calendars a year can belong to if it is not one of ours, None if it is.

    >>> calendar_need(2566), calendar_need(2019)
    ('buddhist', None)
    """
    return next((need for need, years in _YEARS.items() if year in years), None)


def need_of(text: str) -> CalendarNeed | None:
    """Return what has to be known about a date in the format's form whose year is not of our
    calendar."""
    return calendar_need(int(text[:4]))


def numbers_of(text: str) -> str | None:
    """Return a day of another calendar, written in numbers with the year first, with hyphens
    between them; None if the text is not one. Our calendar may lack such a day.

    >>> numbers_of("1402/2/31"), numbers_of("112.10.5"), numbers_of("2019/2/3")
    ('1402-02-31', '0112-10-05', None)
    """
    match = _NUMBERS.fullmatch(text)
    if match is None or calendar_need(int(match[1])) is None:
        return None
    return f"{int(match[1]):04}-{int(match[3]):02}-{int(match[4]):02}"


def in_this_calendar(text: str, calendar: Calendar) -> str | None:
    """Return a date of another calendar, given in the format's form, in our calendar; None if
    there is no such day. A solar or lunar month or year is an interval from its first day to its
    last; a lunar date is an interval that holds it in every country.

    >>> in_this_calendar("1402-07-13", "solar"), in_this_calendar("1402-07", "solar")
    ('2023-10-05', '2023-09-23/2023-10-22')
    """
    year, *parts = map(int, text.split("-"))
    if (shift := _SHIFTS.get(calendar)) is not None:
        return _shifted(year + shift, parts)
    begins = _STARTS[calendar]
    bounds = _days(begins, year, parts)
    if bounds is None:
        return None
    # A lunar month begins when the moon is seen, or is reckoned to be: that of Umm al-Qura, up to
    # two days before this rule or a day after it.
    is_lunar = calendar == "lunar"
    first, last = map(date.fromordinal, (bounds[0] - 2 * is_lunar, bounds[1] + is_lunar))
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _shifted(year: int, parts: list[int]) -> str | None:
    try:
        date(year, *[*parts, 1, 1][:2])
    except ValueError:
        return None
    return "-".join([f"{year:04}", *(f"{part:02}" for part in parts)])


def _days(begins: Callable[[int, int], int], year: int, parts: list[int]) -> tuple[int, int] | None:
    """Return the first and last day of a year, a month or a day; None if there is none."""
    month, day = [*parts, None, None][:2]
    if month is None:
        return begins(year, 1), begins(year + 1, 1) - 1
    if not 1 <= month <= _LONGEST_YEAR:
        return None
    first = begins(year, month)
    last = (begins(year + 1, 1) if month == _LONGEST_YEAR else begins(year, month + 1)) - 1
    if day is None:
        return first, last
    return (first + day - 1,) * 2 if 1 <= day <= last - first + 1 else None


def _solar(year: int, month: int) -> int:
    """Return the day on which a month of the Persian calendar begins, by the rule of 33 years."""
    before = 30 * (month - 1) + min(month - 1, _MONTHS_OF_31)
    return _DAY_BEFORE_SOLAR + 365 * (year - 1) + (8 * year + 21) // 33 + before + 1


def _lunar(year: int, month: int) -> int:
    """Return the day on which a month of the Islamic calendar begins, by the rule of 30 years."""
    before = (59 * (month - 1) + 1) // 2
    return _DAY_BEFORE_LUNAR + 354 * (year - 1) + (3 + 11 * year) // 30 + before + 1


_STARTS: Final[Mapping[Calendar, Callable[[int, int], int]]] = {"solar": _solar, "lunar": _lunar}
