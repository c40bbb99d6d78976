"""A field for a day: people type it as they write it, and the board shows it in its own form."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import streamlit as st

from openline.intake.choices import DATE_ORDERS
from openline.intake.date_reading import read_foreign
from openline.markup.text import NOTHING, Markup, tag
from openline.record.dates import DateRange, parse_date, show_date, show_day
from openline.view.readers import LATEST, TODAY, AsOf

FIRST: Final = "first"
LAST: Final = "last"
_MISREAD: Final = "misread"
_TAKEN: Final = "taken"
_WORDS: Final = (LATEST, TODAY)
_MOST_SHOWN: Final = 24
"""The most characters of a misread text that are repeated."""


@dataclass(frozen=True)
class Misread:
    """A text that is not a day: what is wrong with it, and what to write."""

    words: str


def read_day(text: str, whole: str = "") -> AsOf | Misread:
    """Read a day that was typed: `5 Oct 2023`, `2023-10-05`, `20231005`, `latest`, `today`.

    With `whole`, a month or a year means its `FIRST` or its `LAST` day.

    >>> read_day("Oct 5, 2023")
    datetime.date(2023, 10, 5)
    """
    text = " ".join(text.split())
    if text.casefold() in _WORDS:
        return LATEST if text.casefold() == LATEST else TODAY
    days = dict.fromkeys(read for order in DATE_ORDERS if (read := read_foreign(text, order)))
    dates = [parse_date(read) for read in days]
    ranges = [read for read in dates if isinstance(read, DateRange)]
    if len(ranges) == 1 and ranges[0].earliest == ranges[0].latest:
        return ranges[0].earliest
    if len(ranges) == 1 and whole and "/" not in ranges[0].text:
        return ranges[0].earliest if whole == FIRST else ranges[0].latest
    return Misread(_why(text, ranges))


def _why(text: str, days: list[DateRange]) -> str:
    named = f"“{text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + '…'}”"
    if len(days) > 1:
        either = " or ".join(show_date(read.text) for read in days)
        return f"{named} may be {either}; write the month as a word."
    if not days:
        examples = "5 Oct 2023 or 2023-10-05, latest or today"
        return f"{named} cannot be read as a day; write it as {examples}."
    kind = "an interval" if "/" in days[0].text else "a year"
    kind = "a month" if re.fullmatch(r"\d{4}-\d{2}", days[0].text) else kind
    return f"{named} is {kind}; write one day of it, such as {show_day(days[0].latest)}."


def day_field(
    label: str,
    key: str,
    day: date,
    take: Callable[[AsOf], None],
    whole: str = "",
    **layout: Any,
) -> None:
    """Draw the field of a day. A day typed there goes to `take`, before the next run; a text that
    cannot be read stays in the field, for `day_fault` to report, until the day changes or something
    else is typed. With `whole`, a month or a year means its `FIRST` or `LAST` day, which
    `day_taken` reports."""
    misread = _misread(key, day)
    st.session_state[key] = misread if misread is not None else show_day(day)
    st.text_input(
        label,
        key=key,
        on_change=_typed,
        args=(key, day, take, whole),
        placeholder="5 Oct 2023",
        autocomplete="off",
        **layout,
    )


def day_fault(key: str, day: date) -> Markup:
    """Return the note on a field whose text is not a day; nothing where it is."""
    text = _misread(key, day)
    read = read_day(text) if text is not None else None
    if not isinstance(read, Misread):
        return NOTHING
    words = f"{read.words} {show_day(day)} stays."
    return tag("p", words, "ol-note ol-warning", role="alert")


def day_taken(key: str, day: date) -> Markup:
    """Return the note on a month or a year taken as one of its days; nothing where a day was
    typed."""
    text, taken, whole = st.session_state.get(f"{key}_{_TAKEN}", ("", None, ""))
    if taken != day:
        return NOTHING
    return tag("p", f"{text} is taken as its {whole} day, {show_day(day)}.", "ol-note")


def take_text(
    text: str, key: str, day: date, take: Callable[[AsOf], None], whole: str = ""
) -> None:
    """Take typed text as `day_field` does, with the same `key` and `day`; if it cannot be read,
    that field holds the text, for `day_fault` to report."""
    st.session_state.pop(f"{key}_{_MISREAD}", None)
    if not text.strip():
        return
    read = read_day(text, whole)
    st.session_state.pop(f"{key}_{_TAKEN}", None)
    if isinstance(read, Misread):
        st.session_state[f"{key}_{_MISREAD}"] = (text, day)
        return
    if whole and isinstance(read_day(text), Misread):
        st.session_state[f"{key}_{_TAKEN}"] = (" ".join(text.split()), read, whole)
    take(read)


def _typed(key: str, day: date, take: Callable[[AsOf], None], whole: str) -> None:
    take_text(st.session_state[key], key, day, take, whole)


def _misread(key: str, day: date) -> str | None:
    """Return the misread text of a field, while the day is still the one over which it was
    typed."""
    text, over = st.session_state.get(f"{key}_{_MISREAD}", (None, None))
    return text if over == day else None
