"""What was chosen of a file, in words; each choice is taken back by a click."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import streamlit as st

from openline.intake.choices import Choices, DateReading, Join
from openline.intake.sides import mark_words
from openline.markup.text import tag
from openline.record.encodings import show_encoding
from openline.sentences.runs import count
from openline.ui.markup.text import draw
from openline.ui.records.choice import clipped
from openline.ui.records.date_questions import ORDER_WORDS
from openline.ui.records.draft import Draft, put_draft
from openline.ui.records.edits import take_over
from openline.ui.records.questions import KIND_WORDS

_MOST: Final = 60


@dataclass(frozen=True)
class Chosen:
    """One thing that was chosen: in words, by the kind of thing, and the choices without it."""

    kind: str
    words: str
    without: Choices


def draw_chosen(draft: Draft) -> None:
    """Draw what was chosen of a file, folded, each with a button that takes it back."""
    items = list(chosen_items(draft.choices))
    if not items:
        return
    with st.expander(f"What was chosen: {count(len(items), 'thing')}", key="records_chosen"):
        for place, item in enumerate(items[:_MOST]):
            with st.container(
                key=f"records_chosen_{place}", horizontal=True, vertical_alignment="center"
            ):
                kind = tag("span", f"{item.kind}: ", "ol-muted")
                draw(tag("div", (kind, item.words)))
                st.button(
                    "Undo",
                    key=f"records_chosen_{draft.turn}_{place}",
                    on_click=_take_back,
                    args=(draft, item.without),
                    type="tertiary",
                )


def chosen_items(choices: Choices) -> Iterator[Chosen]:
    """Give each thing that was chosen, in the order in which a file is read."""
    if choices.encoding:
        yield Chosen("Text", show_encoding(choices.encoding), replace(choices, encoding=None))
    if choices.header:
        words = f"in line {choices.header.line:,}"
        yield Chosen("Header", words, replace(choices, header=None))
    for name in ("left_out", "names", "joins", "constants", "filled", "split", "whole", "aliases"):
        yield from _each(choices, name)
    for column, meanings in choices.words.items():
        for word, own in meanings.items():
            rest = {key: value for key, value in meanings.items() if key != word}
            without = replace(choices, words={**choices.words, column: rest})
            yield Chosen(f"Words of the column {column}", f"“{clipped(word)}” is {own}", without)
    for column, reading in choices.dates.items():
        rest_of = {key: value for key, value in choices.dates.items() if key != column}
        words = ", ".join(reading_words(reading)) or "those that can be read in one way"
        yield Chosen(f"Dates of {column}", words, replace(choices, dates=rest_of))


def reading_words(reading: DateReading) -> Iterator[str]:
    """Give how the dates of a column are read, in words."""
    pivot = reading.pivot or 0
    ends = ", ".join(f"“{clipped(word)}”" for word in reading.no_end)
    said = (
        (reading.order is not None, ORDER_WORDS.get(reading.order or "day-first", "")),
        (reading.pivot is not None, f"two-digit years up to {pivot:02} are of this century"),
        (reading.month_year, "a month and a year"),
        (reading.without_time, "without the time of day"),
        (reading.epoch is not None, f"days since {reading.epoch}"),
        (reading.without_marks, "without marks beside them"),
        (reading.thirds, "parts of a year or month are thirds of it"),
        (reading.seasons is not None, f"seasons of the {reading.seasons}ern hemisphere"),
        (reading.without_doubt, "as written where they are in doubt"),
        (bool(reading.no_end), f"no end where it says {ends}"),
        (reading.last_day, "an end is the last day"),
    )
    yield from (words for is_chosen, words in said if is_chosen)


def _each(choices: Choices, name: str) -> Iterator[Chosen]:
    """Give what was chosen of one kind, of which there can be several."""
    made: Any = getattr(choices, name)
    for key in made:
        if isinstance(made, Mapping):
            rest: Any = {other: value for other, value in made.items() if other != key}
            kind, words = _KINDS[name], _SAID[name](key, made[key])
        else:
            rest = tuple(other for other in made if other != key)
            kind, words = _KINDS[name], _SAID[name](key, None)
        yield Chosen(kind, words, replace(choices, **{name: rest}))


def _take_back(draft: Draft, without: Choices) -> None:
    now = take_over(draft)
    put_draft(now.chosen(without))


def _join_words(name: str, join: Join) -> str:
    of = ", ".join(map(clipped, join.columns))
    unknown = f"; {', '.join(join.unknown)} is not known" if join.unknown else ""
    half = f" (where it {join.half}s)" if join.half else ""
    return f"{name} of {of}{half}{unknown}"


_KINDS: Final = {
    "left_out": "Left out",
    "names": "Columns",
    "joins": "Made",
    "constants": "One value",
    "filled": "Filled",
    "split": "Sides",
    "whole": "Sides",
    "aliases": "Parties",
}
_SAID: Final[Mapping[str, Any]] = {
    "left_out": lambda kind, _: KIND_WORDS[kind].lower(),
    "names": lambda label, name: f"“{clipped(label)}” is {name}",
    "joins": _join_words,
    "constants": lambda name, text: f"{name} is “{clipped(text)}” in all rows",
    "filled": lambda label, _: f"“{clipped(label)}” with the value above",
    "split": lambda mark, _: f"apart at {mark_words(mark)}",
    "whole": lambda name, _: f"“{clipped(name)}” stays whole",
    "aliases": lambda alias, name: f"“{clipped(alias)}” is {clipped(name)}",
}
