"""Questions to settle before the dates of a column can be read, each with its answers."""

import calendar
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from openline.intake.choices import Calendar, DateOrder, DateReading
from openline.intake.date_forms import Need
from openline.intake.foreign_dates import ForeignDates
from openline.intake.month_names import LANGUAGES, months_of
from openline.intake.other_calendars import CALENDARS
from openline.sentences.runs import count
from openline.ui.records.choice import Choice, clipped

ORDER_WORDS: Final[Mapping[DateOrder, str]] = {
    "day-first": "day, month, year",
    "month-first": "month, day, year",
    "year-first": "year, month, day",
}
"""The orders of day and month, in words."""
CALENDAR_WORDS: Final[Mapping[Calendar, str]] = {
    "2000s": "20xx: add 2000 years",
    "1900s": "19xx: add 1900 years",
    "minguo": "since 1912: add 1911 years",
    "solar": "Persian (solar)",
    "lunar": "Islamic (lunar), to within two days",
    "buddhist": "Buddhist: less 543 years",
}
"""How years of other calendars are read, in words."""
_CENTURY: Final = 100
_NAMES: Final[Mapping[Need, str]] = {
    "order": "Which number is the day",
    "pivot": "Two-digit years",
    "month_year": "A month and a number",
    "time": "A time of day",
    "epoch": "Numbers of days",
    "mark": "A mark beside a date",
    "part": "A part of a year or month",
    "season": "Seasons",
    "about": "Dates in doubt",
    "century": "Years without their century",
    "minguo": "Years of three figures",
    "hijri": "Years of another calendar",
    "buddhist": "Years of the Buddhist calendar",
}
_Answers = Mapping[str, Mapping[str, Any]]
DateQuestion = Choice[Mapping[str, Any]]
"""One question about a column's dates. Each answer gives the changes that it makes to how the
column is read; for an unclear month name, the languages in which it has that meaning."""
_FIXED: Final[Mapping[Need, _Answers]] = {
    "month_year": {"a month and a year": {"month_year": True}},
    "time": {"drop the time of day": {"without_time": True}},
    "epoch": {"days since 1900": {"epoch": 1900}, "days since 1904": {"epoch": 1904}},
    "mark": {"drop the mark": {"without_marks": True}},
    "part": {"a third of it": {"thirds": True}},
    "season": {
        "those of the northern hemisphere": {"seasons": "north"},
        "those of the southern hemisphere": {"seasons": "south"},
    },
    "about": {"the date as written": {"without_doubt": True}},
    **{
        need: {CALENDAR_WORDS[one]: {"calendars": (one,)} for one in known}
        for need, known in CALENDARS.items()
    },
}


def questions_of(dates: ForeignDates, turn: int, today: date) -> Iterator[DateQuestion]:
    """Yield the questions to settle before a column's dates can be read, the most telling first."""
    key = f"{turn}_{dates.column}"
    for need, cells in dates.needs.items():
        answers = _answers(dates, need, today)
        examples = ", ".join(map(clipped, cells.examples))
        yield Choice(
            _NAMES[need],
            f"{count(cells.count, 'cell')}, such as {examples}",
            answers,
            f"date_{need}_{key}",
            f"{_NAMES[need]} in {dates.column}",
            _proposal(dates, need, answers),
        )
    yield from _unclear_names(dates, key)
    yield from _ends(dates, key)


def _answers(dates: ForeignDates, need: Need, today: date) -> _Answers:
    if need == "order":
        return {ORDER_WORDS[order]: {"order": order} for order in dates.orders}
    return _FIXED[need] if need in _FIXED else _centuries(today)


def _proposal(dates: ForeignDates, need: Need, answers: _Answers) -> str | None:
    """Return the answer that the cells support, None if there is none: an order only if the other
    is impossible, and no answer that would claim more than the cells do."""
    if need in ("season", "about", "hijri"):
        return None
    if need != "order":
        return next(iter(answers))
    return ORDER_WORDS[dates.fits[0]] if len(dates.fits) == 1 else None


def _centuries(today: date) -> _Answers:
    """Return how two-digit years can be read: none after this year, or all in this century."""
    last = today.year % _CENTURY
    until = f"up to {last:02}: {today.year - last} on; later: {today.year - last - _CENTURY} on"
    return {until: {"pivot": last}, f"all: {today.year - last} on": {"pivot": _CENTURY - 1}}


def _unclear_names(dates: ForeignDates, key: str) -> Iterator[DateQuestion]:
    for place, (name, months) in enumerate(dates.unclear.items()):
        answers = {
            f"{calendar.month_name[month]} ({', '.join(LANGUAGES[one] for one in languages)})": {
                "languages": languages[:1]
            }
            for month, languages in months.items()
        }
        about, label = "the name of different months", f"{name} in {dates.column}"
        yield Choice(name, about, answers, f"date_name_{key}_{place}", label)


def _ends(dates: ForeignDates, key: str) -> Iterator[DateQuestion]:
    for place, (word, rows) in enumerate(dates.no_end.items()):
        answers = {"no end": {"no_end": (word,)}}
        about, label = f"in {count(rows, 'row')}", f"{word} in end"
        yield Choice(word, about, answers, f"date_end_{key}_{place}", label, "no end")


def reading_of(
    dates: ForeignDates,
    questions: Iterable[DateQuestion],
    answers: Mapping[str, Mapping[str, Any]],
    before: DateReading,
) -> DateReading:
    """Return how a column is read given answers to its questions, by their keys, and earlier
    answers."""
    changed: dict[str, Any] = {
        "languages": (),
        "no_end": before.no_end,
        "calendars": before.calendars,
    }
    for answer in answers.values():
        for name, value in answer.items():
            more = isinstance(value, tuple)
            changed[name] = (*changed[name], *value) if more else value
    unsure = {
        language
        for item in questions
        if item.key not in answers and item.name in dates.unclear
        for language in months_of(item.name)
    }
    # A language in which an unclear month name has a meaning is not used until that is chosen.
    languages = dict.fromkeys((*changed["languages"], *dates.languages))
    known = tuple(one for one in languages if one not in unsure)
    return replace(before, **{**changed, "languages": (*before.languages, *known)})
