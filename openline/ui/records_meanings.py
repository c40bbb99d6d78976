"""Columns, words and dates of a file's own: what they mean is chosen, never assumed."""

from typing import Final

import streamlit as st

from openline.intake.choices import DATE_ORDERS, Choices, DateOrder, DateReading
from openline.intake.foreign_dates import ForeignDates
from openline.intake.words import UnknownWord
from openline.record.vocabulary import VOCABULARIES
from openline.sentences.runs import count
from openline.ui.records_check import Checked
from openline.ui.records_choice import choice_row, cut, draw_apply, draw_more
from openline.ui.records_columns import draw_columns
from openline.ui.records_draft import Draft, came_of
from openline.ui.records_header import draw_place, draw_twins
from openline.ui.records_section import section
from openline.ui.text import escape, tag

__all__ = ["draw_meanings"]

_LEAVE: Final = "leave it; mend it by hand"
_MOST_SAMPLES: Final = 3
_MOST_WORDS: Final = 40
_ORDERS: Final = {"day-first": "day, month, year", "month-first": "month, day, year"}


def draw_meanings(draft: Draft, checked: Checked) -> None:
    """Draw what has to be chosen before the file can be read: columns first, then words
    and dates. `checked` is the check of the draft without what is edited at this moment."""
    source = came_of(draft)
    if source is None or draft.fault is not None:
        return
    if checked.lacks_columns:
        draw_place(draft, source)
    draw_twins(draft, source)
    draw_columns(draft, checked, source)
    if checked.words:
        _draw_head("Words that are none of the format's", _words_how())
        _draw_words(draft, checked)
    for found in checked.dates:
        _draw_head("Dates in another form", _dates_how(found))
        _draw_dates(draft, found)


def _draw_head(title: str, how: str) -> None:
    st.html(section(title, how))


def _draw_words(draft: Draft, checked: Checked) -> None:
    chosen: dict[str, dict[str, str]] = {}
    for place, word in enumerate(checked.words[:_MOST_WORDS]):
        known = VOCABULARIES[word.column]
        guess = [word.suggestion] if word.suggestion else []
        options = [*guess, _LEAVE, *(own for own in known if own not in guess)]
        meant = choice_row(
            word.word,
            _word_words(word),
            options,
            f"word_{draft.turn}_{place}",
            f"Word {place + 1} is read as",
        )
        if meant != _LEAVE:
            chosen.setdefault(word.column, {})[word.word] = meant
    more = len(checked.words) - _MOST_WORDS
    draw_more(more, "further word", "can be chosen after these")
    draw_apply(draft, Choices(words=chosen), "words", not chosen)


def _draw_dates(draft: Draft, found: ForeignDates) -> None:
    orders = [*found.fits, *(order for order in DATE_ORDERS if order not in found.fits)]
    key = f"records_order_{draft.turn}_{found.column}"
    order: DateOrder | None = st.radio(
        f"How dates of the column {found.column} are written",
        orders,
        index=None if found.must_choose else 0,
        format_func=_ORDERS.__getitem__,
        horizontal=True,
        key=key,
    )
    st.html(_examples(found))
    chosen = Choices(dates={found.column: DateReading(order)})
    draw_apply(draft, chosen, f"dates_{found.column}", order is None)


def _examples(found: ForeignDates) -> str:
    head = "".join(tag("th", name) for name in ("in the file", *_ORDERS.values()))
    rows = "".join(
        tag("tr", "".join(tag("td", escape(cell or "no date")) for cell in example))
        for example in found.examples
    )
    table = tag("table", tag("thead", tag("tr", head)) + tag("tbody", rows), "ol-table ol-examples")
    if not found.unread:
        return table
    shown = ", ".join(cut(text) for text in found.unread[:_MOST_SAMPLES])
    words = f"{count(len(found.unread), 'further date')} cannot be read either way: {shown}."
    return table + tag("p", escape(words), "ol-how")


def _words_how() -> str:
    return "Next: choose what each word means; all rows that have it are then read so."


def _dates_how(found: ForeignDates) -> str:
    words = f"{count(found.count, 'date')} of the column {found.column}"
    verb = "stands" if found.count == 1 else "stand"
    how = f"{words} {verb} in another form than 2022-08-05. "
    if found.must_choose:
        return how + "The file alone does not say which number is the day: you have to."
    return how + "Next: say how they are written."


def _word_words(word: UnknownWord) -> str:
    return f"{word.column}, in {count(word.count, 'row')}"
