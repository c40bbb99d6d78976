"""The forms in which single dates are written: what each text means, and what that depends on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, get_args

from openline.intake.choices import Calendar, DateOrder
from openline.intake.date_periods import day_of_seconds, read_period
from openline.intake.month_names import LANGUAGES, is_beside_a_date, months_of, weekdays_of
from openline.intake.other_calendars import CALENDAR_NEEDS, CalendarNeed

Need = (
    Literal["order", "pivot", "month_year", "time", "epoch", "mark", "part", "season", "about"]
    | CalendarNeed
)
NEEDS: Final[tuple[Need, ...]] = (*get_args(get_args(Need)[0]), *CALENDAR_NEEDS)

_MARK: Final = r"[/.\- ]{1,2}"
_NUMBERS: Final = re.compile(rf"(\d{{1,2}}){_MARK}(\d{{1,2}}){_MARK}(\d{{4}}|\d{{2}})\.?", re.ASCII)
_SHORT_YEAR: Final = re.compile(r"(\d\d)-(\d\d)-(\d\d)", re.ASCII)
_PLAIN: Final = tuple(
    re.compile(form, re.ASCII)
    for form in (
        rf"(?P<year>\d{{4}}){_MARK}(?P<month>\d{{1,2}}){_MARK}(?P<day>\d{{1,2}})\.?",
        r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)",
        r"(?P<month>\d{1,2})[/.\-](?P<year>\d{4})",
        r"(?P<year>\d{4})[/.](?P<month>\d{1,2})",
        r"(?P<year>\d{4})-(?P<month>\d)",
        r"(?P<year>\d{4}) ?[年년]",
        r"(?P<year>\d{4}) ?[年년] ?(?P<month>\d{1,2}) ?[月월](?: ?(?P<day>\d{1,2}) ?[日号일])?",
        r"(?:ngày )?(?:(?P<day>\d\d?) )?th(?:áng|g) ?(?P<month>\d\d?),?(?: năm)? (?P<year>\d{4})",
    )
)
"""Forms whose order of day, month and year is plain."""
_SERIAL: Final = re.compile(r"(\d{5})(\.\d+)?", re.ASCII)
_TOKENS: Final = re.compile(r"\d+|[^\d\s,./\-'’]+")
_LONGEST_MONTH: Final = 31
_EPOCHS: Final = {1900: date(1899, 12, 30), 1904: date(1904, 1, 1)}


@dataclass(frozen=True)
class Ways:
    """How to settle what a text leaves open: the order of day and month, the languages of names
    (the first that fits wins), the highest last two digits of a year that are 20xx, the year from
    which days are counted, whether seasons are those of the southern hemisphere, and in which
    calendars years other than ours are read."""

    order: DateOrder = "day-first"
    languages: Sequence[str] = tuple(LANGUAGES)
    pivot: int = 99
    epoch: int = 1900
    is_south: bool = False
    calendars: Sequence[Calendar] = ()


@dataclass(frozen=True)
class Form:
    """A date that was read: its text in the format's form, what had to be known to read it, and
    the month names in it."""

    text: str
    needs: frozenset[Need] = frozenset()
    names: tuple[str, ...] = ()


def read_single(text: str, ways: Ways) -> Form | None:
    """Return a date written in another form than the format's, None if the text is not one. The
    text has passed `openline.intake.date_spans.plain_date`, is casefolded and has no time of
    day."""
    return (
        _period(text)
        or _numbers(text, ways)
        or _plain(text)
        or _serial(text, ways)
        or _named(text, ways)
    )


def _period(text: str) -> Form | None:
    if period := read_period(text):
        return Form(period)
    day = day_of_seconds(text)
    return Form(day, NEED_TIME) if day else None


def _numbers(text: str, ways: Ways) -> Form | None:
    match = _NUMBERS.fullmatch(text)
    if match is None:
        return None
    first, second, last = match.groups()
    if ways.order == "year-first" and first != second:
        return _short_year_first(text, ways)
    day, month = (first, second) if ways.order == "day-first" else (second, first)
    year, needs = _year(last, ways)
    ordered = _NEED_ORDER if int(first) != int(second) else frozenset[Need]()
    return _form(year, int(month), int(day), needs | ordered)


def _short_year_first(text: str, ways: Ways) -> Form | None:
    """Read `22-08-05` as an ISO date whose year was shortened."""
    match = _SHORT_YEAR.fullmatch(text)
    if match is None:
        return None
    year, needs = _year(match[1], ways)
    return _form(year, int(match[2]), int(match[3]), needs | _NEED_ORDER)


def _plain(text: str) -> Form | None:
    match = next((match for form in _PLAIN if (match := form.fullmatch(text))), None)
    if match is None:
        return None
    parts = {name: int(part) for name, part in match.groupdict().items() if part}
    return _form(parts["year"], parts.get("month"), parts.get("day"))


def _serial(text: str, ways: Ways) -> Form | None:
    match = _SERIAL.fullmatch(text)
    if match is None:
        return None
    day = _EPOCHS[ways.epoch] + timedelta(days=int(match[1]))
    has_time = bool((match[2] or "").strip(".0"))
    return Form(day.isoformat(), _NEED_EPOCH | (NEED_TIME if has_time else frozenset()))


def _named(text: str, ways: Ways) -> Form | None:
    """Read a date that names its month, precise to the day or the month."""
    tokens = _TOKENS.findall(text)
    numbers = [token for token in tokens if token.isdigit()]
    name, month = _month_of([token for token in tokens if not token.isdigit()], ways)
    if month is None or not 1 <= len(numbers) <= 2:
        return None
    if len(numbers) == 1:
        is_day = tokens[0] == numbers[0] and 0 < int(numbers[0]) <= _LONGEST_MONTH
        return None if is_day else _of_month(numbers[0], month, name, ways)
    day, year = numbers if len(numbers[1]) in (2, 4) and len(numbers[0]) <= 2 else numbers[::-1]
    if len(day) > 2 or len(year) not in (2, 4):
        return None
    whole_year, needs = _year(year, ways)
    form = _form(whole_year, month, int(day), needs, (name,))
    return None if form is None or _is_of_another_weekday(form, tokens) else form


def _is_of_another_weekday(form: Form, tokens: Sequence[str]) -> bool:
    """Tell whether the words name a weekday other than the date's. A date whose century is unknown
    passes with any."""
    if "pivot" in form.needs:
        return False
    weekday = date.fromisoformat(form.text).weekday()
    named = (weekdays_of(token) for token in tokens)
    return any(some and weekday not in some for some in named)


def _of_month(number: str, month: int, name: str, ways: Ways) -> Form | None:
    if len(number) == 4:
        return _form(int(number), month, None, frozenset(), (name,))
    if len(number) != 2:
        return None
    year, needs = _year(number, ways)
    return _form(year, month, None, needs | _NEED_MONTH_YEAR, (name,))


def _month_of(words: Sequence[str], ways: Ways) -> tuple[str, int | None]:
    """Return the only month name among words, and its number. All the other words must be ones
    that appear beside a date."""
    for start, name in _names(words):
        beside = [*words[:start], *words[start + name.count(" ") + 1 :]]
        months = months_of(name)
        language = next((one for one in ways.languages if one in months), None)
        if language is not None and all(map(is_beside_a_date, beside)):
            return name, months[language]
    return "", None


def _names(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    for start in range(len(words)):
        yield start, " ".join(words[start : start + 2])
        yield start, words[start]


def _year(text: str, ways: Ways) -> tuple[int, frozenset[Need]]:
    year = int(text)
    if len(text) == 4:
        return year, frozenset()
    return year + (2000 if year <= ways.pivot else 1900), _NEED_PIVOT


def _form(
    year: int,
    month: int | None = None,
    day: int | None = None,
    needs: frozenset[Need] = frozenset(),
    names: tuple[str, ...] = (),
) -> Form | None:
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    parts = [f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)]
    return Form("-".join(parts), needs, names)


NEED_TIME: Final[frozenset[Need]] = frozenset({"time"})
"""What has to be known for a text with a time of day."""
_NEED_ORDER: Final[frozenset[Need]] = frozenset({"order"})
_NEED_PIVOT: Final[frozenset[Need]] = frozenset({"pivot"})
_NEED_EPOCH: Final[frozenset[Need]] = frozenset({"epoch"})
_NEED_MONTH_YEAR: Final[frozenset[Need]] = frozenset({"month_year"})
