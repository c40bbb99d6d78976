"""Dates in other forms: how those of a column are read is chosen once for all its rows."""

import calendar
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

import streamlit as st

from openline.intake.choices import DATE_COLUMNS, Calendar, Choices, DateOrder, DateReading
from openline.intake.date_forms import Need
from openline.intake.date_reading import read_date
from openline.intake.foreign_dates import ForeignDates, find_foreign_dates, is_of_this_calendar
from openline.intake.month_names import LANGUAGES, months_of
from openline.intake.other_calendars import CALENDARS
from openline.markup.tables import cells_of, heads_of, table_of
from openline.markup.text import NOTHING, Markup, tag
from openline.record.dates import DateRange, parse_date, show_date
from openline.sentences.runs import count, list_words
from openline.ui.data.remembered import remembered
from openline.ui.markup.text import draw
from openline.ui.records.choice import Choice, clipped, draw_apply, draw_asked, question
from openline.ui.records.draft import Draft
from openline.ui.records.surveyed import surveyed

ORDER_WORDS: Final[Mapping[DateOrder, str]] = {
    "day-first": "day, month, year",
    "month-first": "month, day, year",
    "year-first": "year, month, day",
}
"""The orders of day and month, as they are said."""
CALENDAR_WORDS: Final[Mapping[Calendar, str]] = {
    "2000s": "20xx: add 2000 years",
    "1900s": "19xx: add 1900 years",
    "minguo": "since 1912: add 1911 years",
    "solar": "Persian (solar)",
    "lunar": "Islamic (lunar), give or take a day",
    "buddhist": "Buddhist: less 543 years",
}
"""How years of other calendars are read, as it is said."""
_MOST_SAMPLES: Final = 3
_MOST_EXAMPLES: Final = 6
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
"""One question on a column's dates: each answer says what it changes in how the column is read;
for the name of a month that is unclear, the languages that know it so."""
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


def foreign_dates(draft: Draft) -> tuple[ForeignDates, ...]:
    """Return what is left to choose of a file's dates, column by column."""
    given = draft.text, draft.choices, draft.edits

    def compute() -> tuple[ForeignDates, ...]:
        texts = surveyed(draft).meant
        columns = (
            find_foreign_dates(column, _unread(texts.get(column, {}), draft.choices, column))
            for column in DATE_COLUMNS
        )
        return tuple(item for item in columns if item is not None and item.is_readable)

    return remembered("foreign_dates", given, compute)


def draw_dates(draft: Draft, today: date) -> None:
    """Draw the choices for each column whose dates stand in another form."""
    for dates in foreign_dates(draft):
        with st.container(key=f"records_choice_dates_{dates.column}"):
            _draw_column(draft, dates, today)


def _draw_column(draft: Draft, dates: ForeignDates, today: date) -> None:
    with question(f"How the dates in “{dates.column}” are written", _how(dates)):
        questions = [*questions_of(dates, draft.turn, today)]
        what = f"dates_{dates.column}"
        answers = draw_asked(questions, what)
        before = draft.choices.dates.get(dates.column, DateReading())
        after = shown = reading_of(dates, questions, answers.chosen, before)
        if answers.proposed:
            given = {one.key: one.options[one.proposal] for one in questions if one.proposal}
            shown = reading_of(dates, questions, given, before)
        draw(_examples(dates, shown))
        disabled = not (answers.chosen or dates.plain.count)
        readings = Choices(dates={dates.column: after})
        own = "Use this order of days" if "order" in dates.needs else ""
        draw_apply(draft, lambda known: known.joined(readings), what, disabled, answers, (own, ""))


def _examples(dates: ForeignDates, reading: DateReading) -> Markup:
    """Return some cells and what they are read as by now; by both orders where one has to be
    chosen."""
    texts = dict.fromkeys(
        text
        for cells in (*dates.needs.values(), dates.plain)
        for text in cells.examples[:_MOST_SAMPLES]
    )
    open_ = "order" in dates.needs and reading.order is None
    ways = (
        {ORDER_WORDS[one]: replace(reading, order=one) for one in dates.orders}
        if open_
        else {"is read as": reading}
    )
    rows = [
        tag("tr", cells_of(clipped(text), *(_said(text, way) for way in ways.values())))
        for text in [*texts][:_MOST_EXAMPLES]
    ]
    table = table_of(heads_of(("in the file", *ways)), rows, "ol-examples") if texts else NOTHING
    if not dates.unread:
        return table
    samples = ", ".join(clipped(text) for text in dates.unread[:_MOST_SAMPLES])
    words = f"{count(len(dates.unread), 'further text')} cannot be read as a date: {samples}."
    return table + tag("p", words, "ol-how")


def _said(text: str, reading: DateReading) -> str:
    date_text = read_date(text, reading)
    own = parse_date(date_text)
    return show_date(own.text) if isinstance(own, DateRange) else "not read yet"


def _unread(texts: Mapping[str, int], choices: Choices, column: str) -> dict[str, int]:
    """Return the texts that are no dates yet by what was chosen."""
    reading = choices.dates.get(column)
    if reading is None:
        return dict(texts)
    read = {text: read_date(text, reading) for text in texts}
    return {
        text: rows
        for text, rows in texts.items()
        if read[text] and not is_of_this_calendar(read[text].strip())
    }


def _how(dates: ForeignDates) -> str:
    verb = "is" if dates.count == 1 else "are"
    repeats = ", rows that repeat others included," if dates.count > 1 else ""
    if not dates.count:
        return "Some ends are so late that they may mean “no end”. Next: say whether they do."
    is_far_off = {*dates.needs} <= {*CALENDARS} and not dates.plain.count and not dates.unread
    what = "of a year that is far off" if is_far_off else "not written like 2022-08-05"
    how = f"{count(dates.count, 'cell')}{repeats} {verb} {what}. "
    if dates.must_choose:
        return how + "The file alone does not show which number is the day; please choose."
    names = [LANGUAGES[one] for one in dates.languages if one != "en"]
    if names:
        how += f"Names of months are read as {list_words(names)}. "
    return how + "Next: say how to read them."


def questions_of(dates: ForeignDates, turn: int, today: date) -> Iterator[DateQuestion]:
    """Give what has to be known before a column's dates can be read, most telling first."""
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
    """Return the answer that the cells speak for: an order only where the other one cannot be,
    and none where an answer would say more than the cells do."""
    if need in ("season", "about", "hijri"):
        return None
    if need != "order":
        return next(iter(answers))
    return ORDER_WORDS[dates.fits[0]] if len(dates.fits) == 1 else None


def _centuries(today: date) -> _Answers:
    """Return how years of two digits can be read: as none after today, or all as of now."""
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
    """Return how a column is read by some answers to its questions, by their keys, and before."""
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
    # Languages that know a name whose month is still to be chosen wait for that.
    languages = dict.fromkeys((*changed["languages"], *dates.languages))
    known = tuple(one for one in languages if one not in unsure)
    return replace(before, **{**changed, "languages": (*before.languages, *known)})
