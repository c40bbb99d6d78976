"""An added file, offered to saved records: as the next revision of one, or as rows to add."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

import streamlit as st

from openline.markup.text import NOTHING, Markup, tag
from openline.record.problems import Problem
from openline.sentences.problems import problem_note
from openline.sentences.saved import again_words
from openline.settings import Limits
from openline.store.names import name_key
from openline.ui.data.answers import read_revision
from openline.ui.data.saved import told
from openline.ui.markup.headings import section
from openline.ui.markup.text import draw
from openline.ui.records.bar import Stage, Way, offer
from openline.ui.records.choices_made import chosen_items
from openline.ui.records.draft import Draft, bring, came_of, put_draft
from openline.ui.records.edits import take_over
from openline.ui.records.name import proposed_name
from openline.ui.records.offers import Offer, appended, offers, read_alike, updated
from openline.ui.records.progress import do_later
from openline.web.source import Kept

_RECORD: Final = "records_again_record"
_MOST: Final = 12
"""How many things of each kind are named."""
_REFUSED: Final = "records_again_refused"
_OTHER_COLUMNS: Final = (
    "Its columns are named differently from the record's. Choose below which is which; then its "
    "rows can be added."
)


def offers_for(draft: Draft, kept: Kept, seen: str, limits: Limits) -> tuple[Offer, ...]:
    """Return what saved records offer for a file: first the record in the address, `seen`, then
    the record named like the file."""
    wanted = (seen.partition("@")[0], proposed_name(draft.name))
    return offers(draft, kept, wanted, limits)


def draw_again(
    draft: Draft, offers: tuple[Offer, ...], seen: str, today: date, limits: Limits
) -> None:
    """Draw what saved records offer for a file; `seen` is the record in the address."""
    draw(section("Which record is it for?", _how(offers[0], seen)))
    place = 0
    if len(offers) > 1:
        names = [item.record.name for item in offers]
        key = f"{_RECORD}_{draft.turn}"
        name = st.selectbox("Which record", names, key=key, width=300)
        place = names.index(name)
    chosen = offers[place]
    draw(_offer_html(chosen))
    if refused := refusal(draft):
        draw(tag("p", refused, "ol-note ol-warning", role="alert"))
    _draw_buttons(draft, chosen, today, limits)


def _draw_buttons(draft: Draft, chosen: Offer, today: date, limits: Limits) -> None:
    name = chosen.record.name

    def update() -> None:
        now = take_over(draft)
        do_later(lambda _: put_draft(updated(now, chosen, today, limits)))

    def append() -> None:
        now = take_over(draft)
        do_later(lambda _: go_on(now, appended(now, chosen, today, limits)))

    def alone() -> None:
        put_draft(read_alike(take_over(draft), chosen, limits))

    acts: dict[str, tuple[str, Callable[[], None]]] = {
        "records_update": (f"Update “{name}”", update),
        "records_append": (f"Add its rows to “{name}”", append),
    }
    first = "records_append" if _is_short(draft, chosen, today) else "records_update"
    label, act = acts[first]
    words = f"Is it the next file of “{name}”, or are these rows to add to it?"
    offer(Way(Stage.CHECK, words, label, act, at_once=not refusal(draft)))
    with st.container(key="records_again_acts", horizontal=True):
        for key, (label, act) in acts.items():
            st.button(label, key=key, on_click=act)
        st.button("A separate record, read the same way", key="records_again", on_click=alone)


def refusal(draft: Draft) -> str:
    """Return why the rows of a file could not be added to a record, "" if nobody tried. What has
    to be chosen first is then drawn below the offer."""
    file, words = st.session_state.get(_REFUSED, (None, ""))
    return str(words) if file == draft.original else ""


def go_on(draft: Draft, outcome: Draft | Problem | None) -> None:
    """Open a record to which the rows of a file were added; or stay with the file and say why they
    could not be added."""
    if isinstance(outcome, Draft):
        bring(outcome)
    else:
        words = _OTHER_COLUMNS if outcome is None else problem_note(outcome)
        st.session_state[_REFUSED] = (draft.original, words)


def _is_short(draft: Draft, chosen: Offer, today: date) -> bool:
    """Tell whether a file has far fewer rows than a record, so that it probably holds rows to
    add."""
    record, source = read_revision(chosen.record.newest, today), came_of(draft)
    if isinstance(record, Problem) or source is None:
        return False
    return 2 * len(source.rows) < len(record.observations)


def _how(first: Offer, seen: str) -> str:
    name = first.record.name
    if name_key(seen.partition("@")[0]) == name_key(name):
        return f"“{name}” is open."
    return f"It looks like a file of “{name}”."


def _offer_html(offer: Offer) -> Markup:
    parts = [tag("div", line, "ol-item") for line in _lines(offer)]
    if not parts:
        return NOTHING
    revision = offer.record.chosen or offer.record.newest
    head = tag("p", again_words(told(revision)), "ol-changes")
    return head + tag("div", parts, "ol-again")


def _lines(offer: Offer) -> Iterator[str]:
    """Yield the choices in words, one line per kind."""
    if offer.sheet is not None:
        yield f"Sheet: {offer.sheet}"
    said: dict[str, list[str]] = {}
    for item in chosen_items(offer.choices):
        said.setdefault(item.kind, []).append(item.words)
    for kind, words in said.items():
        yield f"{kind}: {_listed(words)}"
    if offer.lacking:
        yield f"Not in this file: {_listed([f'“{own}”' for own in offer.lacking])}"


def _listed(words: list[str]) -> str:
    more = len(words) - _MOST
    listed = [*words[:_MOST], *([f"and {more:,} more"] if more > 0 else [])]
    return ", ".join(listed)
