"""What was taken over from the revision before: each thing is listed, and undone by a click."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final

import streamlit as st

from openline.intake.choices import Choices, DateReading
from openline.intake.edits import Edits
from openline.sentences.runs import count
from openline.ui.records_date_questions import ORDER_WORDS
from openline.ui.records_draft import Draft, Step, came_of, put_draft
from openline.ui.records_edits import take_over
from openline.ui.text import escape, tag

__all__ = ["Item", "carried_items", "draw_carried"]

_MOST: Final = 40
_FEW: Final = 8
"""Up to how many things the list is open."""
_MOST_CHARACTERS: Final = 60
_FIELDS: Final = {
    "encoding": "Encoding",
    "header": "Header",
    "joins": "Joined column",
    "constants": "One value for all rows",
    "filled": "Filled down",
    "split": "Sides are parted at",
    "whole": "Stays whole",
    "aliases": "Another name",
    "left_out": "Left out",
}


@dataclass(frozen=True)
class Item:
    """One thing that was taken over: what is said of it, and the choices and edits without it."""

    words: str
    without: Step


def draw_carried(draft: Draft) -> None:
    """Draw what of the earlier choices and edits holds for a file, with a button to undo each."""
    items = carried_items(draft)
    if not items:
        return
    told = f"{count(len(items), 'thing')} taken over from the revision before"
    with st.expander(told, expanded=len(items) <= _FEW, key="records_carried"):
        for place, item in enumerate(items[:_MOST]):
            _draw_item(draft, item, place)
        more = len(items) - _MOST
        if more > 0:
            st.html(tag("p", escape(f"and {count(more, 'further thing')}."), "ol-how"))


def carried_items(draft: Draft) -> tuple[Item, ...]:
    """Return what of the choices and edits that were taken over a draft still has."""
    choices = (
        Item(words, Step(without, draft.edits))
        for words, without in _chosen(draft.choices, draft.carried.choices)
    )
    edits = (
        Item(words, Step(draft.choices, without))
        for words, without in _edited(draft, draft.carried.edits)
    )
    return (*choices, *edits)


def _draw_item(draft: Draft, item: Item, place: int) -> None:
    with st.container(key=f"records_taken_{place}", horizontal=True):
        st.html(tag("div", escape(item.words)), width="stretch")
        st.button(
            "Undo",
            key=f"records_undo_{draft.turn}_{place}",
            type="tertiary",
            on_click=_undo,
            args=(draft, item),
        )


def _undo(draft: Draft, item: Item) -> None:
    now = take_over(draft)
    if item.without.choices != draft.choices:
        put_draft(now.chosen(item.without.choices))
    else:
        put_draft(now.edited(item.without.edits))


def _chosen(now: Choices, before: Choices) -> Iterator[tuple[str, Choices]]:
    """Give each choice that holds still, in words, and the choices without it."""
    for field in fields(Choices):
        value, earlier = getattr(now, field.name), getattr(before, field.name)
        if isinstance(value, Mapping):
            for key in [key for key in value if value[key] == earlier.get(key)]:
                left: Any = {name: value[name] for name in value if name != key}
                yield _words(field.name, key, value[key]), replace(now, **{field.name: left})
        elif isinstance(value, tuple):
            for item in [item for item in value if item in earlier]:
                left = tuple(other for other in value if other != item)
                yield _words(field.name, "", item), replace(now, **{field.name: left})
        elif value and value == earlier:
            changed: dict[str, Any] = {field.name: field.default}
            yield _words(field.name, "", value), replace(now, **changed)


def _words(field: str, key: str, value: Any) -> str:
    if field == "names":
        return f"The column “{_cut(key)}” is {value}."
    if field == "words":
        listed = ", ".join(f"“{_cut(word)}” is {own}" for word, own in list(value.items())[:_FEW])
        more = f" and {len(value) - _FEW:,} more" if len(value) > _FEW else ""
        return f"Words of {key}: {listed}{more}."
    if field == "dates":
        return f"Dates of {key}: {', '.join(_readings(value))}."
    if field == "header":
        return f"The header stands in line {value.line:,}."
    name = _FIELDS.get(field, field)
    if value is True:
        return f"{name}."
    said = ", ".join(value.columns) if hasattr(value, "columns") else str(value)
    return f"{name}: {f'“{_cut(key)}” ' if key else ''}{_cut(said)}."


def _readings(reading: DateReading) -> Iterator[str]:
    """Give in words how the dates of a column are read."""
    for field in fields(reading):
        value, name = getattr(reading, field.name), field.name.replace("_", " ")
        if field.name == "order" and value:
            yield ORDER_WORDS[value]
        elif value is True:
            yield name
        elif value not in (None, False, ()):
            yield f"{name} {', '.join(value) if isinstance(value, tuple) else value}"


def _edited(draft: Draft, before: Edits) -> Iterator[tuple[str, Edits]]:
    """Give each edit that holds still, in words, and the edits without it."""
    now, source = draft.edits, came_of(draft)
    for line in sorted(before.removed & now.removed):
        row = source.row_at(line) if source else None
        said = ", ".join(cell.strip() for cell in row.cells if cell.strip()) if row else ""
        yield f"Line {line:,} is left out: {_cut(said)}", replace(now, removed=now.removed - {line})
    for line in sorted({*before.changed} & {*now.changed}):
        if now.changed[line] == before.changed[line]:
            cells = ", ".join(f"{name} is “{_cut(to)}”" for name, to in now.changed[line].items())
            left = {at: texts for at, texts in now.changed.items() if at != line}
            yield f"Line {line:,}: {cells}", replace(now, changed=left)
    for row_added in before.added:
        if row_added and row_added in now.added:
            at = now.added.index(row_added)
            empty: tuple[Mapping[str, str], ...] = ({},)
            left_rows = (*now.added[:at], *empty, *now.added[at + 1 :])
            said = ", ".join(row_added.values())
            yield f"A row is added: {_cut(said)}", replace(now, added=left_rows)


def _cut(text: str) -> str:
    plain = " ".join(str(text).split())
    return plain if len(plain) <= _MOST_CHARACTERS else f"{plain[: _MOST_CHARACTERS - 1]}…"
