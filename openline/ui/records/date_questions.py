"""Questions on dates: what has to be known before those of a column can be read."""

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from openline.intake.choices import DateOrder
from openline.intake.date_forms import Need
from openline.intake.foreign_dates import ForeignDates
from openline.intake.month_names import LANGUAGES, months_of
from openline.sentences.runs import count
from openline.ui.records.choice import Choice, clipped

ORDER_WORDS: Final[Mapping[DateOrder, str]] = {
    "day-first": "day, month, year",
    "month-first": "month, day, year",
    "year-first": "year, month, day",
}
"""The orders of day and month, as they are said."""
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
}
_Answers = Mapping[str, Mapping[str, Any]]
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
}


@dataclass(frozen=True)
class DateQuestion:
    """One question on a column's dates: what is asked, and what each answer changes in how the
    column is read; for the name of a month that is unclear, the language that it is of."""

    asked: Choice
    answers: Mapping[str, Mapping[str, Any]]
    languages: Mapping[str, str] | None = None


def questions_of(dates: ForeignDates, turn: int, today: date) -> Iterator[DateQuestion]:
    """Give what has to be known before a column's dates can be read, most telling first."""
    key = f"{turn}_{dates.column}"
    for need, cells in dates.needs.items():
        answers = _answers(dates, need, today)
        examples = ", ".join(map(clipped, cells.examples))
        asked = Choice(
            _NAMES[need],
            f"{count(cells.count, 'cell')}, such as {examples}",
            tuple(answers),
            f"date_{need}_{key}",
            f"{_NAMES[need]} in {dates.column}",
            _proposal(dates, need, answers),
        )
        yield DateQuestion(asked, answers)
    yield from _unclear_names(dates, key)
    yield from _ends(dates, key)


def _answers(dates: ForeignDates, need: Need, today: date) -> _Answers:
    if need == "order":
        return {ORDER_WORDS[order]: {"order": order} for order in dates.orders}
    return _FIXED[need] if need in _FIXED else _centuries(today)


def _proposal(dates: ForeignDates, need: Need, answers: _Answers) -> str | None:
    """Return the answer that the cells speak for: an order only where the other one cannot be,
    and none where an answer would say more than the cells do."""
    if need in ("season", "about"):
        return None
    if need != "order":
        return next(iter(answers))
    return ORDER_WORDS[dates.fits[0]] if len(dates.fits) == 1 else None


def _centuries(today: date) -> _Answers:
    """Return how years of two digits can be read: as none after today, or all as of now."""
    last = today.year % _CENTURY
    until = f"up to {last:02}: {today.year - last} on; later: {today.year - last - _CENTURY} on"
    return {
        until: {"pivot": last},
        f"all: {today.year - last} on": {"pivot": _CENTURY - 1},
    }


def _unclear_names(dates: ForeignDates, key: str) -> Iterator[DateQuestion]:
    for place, (name, months) in enumerate(dates.unclear.items()):
        answers = {
            f"{calendar.month_name[month]} ({', '.join(LANGUAGES[one] for one in languages)})": one
            for month, (one, *_) in months.items()
            for languages in [months[month]]
        }
        asked = Choice(
            name,
            "the name of different months",
            tuple(answers),
            f"date_name_{key}_{place}",
            f"{name} in {dates.column}",
        )
        yield DateQuestion(asked, {}, answers)


def _ends(dates: ForeignDates, key: str) -> Iterator[DateQuestion]:
    for place, (word, rows) in enumerate(dates.no_end.items()):
        answers = {"no end": {"no_end": (word,)}}
        about = f"in {count(rows, 'row')}"
        asked = Choice(
            word, about, tuple(answers), f"date_end_{key}_{place}", f"{word} in end", "no end"
        )
        yield DateQuestion(asked, answers)


def languages_of(
    dates: ForeignDates, questions: Mapping[str, DateQuestion], chosen: Mapping[str, str]
) -> list[str]:
    """Return the languages in which names of months are read: those that know a name whose
    month is still to be chosen are not among them."""
    first = [
        languages[chosen[key]]
        for key, item in questions.items()
        if key in chosen and (languages := item.languages) is not None
    ]
    open_ = [
        item.asked.name for key, item in questions.items() if item.languages and key not in chosen
    ]
    unsure = {language for name in open_ for language in months_of(name)}
    return [one for one in dict.fromkeys((*first, *dates.languages)) if one not in unsure]
