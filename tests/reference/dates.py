"""A date of the record: the days that it allows."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

__all__ = ["DateError", "When", "parse"]

MIDNIGHT = re.compile(r"[T ]00?:00(:00(\.0+)?)?Z?")
SINGLE = re.compile(r"([0-9]{4})(-([0-9]{2})(-([0-9]{2}))?)?")
EDTF = re.compile(r"\[([^\[\]]*)\.\.([^\[\]]*)\]")


class DateError(Exception):
    """A date that cannot be read; its text is the code."""


@dataclass(frozen=True)
class When:
    """The earliest and the latest day; `coarse` where it was written as a month or year."""

    first: date
    last: date
    coarse: bool = False


def parse(text: str) -> When:
    """The days that a date allows; raises `DateError`."""
    found = EDTF.fullmatch(text)
    parts = [found[1], found[2]] if found else text.split("/")
    if len(parts) == 1:
        return _single(text)
    if len(parts) != 2 or not all(SINGLE.fullmatch(part.strip()) for part in parts):
        raise DateError("date-form")
    one, two = (_single(part.strip()) for part in parts)
    # An interval ends before it starts where no day of its end lies on or after a day of its
    # start: `2022-08-05/2022-08` is from the 5th to the 31st.
    if two.last < one.first:
        raise DateError("date-impossible")
    return When(one.first, two.last)


def _single(text: str) -> When:
    if len(text) > 10 and MIDNIGHT.fullmatch(text[10:]) and SINGLE.fullmatch(text[:10]):
        text = text[:10]
    found = SINGLE.fullmatch(text)
    if not found:
        raise DateError("date-form")
    year, month, day = (int(part) if part else None for part in found.group(1, 3, 5))
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        raise DateError("date-impossible") from None
    if day:
        return When(first, first)
    last_month = month or 12
    length = calendar.monthrange(first.year, last_month)[1]
    return When(first, date(first.year, last_month, length), coarse=True)
