"""Columns, words and dates of a file's own: what they mean is chosen, never assumed."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from openline.intake.foreign_dates import DATE_ORDERS, DateOrder, ForeignDates
from openline.intake.header_guesses import guess_columns
from openline.intake.mapping import Choices, apply
from openline.intake.source import Source
from openline.intake.words import VOCABULARIES, UnknownWord
from openline.record.columns import END, START
from openline.record.delimited import normal_name
from openline.record.sheet import FORMAT_NAMES
from openline.sentences.runs import count
from openline.ui.records_check import Checked, source_of
from openline.ui.records_draft import Draft, put_draft
from openline.ui.records_header import draw_twins
from openline.ui.records_section import section
from openline.ui.text import escape, tag

__all__ = ["column_options", "draw_meanings", "foreign_columns", "joined"]

_KEEP: Final = "keep it as another column"
_LEAVE: Final = "leave it; mend it by hand"
_MOST_SAMPLES: Final = 3
_MOST_CHARACTERS: Final = 40
_MOST_COLUMNS: Final = 40
_MOST_WORDS: Final = 40
_ORDERS: Final = {"day-first": "day, month, year", "month-first": "month, day, year"}
_NAMES: Final = (*FORMAT_NAMES, START, END)


def draw_meanings(draft: Draft, checked: Checked, now: bytes) -> None:
    """Draw what has to be chosen before the file can be read: columns first, then words
    and dates. `checked` is the check of the draft, and `now` its bytes with what is being
    edited on the page, to which the choices are applied."""
    source = source_of(checked.data)
    if source is None or draft.fault is not None:
        return
    draw_twins(draft, source)
    foreign = foreign_columns(source)
    guesses = guess_columns(source.header.cells)
    if foreign and (checked.lacks_columns or guesses or draft.is_guessed):
        _draw_head("Columns that have other names", _columns_how(checked, draft))
        _draw_columns(draft, now, source, guesses)
    elif draft.is_guessed:
        _draw_head("Columns without a header", _columns_how(checked, draft))
    if checked.words:
        _draw_head("Words that are none of the format's", _words_how())
        _draw_words(draft, checked, now)
    for found in checked.dates:
        _draw_head("Dates in another form", _dates_how(found))
        _draw_dates(draft, found, now)


def foreign_columns(source: Source) -> dict[str, tuple[str, ...]]:
    """Return the columns of a file that are none of the format's, each with its first values."""
    names = [cell.strip() for cell in source.header.cells]
    found = {}
    for place, name in enumerate(names):
        if name and normal_name(name) not in _NAMES and name not in names[:place]:
            found[name] = _samples(source, place)
    return found


def column_options(
    name: str, guesses: Mapping[str, tuple[str, float]], header: Sequence[str]
) -> list[str]:
    """Return what a column could be: the best guess first where there is one, then keeping it,
    then the format's columns that the file does not have."""
    taken = {normal_name(cell) for cell in header}
    free = [column for column in _NAMES if column not in taken]
    guessed = [column for column, (own, _) in guesses.items() if own == name]
    return [*guessed, _KEEP, *(column for column in free if column not in guessed)]


def joined(before: Choices, more: Choices) -> Choices:
    """Return choices with later ones added."""
    columns = {**before.columns, **more.columns}
    words = {
        column: {**before.words.get(column, {}), **more.words.get(column, {})}
        for column in {*before.words, *more.words}
    }
    return Choices(columns, words, more.date_order or before.date_order)


def _draw_head(title: str, how: str) -> None:
    st.html(section(title, how))


def _draw_columns(
    draft: Draft,
    now: bytes,
    source: Source,
    guesses: Mapping[str, tuple[str, float]],
) -> None:
    chosen: dict[str, list[str]] = {}
    header = source.header.cells
    foreign = foreign_columns(source)
    guessed = {name for name, _ in guesses.values()}
    asked = sorted(foreign, key=lambda name: name not in guessed)
    for place, name in enumerate(asked[:_MOST_COLUMNS]):
        options = column_options(name, guesses, header)
        meant = _row(name, _sample_words(foreign[name]), options, f"column_{draft.turn}_{place}")
        if meant != _KEEP:
            chosen.setdefault(meant, []).append(name)
    _draw_more(len(asked) - _MOST_COLUMNS, "further column", "is kept as it is")
    twice = [column for column, names in chosen.items() if len(names) > 1]
    if twice:
        words = f"Two columns cannot both be {' or '.join(twice)}; choose one of them."
        st.html(tag("p", escape(words), "ol-note ol-warning"))
    columns = {column: names[0] for column, names in chosen.items()}
    _draw_apply(draft, now, Choices(columns=columns), "columns", bool(twice) or not columns)


