"""Columns that are joined into one: year, month and day into a date; texts into a longer text. A
column of intervals is split into a column of begins and one of ends."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Final

from openline.intake.choices import Join
from openline.intake.date_forms import Ways
from openline.intake.date_lengths import end_after
from openline.intake.date_spans import LONGEST_DATE, SPAN, plain_date, read_form
from openline.intake.foreign_dates import says_no_end
from openline.record.dates import DateRange, parse_date

_PARTS: Final = 3
_YEAR: Final = 4
_LONG: Final = 62
"""Two dates more than this many days apart hardly belong to one event."""
_MOST: Final = 0.6


def joined_text(join: Join, cells: Sequence[str]) -> str:
    """Return the text that the cells of a row make.

    A date is as precise as its parts: without a day it is the month, without a month the year.
    Parts that make no date are joined as they are, so that reading reports them.

    >>> joined_text(Join(("year", "month", "day"), unknown=("-9",)), ["1948", "6", "-9"])
    '1948-06'
    """
    if join.half == "after":
        return end_after(cells[0], cells[-1], join.between or "days")
    if join.half is not None:
        begin, end = interval_halves(" ".join(cells))
        return begin if join.half == "begin" else end
    unknown = {text.casefold() for text in join.unknown}
    parts = [" ".join(cell.split()) for cell in cells]
    parts = ["" if part.casefold() in unknown else part for part in parts]
    if join.between is not None:
        return join.between.join(part for part in parts if part)
    return _date(parts[:_PARTS])


def _date(parts: Sequence[str]) -> str:
    leading = list(takewhile(bool, parts))
    numbers = [number for part in leading if (number := _whole(part)) is not None]
    if not leading or len(numbers) < len(leading) or len(str(numbers[0])) != _YEAR:
        return " ".join(part for part in parts if part)
    return "-".join(f"{number:02}" for number in numbers)


def _whole(text: str) -> int | None:
    """Return the whole number in a cell, also from `6.0`; None if it holds none."""
    plain = text.removesuffix(".0")
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 9 else None


def are_long_spans(texts: Mapping[str, int]) -> bool:
    """Tell whether most cells of a column are intervals of months or years."""
    every = sum(texts.values())
    return bool(every) and sum(n for text, n in texts.items() if _is_long(text)) >= _MOST * every


@lru_cache(maxsize=4_096)
def interval_halves(text: str) -> tuple[str, str]:
    """Return the begin and the end that a cell names; the end is empty if there is none. A single
    date is both; a text that cannot be read is the begin.

    >>> interval_halves("2018–2019"), interval_halves("Mar 2019 - present"), interval_halves("2020")
    (('2018', '2019'), ('Mar 2019', ''), ('2020', '2020'))
    """
    plain = plain_date(text) if len(text) <= LONGEST_DATE else ""
    if _is_single(plain):
        return plain, plain
    for match in SPAN.finditer(plain):
        left, right = plain[: match.start()].strip(" ,"), plain[match.end() :].strip(" ,")
        if _is_single(left) and (not right or says_no_end(right)):
            return left, ""
        if _is_single(left) and _is_single(right):
            return left, right
    begin, _, end = _bounds(plain).partition("/")
    return (begin, end) if begin else (text, "")


def _is_long(text: str) -> bool:
    begin, end = interval_halves(text)
    if begin == end or not _is_single(begin):
        return False
    day = parse_date(_bounds(plain_date(text)))
    return not end or not isinstance(day, DateRange) or (day.latest - day.earliest).days > _LONG


def _is_single(text: str) -> bool:
    """Tell whether a text is a single date, not an interval."""
    is_date = isinstance(parse_date(text), DateRange) or read_form(text, Ways()) is not None
    return is_date and not _bounds(text)


def _bounds(text: str) -> str:
    """Return the interval that a text names, its two dates in the format's form; "" if it names
    none."""
    own = parse_date(text)
    form = own.text if isinstance(own, DateRange) else getattr(read_form(text, Ways()), "text", "")
    return form if "/" in form else ""
