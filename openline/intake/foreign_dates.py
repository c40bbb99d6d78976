"""Dates in other forms: `8/5/2022`, `5.8.2022`, `5 Aug 2022`, and in which order to read them."""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from openline.intake.choices import DATE_ORDERS, DateOrder, DateReading
from openline.record.columns import DATE, END, START
from openline.record.dates import DateRange, parse_date
from openline.record.problems import Problem

__all__ = ["ForeignDates", "find_foreign_dates", "read_date", "read_foreign"]

_MONTHS: Final = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_MIDNIGHT: Final = re.compile(r"(?:,|T)?\s*(?:0?0:00(?::00(?:\.0+)?)?|12:00(?::00)? ?AM)$", re.I)
_NUMBERS: Final = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[/.\- ](\d{1,2})[/.\- ](\d{1,2})\.?", re.ASCII)
_COMPACT: Final = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})", re.ASCII)
_MONTH: Final = re.compile(r"(\d{1,2})[/.\-](\d{4})", re.ASCII)
_WEEKDAY: Final = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.I)
_ORDINAL: Final = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.I)
_WORDS: Final = re.compile(r"[a-z]+|\d+", re.I | re.ASCII)
_NAMED: Final = re.compile(r"[A-Za-z0-9 .,\-/]+", re.ASCII)
_BETWEEN: Final = re.compile(r"\s*[–—]\s*|\s+-\s+|\s+to\s+|\s+/\s+", re.I)
_CENTURY: Final = 30
"""Years of two digits below it are 20xx, the others 19xx, as spreadsheets have it."""


@dataclass(frozen=True)
class ForeignDates:
    """The dates of a column that stand in another form.

    `count` are the cells, `examples` some of them with what each order makes of it (None
    where it makes nothing), `unread` the distinct cells that neither order reads, `fits` the
    orders that read all others, `differ` whether those orders read any cell otherwise: where
    two fit and differ, only the analyst knows. `short_years`: some years have two digits.
    """

    column: str
    count: int
    fits: tuple[DateOrder, ...]
    differ: bool
    unread: tuple[str, ...]
    short_years: bool
    examples: tuple[tuple[str, str | None, str | None], ...]

    @property
    def must_choose(self) -> bool:
        """Whether the file alone does not say which order holds."""
        return self.differ and len(self.fits) != 1


def find_foreign_dates(problems: Iterable[Problem], shown: int = 3) -> tuple[ForeignDates, ...]:
    """Return what is known of the dates in other forms that a record's problems name."""
    cells: dict[str, list[str]] = {}
    for item in problems:
        if item.code == "date-form" and item.value is not None and item.column:
            cells.setdefault(item.column, []).append(item.value)
    return tuple(
        _of_column(name, cells[name], shown) for name in (DATE, START, END) if name in cells
    )


def read_foreign(text: str, order: DateOrder) -> str | None:
    """Return a date or an interval of another form in the format's, None where it is none.

    >>> read_foreign("5.8.2022", "day-first")
    '2022-08-05'
    """
    halves = _BETWEEN.split(text.strip())
    if len(halves) == 1 and text.count("/") == 1 and not _MONTH.fullmatch(text.strip()):
        halves = text.strip().split("/")
    read = [_half(half.strip(), order) for half in halves]
    if len(read) > 2 or None in read:
        return None
    joined = "/".join(half for half in read if half)
    return joined if isinstance(parse_date(joined), DateRange) else None


def read_date(text: str, reading: DateReading) -> str:
    """Return a cell of dates as it is read by what was chosen; what is a date of the format, or
    none at all, stays as it is."""
    plain = text.strip()
    if not plain or reading.order is None or isinstance(parse_date(plain), DateRange):
        return text
    return read_foreign(plain, reading.order) or text


def _of_column(name: str, cells: list[str], shown: int) -> ForeignDates:
    read = {text: tuple(read_foreign(text, order) for order in DATE_ORDERS) for text in cells}
    readable = {text: days for text, days in read.items() if any(days)}
    fits = tuple(
        order
        for i, order in enumerate(DATE_ORDERS)
        if readable and all(days[i] for days in readable.values())
    )
    telling = sorted(readable, key=lambda text: readable[text][0] == readable[text][1])
    return ForeignDates(
        column=name,
        count=len(cells),
        fits=fits,
        differ=any(first != second for first, second in readable.values()),
        unread=tuple(text for text in read if text not in readable),
        short_years=any(_has_short_year(text) for text in readable),
        examples=tuple((text, readable[text][0], readable[text][1]) for text in telling[:shown]),
    )


def _has_short_year(text: str) -> bool:
    return bool(re.search(r"\d", text)) and not re.search(r"\d{4}", text)


@cache
def _order_of(order: DateOrder) -> tuple[int, int]:
    return (0, 1) if order == "day-first" else (1, 0)


def _half(text: str, order: DateOrder) -> str | None:
    own = parse_date(text)
    if isinstance(own, DateRange) and "/" not in text:
        return own.text
    text = _MIDNIGHT.sub("", text).strip()
    if match := _NUMBERS.fullmatch(text):
        day, month = _order_of(order)
        return _iso(_year(match[3]), int(match[month + 1]), int(match[day + 1]))
    if match := _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text):
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    if match := _MONTH.fullmatch(text):
        return f"{match[2]}-{int(match[1]):02}" if _iso(int(match[2]), int(match[1]), 1) else None
    return _named(text)


def _named(text: str) -> str | None:
    """Read a date with the name of its month, to the day or the month."""
    text = _ORDINAL.sub("", _WEEKDAY.sub("", text, count=1))
    words = _WORDS.findall(text) if _NAMED.fullmatch(text) else []
    names = [word for word in words if not word.isdigit()]
    numbers = [word for word in words if word.isdigit()]
    month = _MONTHS.get(names[0].casefold()) if len(names) == 1 else None
    if month is None or not 1 <= len(numbers) <= 2:
        return None
    if len(numbers) == 1:
        return f"{numbers[0]}-{month:02}" if len(numbers[0]) == 4 else None
    day, year = numbers if len(numbers[1]) in (2, 4) and len(numbers[0]) <= 2 else numbers[::-1]
    sound = len(day) <= 2 and len(year) in (2, 4)
    return _iso(_year(year), month, int(day)) if sound else None


def _year(text: str) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    return year + (2000 if year < _CENTURY else 1900)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
