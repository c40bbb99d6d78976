"""Dates as a record gives them: to the day, the month or the year, or an interval.

A date is read to the days that bound it and shown again as precisely as it was given.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Final

__all__ = [
    "DateFault",
    "DateRange",
    "canonical_date",
    "parse_date",
    "show_date",
    "show_day",
]

_MONTHS: Final = tuple(calendar.month_abbr)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PART: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_MIDNIGHT: Final = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ]0?0:00(?::00(?:[.,]0+)?)?(?: ?Z|\+00:?00)?", re.ASCII
)
_EDTF: Final = re.compile(r"\[([^\[\].]+)\.\.([^\[\].]+)\]")
_SLASHED: Final = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})(?: .*)?", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[/.\- ](\d{1,2})[/.\- ](\d{1,2})(?:[T ].*)?", re.ASCII)
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_DAY_NAMED: Final = re.compile(r"(\d{1,2})\.? ([A-Za-z]{3,9})\.?,? (\d{4})", re.ASCII)
_NAMED_DAY: Final = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})", re.ASCII)
_ACCEPTED: Final = "Write 2022-08-05, 2022-08 or 2022, or two of these joined by /."


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days that bound a date, and its text in canonical form (`2022-08-02/2022-08-05`)."""

    earliest: date
    latest: date
    text: str


@dataclass(frozen=True, slots=True)
class DateFault:
    """Why a text is no date: `code` names the kind of problem."""

    code: str
    message: str
    suggestion: str


def parse_date(text: str) -> DateRange | DateFault:
    """Read a date in one of the contract's forms.

    >>> parse_date("2022-08").latest
    datetime.date(2022, 8, 31)
    """
    if _DAY.fullmatch(text) and (day := _existing(*map(int, text.split("-")))):
        return DateRange(day, day, text)
    edtf = _EDTF.fullmatch(text)
    halves = list(edtf.groups()) if edtf else text.split("/")
    halves = [_without_midnight(half) for half in halves]
    if len(halves) > 2 or not all(_PART.fullmatch(half) for half in halves):
        return _other_form(text)
    bounds = [_bounds(half) for half in halves]
    for half, bound in zip(halves, bounds, strict=True):
        if bound is None:
            return DateFault(
                "date-impossible",
                f"There is no such day as {half}.",
                "Correct the day; if only the month is known, write the month.",
            )
    first, last = bounds[0], bounds[-1]
    if first is None or last is None or last[1] < first[0]:
        return DateFault(
            "date-impossible",
            f"The interval {text} ends before it starts.",
            "Write the earlier date first.",
        )
    return DateRange(first[0], last[1], "/".join(halves))


def canonical_date(earliest: date, latest: date) -> str:
    """Return the canonical text of the interval between two days."""
    if earliest == latest:
        return earliest.isoformat()
    return f"{earliest.isoformat()}/{latest.isoformat()}"


def show_day(day: date) -> str:
    """Show a day as people write it: `5 Oct 2023`."""
    return f"{day.day} {_MONTHS[day.month]} {day.year}"


def show_date(text: str) -> str:
    """Show a canonical date with the precision it has: `Aug 2022`, `2–5 Aug 2022`."""
    first, _, last = text.partition("/")
    start, end = _words(first), _words(last or first)
    if start == end:
        return " ".join(start)
    kept = list(start)
    same_form = len(start) == len(end)
    for word in reversed(end if same_form else end[-1:]):
        if len(kept) == 1 or kept[-1] != word:
            break
        kept.pop()
    dash = "–" if len(kept) == 1 and same_form else " – "
    return f"{' '.join(kept)}{dash}{' '.join(end)}"


def _words(part: str) -> list[str]:
    year, *rest = part.split("-")
    words = [str(int(rest[1]))] if len(rest) == 2 else []
    return [*words, *([_MONTHS[int(rest[0])]] if rest else []), year]


def _without_midnight(half: str) -> str:
    match = _MIDNIGHT.fullmatch(half)
    return match[1] if match else half


def _bounds(half: str) -> tuple[date, date] | None:
    year, *rest = (int(part) for part in half.split("-"))
    first_month, last_month = (rest[0], rest[0]) if rest else (1, 12)
    first = _existing(year, first_month, rest[1] if len(rest) > 1 else 1)
    if first is None or len(rest) > 1:
        return (first, first) if first else None
    return first, date(year, last_month, calendar.monthrange(year, last_month)[1])


def _other_form(text: str) -> DateFault:
    slashed = _SLASHED.fullmatch(text)
    if slashed:
        return _day_or_month_first(text, *map(int, slashed.groups()))
    guess = _guess(text)
    if guess:
        return DateFault("date-form", f"{text!r} is not in a form that is read.", f"Write {guess}.")
    return DateFault("date-form", f"{text!r} is not a date in a form that is read.", _ACCEPTED)


def _day_or_month_first(text: str, first: int, second: int, year: int) -> DateFault:
    readings = [
        day
        for month, number in dict.fromkeys(((second, first), (first, second)))
        if (day := _existing(year, month, number))
    ]
    if len(readings) == 2:
        return DateFault(
            "date-form",
            f"{text!r} is ambiguous: {show_day(readings[0])} or {show_day(readings[1])}.",
            f"Write {readings[0]} or {readings[1]}.",
        )
    suggestion = f"Write {readings[0]}." if readings else _ACCEPTED
    return DateFault("date-form", f"{text!r} is not in a form that is read.", suggestion)


def _guess(text: str) -> date | None:
    for pattern in (_YEAR_FIRST, _COMPACT):
        match = pattern.fullmatch(text)
        if match:
            return _existing(*map(int, match.groups()))
    named = _DAY_NAMED.fullmatch(text)
    day, month, year = named.groups() if named else ("", "", "")
    match = _NAMED_DAY.fullmatch(text)
    if match:
        month, day, year = match.groups()
    short = month[:3].title()
    return _existing(int(year), _MONTHS.index(short), int(day)) if short in _MONTHS[1:] else None


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
