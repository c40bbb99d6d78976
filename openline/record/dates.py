"""Dates as a record gives them: to the day, the month or the year, or an interval.

A date is read to the days that bound it and shown again as precisely as it was given.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from openline.record.problems import short

DATE_FAULTS: Final = ("date-impossible", "date-form")
"""The kinds of problem that a text which is not a date can be."""
_MONTHS: Final = tuple(calendar.month_abbr)
_MONTH_NUMBERS: Final = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
}
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PART: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_MIDNIGHT: Final = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ]0?0:00(?::00(?:[.,]0+)?)?(?: ?Z|\+00:?00)?", re.ASCII
)
_EDTF: Final = re.compile(r"\[([^\[\].]+)\.\.([^\[\].]+)\]")
_ACCEPTED: Final = "Write 2022-08-05, 2022-08 or 2022, or two of these joined by /."
_LONGEST_MONTH: Final = 31
_LONGEST: Final = 60
"""A longer text is not tried as a date in another form."""
_BETWEEN: Final = re.compile(r"(?<!\s)\s*(?:[–—]|\.\.)\s*|(?<!\s)\s+(?:-|/|to|until|till|bis)\s+")
"""What is between the halves of an interval in other forms: blanks are tried from their
first on alone, for there may be many."""
_TIME: Final = re.compile(
    r"[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)? ?(?:[AaPp]\.?[Mm]\.?|Z|UTC)?$", re.ASCII
)
_NUMBERS: Final = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})", re.ASCII)
_FORMS: Final = tuple(
    re.compile(form, re.ASCII)
    for form in (
        r"(?P<year>\d{4})[/.\- ](?P<month>\d{1,2})[/.\- ](?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<day>\d{1,2})\.? (?P<month>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})",
        r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>\d{1,2}),? (?P<year>\d{4})",
        r"(?P<month>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})",
    )
)
"""Forms in which the order is plain."""


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days that bound a date, and its text in canonical form (`2022-08-02/2022-08-05`)."""

    earliest: date
    latest: date
    text: str


@dataclass(frozen=True, slots=True)
class DateFault:
    """A text that is not a date: `code` names the kind of problem; what is told of it is worked
    out when it is asked for."""

    text: str
    code: str

    @property
    def message(self) -> str:
        """What is wrong, as a sentence."""
        return self._told[0]

    @property
    def suggestion(self) -> str:
        """How to fix it, as a sentence."""
        return self._told[1]

    @property
    def _told(self) -> tuple[str, str]:
        return _impossible(self.text) if self.code == "date-impossible" else _other_form(self.text)


def parse_date(text: str) -> DateRange | DateFault:
    """Read a date in one of the contract's forms.

    >>> parse_date("2022-08").latest
    datetime.date(2022, 8, 31)
    """
    if _DAY.fullmatch(text) and (day := _existing(*map(int, text.split("-")))):
        return DateRange(day, day, text)
    halves = _halves(text)
    if len(halves) > 2 or not all(_PART.fullmatch(half) for half in halves):
        return DateFault(text, "date-form")
    bounds = [_bounds(half) for half in halves]
    first, last = bounds[0], bounds[-1]
    if first is None or last is None or last[1] < first[0]:
        return DateFault(text, "date-impossible")
    return DateRange(first[0], last[1], "/".join(halves))


def canonical_date(earliest: date, latest: date) -> str:
    """Return the canonical text of the interval between two days."""
    if earliest == latest:
        return earliest.isoformat()
    return f"{earliest.isoformat()}/{latest.isoformat()}"


def show_day(day: date) -> str:
    """Show a day as people write it: `5 Oct 2023`; a year always has four figures."""
    return f"{day.day} {_MONTHS[day.month]} {day.year:04}"


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


def _halves(text: str) -> list[str]:
    edtf = _EDTF.fullmatch(text)
    halves = list(edtf.groups()) if edtf else text.split("/")
    return [match[1] if (match := _MIDNIGHT.fullmatch(half)) else half for half in halves]


def _bounds(half: str) -> tuple[date, date] | None:
    year, *rest = (int(part) for part in half.split("-"))
    first_month, last_month = (rest[0], rest[0]) if rest else (1, 12)
    first = _existing(year, first_month, rest[1] if len(rest) > 1 else 1)
    if first is None or len(rest) > 1:
        return (first, first) if first else None
    return first, date(year, last_month, calendar.monthrange(year, last_month)[1])


def _impossible(text: str) -> tuple[str, str]:
    for half in _halves(text):
        if _bounds(half) is None:
            hint = "Correct the day; if only the month is known, write the month."
            return f"There is no such day as {half}.", hint
    return f"The interval {text} ends before it starts.", "Write the earlier date first."


def _other_form(text: str) -> tuple[str, str]:
    """Return what is told of a date in another form: what it could be, in each order."""
    plain = text.strip("[] ") if len(text) <= _LONGEST else ""
    read = dict.fromkeys(filter(None, (_read(plain, order) for order in (0, 1))))
    forms = [*read]
    if len(forms) == 2:
        first, second = map(show_date, forms)
        return (
            f"{text!r} is ambiguous: {first} or {second}.",
            f"Write {forms[0]} or {forms[1]}.",
        )
    if forms:
        return f"{text!r} is not in a form that can be read.", f"Write {forms[0]}."
    missing = next(filter(None, (_missing_day(plain, order) for order in (0, 1))), None)
    if missing:
        year, month = missing
        most = calendar.monthrange(year, month)[1]
        return (
            f"There is no such day as {text!r}: {_MONTHS[month]} {year} has {most} days.",
            f"Correct the day; if only the month is known, write {year:04}-{month:02}.",
        )
    return f"{short(text)!r} is not a date in a form that can be read.", _ACCEPTED


def _read(text: str, order: int) -> str | None:
    """Read a date or both halves of an interval, the day first (0) or the month (1)."""
    for halves in (_BETWEEN.split(text), text.split("/")):
        read = [_half(half, order) for half in halves]
        if len(read) <= 2 and None not in read:
            joined = "/".join(half for half in read if half)
            return joined if isinstance(parse_date(joined), DateRange) else None
    return None


def _half(text: str, order: int) -> str | None:
    plain = _TIME.sub("", text)
    if _PART.fullmatch(plain):
        return plain
    parts = _parts(plain, order)
    return _iso(*parts) if parts else None


def _parts(text: str, order: int) -> tuple[int, int, int | None] | None:
    """Return year, month and day of a date in another form, None where it is in none; a name
    that is not a month's is month 0."""
    if match := _NUMBERS.fullmatch(text):
        return int(match[3]), int(match[2 - order]), int(match[1 + order])
    fit = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if fit is None:
        return None
    month, day = fit["month"], fit.groupdict().get("day")
    number = int(month) if month.isdigit() else _MONTH_NUMBERS.get(month.casefold(), 0)
    return int(fit["year"]), number, int(day) if day else None


def _iso(year: int, month: int, day: int | None) -> str | None:
    day_of_calendar = _existing(year, month, day or 1)
    return day_of_calendar.isoformat()[: 10 if day else 7] if day_of_calendar else None


def _missing_day(text: str, order: int) -> tuple[int, int] | None:
    """Return the year and month of a day that the month does not have, though others do."""
    year, month, day = _parts(_TIME.sub("", text), order) or (0, 0, None)
    is_day = day is not None and day <= _LONGEST_MONTH
    return (year, month) if is_day and year and _existing(year, month, 1) else None


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
