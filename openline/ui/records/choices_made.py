"""The choices made for a file, and those carried over from the previous revision: each is
described in words, and can be undone with a click."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import streamlit as st

from openline.intake.choices import Choices, DateReading, Join
from openline.intake.edits import Edits, Step
from openline.intake.sides import mark_words
from openline.markup.text import tag
from openline.record.encodings import show_encoding
from openline.sentences.runs import count
from openline.ui.markup.text import draw
from openline.ui.records.choice import clipped
from openline.ui.records.date_questions import CALENDAR_WORDS, ORDER_WORDS
from openline.ui.records.draft import Draft, came_of, put_draft
from openline.ui.records.edits import take_over
from openline.ui.records.questions import KIND_WORDS
from openline.view.readers import shorten

_MOST: Final = 60
_MOST_CARRIED: Final = 40
_FEW: Final = 8
"""The list is open if it has at most this many things."""
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


@dataclass(frozen=True)
class Chosen:
    """One choice: its words, the kind of choice, and the choices without it."""

    kind: str
    words: str
    without: Choices


def draw_chosen(draft: Draft) -> None:
    """Draw the choices made for a file, folded, each with a button to undo it."""
    items = list(chosen_items(draft.choices))
    if not items:
        return
    with st.expander(f"What was chosen: {count(len(items), 'thing')}", key="records_chosen"):
        for place, item in enumerate(items[:_MOST]):
            key = f"records_chosen_{place}"
            with st.container(key=key, horizontal=True, vertical_alignment="center"):
                kind = tag("span", f"{item.kind}: ", "ol-muted")
                draw(tag("div", (kind, item.words)))
                without = Step(item.without, draft.edits)
                _draw_undo(draft, f"records_chosen_{draft.turn}_{place}", without)


def _draw_undo(draft: Draft, key: str, without: Step) -> None:
    st.button("Undo", key=key, type="tertiary", on_click=_undo, args=(draft, without))


def _undo(draft: Draft, without: Step) -> None:
    now = take_over(draft)
    if without.choices != draft.choices:
        put_draft(now.chosen(without.choices))
    else:
        put_draft(now.edited(without.edits))


def chosen_items(choices: Choices) -> Iterator[Chosen]:
    """Yield each choice, in the order in which a file is read."""
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
            yield Chosen(
                f"Words of the column {column}", f"“{clipped(word)}” is {own or 'empty'}", without
            )
    for column, reading in choices.dates.items():
        rest_of = {key: value for key, value in choices.dates.items() if key != column}
        words = ", ".join(reading_words(reading)) or "those that can be read in one way"
        yield Chosen(f"Dates of {column}", words, replace(choices, dates=rest_of))


def reading_words(reading: DateReading) -> Iterator[str]:
    """Yield in words how the dates of a column are read."""
    pivot = reading.pivot or 0
    ends = ", ".join(f"“{clipped(word)}”" for word in reading.no_end)
    said = (
        (reading.order is not None, ORDER_WORDS.get(reading.order or "day-first", "")),
        (reading.pivot is not None, f"two-digit years up to {pivot:02} are in this century"),
        (reading.month_year, "a month and a year"),
        (reading.without_time, "without the time of day"),
        (reading.epoch is not None, f"days since {reading.epoch}"),
        (reading.without_marks, "without marks beside them"),
        (reading.thirds, "parts of a year or month are thirds of it"),
        (reading.seasons is not None, f"seasons of the {reading.seasons}ern hemisphere"),
        (reading.without_doubt, "as written where they are in doubt"),
        *((True, CALENDAR_WORDS[one]) for one in reading.calendars),
        (bool(reading.no_end), f"no end where it says {ends}"),
        (reading.last_day, "an end is the last day"),
    )
    yield from (words for is_chosen, words in said if is_chosen)


def _each(choices: Choices, name: str) -> Iterator[Chosen]:
    """Yield the choices of one kind, of which there can be several."""
    made: Any = getattr(choices, name)
    for key in made:
        if isinstance(made, Mapping):
            rest: Any = {other: value for other, value in made.items() if other != key}
            kind, words = _KINDS[name], _SAID[name](key, made[key])
        else:
            rest = tuple(other for other in made if other != key)
            kind, words = _KINDS[name], _SAID[name](key, None)
        yield Chosen(kind, words, replace(choices, **{name: rest}))


def _join_words(name: str, join: Join) -> str:
    of = ", ".join(map(clipped, join.columns))
    unknown = f"; {', '.join(join.unknown)} is not known" if join.unknown else ""
    half = f" (where it {join.half}s)" if join.half in ("begin", "end") else ""
    return f"{name} of {of}{half}{unknown}"


_SAID: Final[Mapping[str, Any]] = {
    "left_out": lambda kind, _: KIND_WORDS[kind].lower(),
    "names": lambda label, name: f"“{clipped(label)}” is {name}",
    "joins": _join_words,
    "constants": lambda name, text: f"{name} is “{clipped(text)}” in all rows",
    "filled": lambda label, _: f"“{clipped(label)}” with the value above",
    "split": lambda mark, _: f"split at {mark_words(mark)}",
    "whole": lambda name, _: f"“{clipped(name)}” stays whole",
    "aliases": lambda alias, name: f"“{clipped(alias)}” is {clipped(name)}",
}


def draw_carried(draft: Draft) -> None:
    """Draw the earlier choices and edits that still apply to a file, with a button to undo each."""
    items = carried_items(draft)
    if not items:
        return
    words = f"{count(len(items), 'thing')} carried over from the previous revision"
    with st.expander(words, expanded=len(items) <= _FEW, key="records_carried"):
        for place, (said, without) in enumerate(items[:_MOST_CARRIED]):
            with st.container(key=f"records_taken_{place}", horizontal=True):
                draw(tag("div", said))
                _draw_undo(draft, f"records_undo_{draft.turn}_{place}", without)
        more = len(items) - _MOST_CARRIED
        if more > 0:
            draw(tag("p", f"and {count(more, 'further thing')}.", "ol-how"))


def carried_items(draft: Draft) -> tuple[tuple[str, Step], ...]:
    """Return the choices and edits carried over to a draft that still apply: each in words, with
    the choices and edits without it."""
    choices = _carried_choices(draft.choices, draft.carried.choices)
    edits = _carried_edits(draft, draft.carried.edits)
    return (
        *((words, Step(without, draft.edits)) for words, without in choices),
        *((words, Step(draft.choices, without)) for words, without in edits),
    )


def _carried_choices(now: Choices, before: Choices) -> Iterator[tuple[str, Choices]]:
    """Yield each choice that still applies, in words, and the choices without it."""
    earlier = {(item.kind, item.words) for item in chosen_items(before)}
    for item in chosen_items(now):
        if (item.kind, item.words) in earlier:
            yield f"{item.kind}: {item.words}", item.without


def _carried_edits(draft: Draft, before: Edits) -> Iterator[tuple[str, Edits]]:
    """Yield each edit that still applies, in words, and the edits without it."""
    now, source = draft.edits, came_of(draft)
    for line in sorted(before.removed & now.removed):
        row = source.row_at(line) if source else None
        said = ", ".join(cell.strip() for cell in row.cells if cell.strip()) if row else ""
        yield (
            f"Line {line:,} is left out: {shorten(said)}",
            replace(now, removed=now.removed - {line}),
        )
    for line in sorted({*before.changed} & {*now.changed}):
        if now.changed[line] == before.changed[line]:
            cells = ", ".join(
                f"{name} is “{shorten(to)}”" for name, to in now.changed[line].items()
            )
            left = {at: texts for at, texts in now.changed.items() if at != line}
            yield f"Line {line:,}: {cells}", replace(now, changed=left)
    for row_added in before.added:
        if row_added and row_added in now.added:
            at = now.added.index(row_added)
            empty: tuple[Mapping[str, str], ...] = ({},)
            left_rows = (*now.added[:at], *empty, *now.added[at + 1 :])
            said = ", ".join(row_added.values())
            yield f"A row is added: {shorten(said)}", replace(now, added=left_rows)
