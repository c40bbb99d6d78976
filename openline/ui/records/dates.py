"""Dates in other forms: one choice decides how all of a column's are read."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

import streamlit as st

from openline.intake.choices import DATE_COLUMNS, Choices, DateReading
from openline.intake.date_reading import read_date
from openline.intake.foreign_dates import ForeignDates, find_foreign_dates, is_of_this_calendar
from openline.intake.month_names import LANGUAGES
from openline.markup.tables import cells_of, heads_of, table_of
from openline.markup.text import NOTHING, Markup, tag
from openline.record.dates import DateRange, parse_date, show_date
from openline.sentences.runs import count, list_words
from openline.ui.data.remembered import remembered
from openline.ui.markup.text import draw
from openline.ui.records.choice import clipped, draw_apply, draw_asked, is_left, question
from openline.ui.records.date_questions import ORDER_WORDS, questions_of, reading_of
from openline.ui.records.draft import Draft
from openline.ui.records.surveyed import surveyed

_MOST_SAMPLES: Final = 3
_MOST_EXAMPLES: Final = 6


def foreign_dates(draft: Draft) -> tuple[ForeignDates, ...]:
    """Return what is left to choose about a file's dates, column by column."""
    given = draft.text, draft.choices, draft.edits

    def compute() -> tuple[ForeignDates, ...]:
        texts = surveyed(draft).meant
        columns = (
            find_foreign_dates(column, _unread(texts.get(column, {}), draft.choices, column))
            for column in DATE_COLUMNS
        )
        return tuple(item for item in columns if item is not None and item.is_readable)

    found = remembered("foreign_dates", given, compute)
    return tuple(one for one in found if not is_left(draft, f"dates_{one.column}"))


def draw_dates(draft: Draft, today: date) -> None:
    """Draw the choices for each column whose dates are in another form."""
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
        own = "Use this order" if "order" in dates.needs else ""
        leave = "Leave them as they are" if dates.are_far_off else ""
        draw_apply(
            draft, lambda known: known.joined(readings), what, disabled, answers, (own, leave)
        )


def _examples(dates: ForeignDates, reading: DateReading) -> Markup:
    """Return a few cells and what they are now read as; in each order, if one still has to be
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
    """Return the texts that the choices do not yet turn into dates."""
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
    far_off = dates.are_far_off and not dates.unread
    what = "of a year that is far off" if far_off else "not written like 2022-08-05"
    how = f"{count(dates.count, 'cell')}{repeats} {verb} {what}. "
    if dates.must_choose:
        return how + "The file alone does not show which number is the day; please choose."
    names = [LANGUAGES[one] for one in dates.languages if one != "en"]
    if names:
        how += f"Names of months are read as {list_words(names)}. "
    return how + "Next: say how to read them."
