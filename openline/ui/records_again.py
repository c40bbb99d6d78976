"""As last time: the choices that were saved with a record, offered for the next file of it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from openline.intake.earlier import fitting
from openline.intake.mapping import Choices, apply
from openline.sentences.saved import again_words
from openline.settings import Limits
from openline.store.names import name_key
from openline.store.revisions import Revision, SavedRecord
from openline.ui.records_check import source_of
from openline.ui.records_choice import joined
from openline.ui.records_draft import Draft, put_draft, remembered, with_sheet
from openline.ui.records_save import named_now, propose
from openline.ui.records_section import section
from openline.ui.records_store import Kept
from openline.ui.saved import told
from openline.ui.text import escape, tag

__all__ = ["Offer", "chosen_before", "draw_again", "offers"]

_RECORD: Final = "records_again_record"
_ORDERS: Final = {"day-first": "day, month, year", "month-first": "month, day, year"}
_MOST: Final = 12
"""How many things of each kind are named."""


@dataclass(frozen=True)
class Offer:
    """What can be done as last time: the record; the sheet to go to, None where it is there
    already; the choices that have something to do; and columns that the file lacks."""

    record: SavedRecord
    sheet: str | None
    choices: Choices
    lacking: tuple[str, ...] = ()


def draw_again(draft: Draft, now: bytes, kept: Kept, seen: str, limits: Limits) -> None:
    """Offer to read a file as those before it; `seen` is the record in the address."""
    wanted = (draft.base.record if draft.base else "", named_now(draft), seen.partition("@")[0])
    found = offers(draft, now, kept, wanted, limits)
    if not found:
        return
    st.html(section("As last time", "The choices saved with a record fit this file too."))
    place = 0
    if len(found) > 1:
        names = [offer.record.name for offer in found]
        key = f"{_RECORD}_{draft.turn}"
        name = st.selectbox("As in the record", names, key=key, width=300)
        place = names.index(name)
    offer = found[place]
    st.html(_offer_html(offer))

    def take() -> None:
        _take(draft, now, offer, limits)

    st.button("Read it as last time", key="records_again", on_click=take, type="primary")


def offers(
    draft: Draft, now: bytes, kept: Kept, wanted: tuple[str, ...], limits: Limits
) -> tuple[Offer, ...]:
    """Return what saved records offer for a file, those `wanted` by their names first. Of any
    other record, all columns that were chosen have to be in the file."""
    ranks = {name_key(name): -place for place, name in enumerate(reversed(wanted)) if name.strip()}
    known = [item for item in kept.records if item.chosen is not None]
    known = [item for item in known if not item.hidden or name_key(item.name) in ranks]
    marks = tuple((item.name, item.chosen.digest) for item in known if item.chosen)

    def compute() -> tuple[Offer, ...]:
        all_of_them = [_offer(draft, now, item, limits) for item in known]
        good = [
            offer
            for offer in all_of_them
            if offer is not None and (name_key(offer.record.name) in ranks or _is_alike(offer))
        ]
        return tuple(sorted(good, key=lambda offer: ranks.get(name_key(offer.record.name), 1)))

    given = (now, draft.sheet, draft.sheets, marks, tuple(ranks.items()))
    return remembered("again", given, compute) if known else ()


def chosen_before(revision: Revision) -> tuple[Choices, str | None]:
    """Return how the file of a revision was read, and from which sheet."""
    found = dict(revision.choices or {})
    sheet = found.get("sheet")
    return Choices.from_json(json.dumps(found)), sheet if isinstance(sheet, str) else None


def _offer(draft: Draft, now: bytes, item: SavedRecord, limits: Limits) -> Offer | None:
    if item.chosen is None:
        return None
    earlier, sheet = chosen_before(item.chosen)
    turns = sheet if sheet in draft.sheets and sheet != draft.sheet and not draft.earlier else None
    source = source_of(with_sheet(draft, turns, limits.rows).data if turns else now)
    found = fitting(source, earlier) if source is not None else Choices()
    if source is None or (turns is None and found == Choices()):
        return None
    names = {cell.strip() for cell in source.header.cells}
    lacking = tuple(own for own in earlier.columns.values() if own not in names)
    return Offer(item, turns, found, lacking)


def _is_alike(offer: Offer) -> bool:
    return bool(offer.choices.columns) and not offer.lacking


def _take(draft: Draft, now: bytes, offer: Offer, limits: Limits) -> None:
    """Read the file so; it is proposed as the next revision of the record."""
    if offer.sheet is not None:
        draft = with_sheet(draft, offer.sheet, limits.rows)
        now = draft.data
    mended = draft.stepped(now) if now != draft.data else draft
    chosen = joined(draft.choices, offer.choices)
    propose(draft, offer.record.name)
    read = mended.stepped(apply(now, offer.choices), choices=chosen, is_guessed=False)
    put_draft(replace(read, turn=read.turn + 1))


def _offer_html(offer: Offer) -> str:
    parts = [tag("div", escape(line), "ol-item") for line in _lines(offer)]
    revision = offer.record.chosen or offer.record.newest
    head = tag("p", escape(again_words(told(revision))), "ol-changes")
    return head + tag("div", "".join(parts), "ol-again")


def _lines(offer: Offer) -> Iterator[str]:
    """Say each thing that was chosen, in a line a kind."""
    if offer.sheet is not None:
        yield f"Sheet: {offer.sheet}"
    columns = [f"“{own}” is {column}" for column, own in offer.choices.columns.items()]
    if columns:
        yield f"Columns: {_listed(columns)}"
    for column, known in offer.choices.words.items():
        words = [f"“{word}” is {own}" for word, own in known.items()]
        yield f"Words of the column {column}: {_listed(words)}"
    if offer.choices.date_order:
        yield f"Dates: {_ORDERS[offer.choices.date_order]}"
    if offer.lacking:
        yield f"Not in this file: {_listed([f'“{own}”' for own in offer.lacking])}"


def _listed(words: list[str]) -> str:
    more = len(words) - _MOST
    shown = [*words[:_MOST], *([f"and {more:,} more"] if more > 0 else [])]
    return ", ".join(shown)
