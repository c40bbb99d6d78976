"""As last time: the choices that were saved with a record, offered for the next file of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from openline.intake.arranging import column_labels
from openline.intake.choices import Choices
from openline.intake.deriving import came
from openline.intake.earlier import fitting, header_of
from openline.record.problems import Problem
from openline.sentences.saved import again_words
from openline.settings import Limits
from openline.store.names import name_key
from openline.store.revisions import Revision, SavedRecord
from openline.ui.records_bar import Stage, Way, offer
from openline.ui.records_date_questions import ORDER_WORDS
from openline.ui.records_draft import Draft, put_draft, with_sheet
from openline.ui.records_edits import take_over
from openline.ui.records_memory import remembered
from openline.ui.records_name import named_now, propose
from openline.ui.records_section import section
from openline.ui.records_store import Kept
from openline.ui.saved import told
from openline.ui.text import escape, tag

__all__ = ["Offer", "chosen_before", "draw_again", "offers"]

_RECORD: Final = "records_again_record"
_MOST: Final = 12
"""How many things of each kind are named."""


@dataclass(frozen=True)
class Offer:
    """What can be done as last time: the record; the sheet to go to, None where it is there
    already; the choices that the file then has; and columns that the file lacks."""

    record: SavedRecord
    sheet: str | None
    choices: Choices
    lacking: tuple[str, ...] = ()


def draw_again(draft: Draft, kept: Kept, seen: str, limits: Limits) -> None:
    """Offer to read a file as those before it; `seen` is the record in the address."""
    wanted = (draft.base.record if draft.base else "", named_now(draft), seen.partition("@")[0])
    found = offers(draft, kept, wanted, limits)
    if not found:
        return
    st.html(section("As last time", "The choices saved with a record fit this file too."))
    place = 0
    if len(found) > 1:
        names = [offer.record.name for offer in found]
        key = f"{_RECORD}_{draft.turn}"
        name = st.selectbox("As in the record", names, key=key, width=300)
        place = names.index(name)
    offered = found[place]
    st.html(_offer_html(offered))

    def take() -> None:
        _take(draft, offered, limits)

    label = "Read it as last time"
    words = f"It looks like a file of “{offered.record.name}”."
    offer(Way(Stage.CHOOSE, words, label, take, at_once=True))
    st.button(label, key="records_again", on_click=take)


def offers(draft: Draft, kept: Kept, wanted: tuple[str, ...], limits: Limits) -> tuple[Offer, ...]:
    """Return what saved records offer for a file, those `wanted` by their names first. Of any
    other record, all columns that were chosen have to be in the file."""
    ranks = {name_key(name): -place for place, name in enumerate(reversed(wanted)) if name.strip()}
    known = [item for item in kept.records if item.chosen is not None]
    known = [item for item in known if not item.hidden or name_key(item.name) in ranks]
    marks = tuple((item.name, item.chosen.digest) for item in known if item.chosen)

    def compute() -> tuple[Offer, ...]:
        all_of_them = [_offer(draft, item, limits) for item in known]
        good = [
            offer
            for offer in all_of_them
            if offer is not None and (name_key(offer.record.name) in ranks or _is_alike(offer))
        ]
        return tuple(sorted(good, key=lambda offer: ranks.get(name_key(offer.record.name), 1)))

    given = (draft.original, draft.sheet, draft.choices, marks, tuple(ranks.items()))
    return remembered("again", given, compute) if known else ()


def chosen_before(revision: Revision) -> tuple[Choices, str | None]:
    """Return how the file of a revision was read, and from which sheet."""
    found = dict(revision.choices or {})
    sheet = found.get("sheet")
    return Choices.from_dict(found), sheet if isinstance(sheet, str) else None


def _offer(draft: Draft, item: SavedRecord, limits: Limits) -> Offer | None:
    if item.chosen is None:
        return None
    earlier, sheet = chosen_before(item.chosen)
    turns = sheet if sheet in draft.sheets and sheet != draft.sheet and not draft.earlier else None
    brought = _brought_so(draft, earlier, turns, limits)
    source = came(brought.text, brought.choices)
    if isinstance(source, Problem):
        return None
    chosen = brought.choices.joined(fitting(source, earlier))
    if turns is None and chosen == draft.choices:
        return None
    names = column_labels(source.header.cells)
    lacking = tuple(own for own in earlier.names if own not in names)
    return Offer(item, turns, chosen, lacking)


def _brought_so(draft: Draft, earlier: Choices, sheet: str | None, limits: Limits) -> Draft:
    """Return a file with its rows and its header as they were taken for an earlier one."""
    read = with_sheet(draft, sheet, limits.rows) if sheet is not None else draft
    wanted = replace(
        read.choices,
        encoding=earlier.encoding or read.choices.encoding,
        merged=earlier.merged or read.choices.merged,
    )
    read = read.chosen(wanted) if wanted != read.choices else read
    source = came(read.text, wanted)
    header = None if isinstance(source, Problem) else header_of(source, earlier)
    return read if header is None else read.chosen(replace(wanted, header=header))


def _is_alike(offer: Offer) -> bool:
    return bool(offer.choices.names) and not offer.lacking


def _take(draft: Draft, offer: Offer, limits: Limits) -> None:
    """Read the file so; it is proposed as the next revision of the record."""
    now = take_over(draft)
    if offer.sheet is not None:
        now = with_sheet(draft, offer.sheet, limits.rows)
    propose(draft, offer.record.name)
    put_draft(now.chosen(offer.choices, is_guessed=False))


def _offer_html(offer: Offer) -> str:
    parts = [tag("div", escape(line), "ol-item") for line in _lines(offer)]
    revision = offer.record.chosen or offer.record.newest
    head = tag("p", escape(again_words(told(revision))), "ol-changes")
    return head + tag("div", "".join(parts), "ol-again")


def _lines(offer: Offer) -> Iterator[str]:
    """Say each thing that was chosen, in a line a kind."""
    if offer.sheet is not None:
        yield f"Sheet: {offer.sheet}"
    columns = [f"“{own}” is {column}" for own, column in offer.choices.names.items()]
    if columns:
        yield f"Columns: {_listed(columns)}"
    for column, known in offer.choices.words.items():
        words = [f"“{word}” is {own}" for word, own in known.items()]
        yield f"Words of the column {column}: {_listed(words)}"
    orders = {reading.order for reading in offer.choices.dates.values() if reading.order}
    for order in sorted(orders):
        columns = [name for name, how in offer.choices.dates.items() if how.order == order]
        yield f"Dates of {_listed(columns)}: {ORDER_WORDS[order]}"
    if offer.lacking:
        yield f"Not in this file: {_listed([f'“{own}”' for own in offer.lacking])}"


def _listed(words: list[str]) -> str:
    more = len(words) - _MOST
    shown = [*words[:_MOST], *([f"and {more:,} more"] if more > 0 else [])]
    return ", ".join(shown)
