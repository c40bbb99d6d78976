"""What was carried over from the previous revision: each thing is listed, and undone by a click."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from openline.intake.choices import Choices
from openline.intake.edits import Edits, Step
from openline.markup.text import tag
from openline.sentences.runs import count
from openline.ui.markup.text import draw
from openline.ui.records.choices_made import chosen_items
from openline.ui.records.draft import Draft, came_of, put_draft
from openline.ui.records.edits import take_over
from openline.view.readers import shorten

_MOST: Final = 40
_FEW: Final = 8
"""Up to how many things the list is open."""


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
    words = f"{count(len(items), 'thing')} carried over from the previous revision"
    with st.expander(words, expanded=len(items) <= _FEW, key="records_carried"):
        for place, item in enumerate(items[:_MOST]):
            _draw_item(draft, item, place)
        more = len(items) - _MOST
        if more > 0:
            draw(tag("p", f"and {count(more, 'further thing')}.", "ol-how"))


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
        draw(tag("div", item.words))
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
    earlier = {(item.kind, item.words) for item in chosen_items(before)}
    for item in chosen_items(now):
        if (item.kind, item.words) in earlier:
            yield f"{item.kind}: {item.words}", item.without


def _edited(draft: Draft, before: Edits) -> Iterator[tuple[str, Edits]]:
    """Give each edit that holds still, in words, and the edits without it."""
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