def _draw_words(draft: Draft, checked: Checked, now: bytes) -> None:
    chosen: dict[str, dict[str, str]] = {}
    for place, word in enumerate(checked.words[:_MOST_WORDS]):
        known = VOCABULARIES[word.column]
        guess = [word.suggestion] if word.suggestion else []
        options = [*guess, _LEAVE, *(own for own in known if own not in guess)]
        meant = _row(word.word, _word_words(word), options, f"word_{draft.turn}_{place}")
        if meant != _LEAVE:
            chosen.setdefault(word.column, {})[word.word] = meant
    more = len(checked.words) - _MOST_WORDS
    _draw_more(more, "further word", "can be chosen after these")
    _draw_apply(draft, now, Choices(words=chosen), "words", not chosen)


def _draw_dates(draft: Draft, found: ForeignDates, now: bytes) -> None:
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
    _draw_apply(draft, now, Choices(date_order=order), f"dates_{found.column}", order is None)


def _draw_more(more: int, noun: str, what: str) -> None:
    if more > 0:
        words = f"{count(more, noun)}: each {what}."
        st.html(tag("p", escape(words), "ol-how"))


def _row(name: str, about: str, options: Sequence[str], key: str) -> str:
    """Draw one thing of the file and the choice of what it means."""
    with st.container(key=f"records_row_{key}", horizontal=True, vertical_alignment="center"):
        words = tag("span", escape(_cut(name)), "ol-strong")
        st.html(words + tag("div", escape(about), "ol-muted ol-source"), width="stretch")
        found = st.selectbox(
            "Is read as",
            list(options),
            key=f"records_{key}",
            label_visibility="collapsed",
            width=300,
        )
    return str(found)


def _draw_apply(draft: Draft, now: bytes, choices: Choices, what: str, disabled: bool) -> None:
    def take() -> None:
        mended = draft.stepped(now) if now != draft.data else draft
        chosen = joined(draft.choices, choices)
        put_draft(mended.stepped(apply(now, choices), choices=chosen, is_guessed=False))

    label = {"columns": "Read the columns so", "words": "Read the words so"}
    st.button(
        label.get(what, "Read the dates so"),
        key=f"records_apply_{what}",
        on_click=take,
        disabled=disabled,
        type="primary",
    )


def _examples(found: ForeignDates) -> str:
    head = "".join(tag("th", name) for name in ("in the file", *_ORDERS.values()))
    rows = "".join(
        tag("tr", "".join(tag("td", escape(cell or "no date")) for cell in example))
        for example in found.examples
    )
    table = tag("table", tag("thead", tag("tr", head)) + tag("tbody", rows), "ol-table ol-examples")
    if not found.unread:
        return table
    shown = ", ".join(_cut(text) for text in found.unread[:_MOST_SAMPLES])
    words = f"{count(len(found.unread), 'further date')} cannot be read either way: {shown}."
    return table + tag("p", escape(words), "ol-how")


def _columns_how(checked: Checked, draft: Draft) -> str:
    if draft.is_guessed:
        return "The rows have no header, so names were guessed from what the cells look like."
    if checked.lacks_columns:
        return "Next: say which column is which. Nothing is read in another way until you do."
    return "The file can be read as it is; choose where one of these is a column of the format."


def _words_how() -> str:
    return "Next: choose what each word means; all rows that have it are then read so."


def _dates_how(found: ForeignDates) -> str:
    words = f"{count(found.count, 'date')} of the column {found.column}"
    verb = "stands" if found.count == 1 else "stand"
    how = f"{words} {verb} in another form than 2022-08-05. "
    if found.must_choose:
        return how + "The file alone does not say which number is the day: you have to."
    return how + "Next: say how they are written."


def _sample_words(samples: Sequence[str]) -> str:
    return f"such as {', '.join(samples)}" if samples else "without content"


def _word_words(word: UnknownWord) -> str:
    return f"{word.column}, in {count(word.count, 'row')}"


def _samples(source: Source, place: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row in source.rows:
        if row.line == source.header.line or place >= len(row.cells):
            continue
        if text := row.cells[place].strip():
            found[_cut(text)] = None
        if len(found) == _MOST_SAMPLES:
            break
    return tuple(found)


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _MOST_CHARACTERS else f"{plain[: _MOST_CHARACTERS - 1]}…"
