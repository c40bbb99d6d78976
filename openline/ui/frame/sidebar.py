"""The sidebar: pages, and what is being viewed."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import streamlit as st

from openline.analysis.search import meant, sides_of_several
from openline.markup.text import tag
from openline.record.columns import (
    CONFIRMED,
    INFERRED,
    KIND,
    LEVEL,
    PARTIES,
    PARTIES_SEPARATOR,
    REPORTED,
)
from openline.record.dates import show_day
from openline.record.direction import marked
from openline.record.hidden import visible
from openline.record.record import Record
from openline.sentences.saved import revision_words
from openline.ui.address import A_DAY, add_missing, key_of, set_day
from openline.ui.controls.day import day_fault, day_field, take_text
from openline.ui.controls.fields import days_field
from openline.ui.data.looks import bundled_name
from openline.ui.data.saved import listed_names, told
from openline.ui.markup.text import draw
from openline.ui.pages import PAGES, Page
from openline.view.parameters import BUNDLED
from openline.view.readers import LATEST, MOST_LETTERS, TODAY
from openline.view.record_name import RecordName
from openline.view.view import MOST_VALUES, View
from openline.web.source import Shown

_CONFIDENCES: Final = {
    INFERRED: "All rows",
    REPORTED: "Confirmed and reported",
    CONFIRMED: "Confirmed only",
}
_DAY_FIELD: Final = "view_day_field"


def draw_sidebar(page: Page, view: View, shown: Shown, today: date) -> None:
    """Draw the sidebar's logo, links and widgets for what is shown."""
    record = shown.record
    with st.sidebar:
        draw(tag("div", "Openline", "ol-mark"))
        for other in PAGES:
            kept = view if other == page else view.for_other_page()
            st.page_link(other.script, label=other.title, query_params=kept.to_query())
        st.text_input(
            "Find",
            max_chars=MOST_LETTERS,
            placeholder="A channel, a side, a word",
            key=key_of("q"),
            on_change=_tidy_search,
            autocomplete="off",
        )
        _draw_record(view, shown)
        _draw_as_of(view, record, today)
        _draw_parties(record)
        _draw_list("Level", LEVEL, record)
        _draw_list("Kind", KIND, record)
        if view.channel:
            _draw_list("Channel", "channel", record)
        st.selectbox(
            "Confidence",
            list(_CONFIDENCES),
            format_func=_CONFIDENCES.__getitem__,
            key=key_of("confidence"),
        )
        label = "Carry a state for at most (days)"
        days_field(label, "carry", step=1, value=None, placeholder="No limit")


def _tidy_search() -> None:
    """Remove superfluous blanks."""
    key = key_of("q")
    st.session_state[key] = " ".join(st.session_state[key].split())


def _draw_record(view: View, shown: Shown) -> None:
    names = dict.fromkeys([BUNDLED, *listed_names(), view.record])
    st.selectbox("Record", list(names), format_func=_record_name, key=key_of("record"))
    if shown.revision is not None:
        words = revision_words(told(shown.revision))
        draw(tag("div", words[0].upper() + words[1:], "ol-revision"))


def _record_name(name: str) -> str:
    """Return the name of a record in the list, where each is unique."""
    if name == BUNDLED:
        return bundled_name()
    named = RecordName.read(name)
    if named is None or named.revision is None:
        return f"{name} (saved)" if name == bundled_name() else name
    return f"{named.name}, revision {named.revision:,}"


def _draw_as_of(view: View, record: Record | None, today: date) -> None:
    latest = f" ({show_day(record.latest_day(today))})" if record else ""
    words = {
        LATEST: f"Latest{latest}",
        TODAY: f"Today ({show_day(today)})",
        A_DAY: "Another day",
    }
    shown = view.as_of_day(record, today) if record else today
    st.selectbox(
        "As of",
        list(words),
        format_func=lambda word: words.get(word, word),
        accept_new_options=True,
        filter_mode="contains",
        key=key_of("asof"),
        on_change=_take_day,
        args=(tuple(words), shown),
    )
    if isinstance(view.asof, date):
        day_field("Day", _DAY_FIELD, view.asof, set_day, label_visibility="collapsed")
        draw(day_fault(_DAY_FIELD, view.asof))


def _take_day(choices: Sequence[str], shown: date) -> None:
    """Set a day that was typed instead of chosen; text that is not a day stays in the field, with a
    note. A choice can end in an outdated part in brackets, which is ignored."""
    typed: str = st.session_state[key_of("asof")]
    if typed not in choices:
        set_day(shown)
        take_text(typed.partition(" (")[0], _DAY_FIELD, shown, set_day)


def _draw_parties(record: Record | None) -> None:
    """Draw the list of sets of parties, preceded by each side that is in several of them: typing a
    side's name leads to all of its sets first.

    Words that match no entry are accepted, and taken for the parties that they mean.
    """
    sets = _names(record, PARTIES)
    several = sides_of_several(sets)

    def label(name: str) -> str:
        words = listed_sides(visible(name))
        return f"{words} (all {several[name]})" if name in several else words

    st.multiselect(
        "Parties",
        add_missing(list(dict.fromkeys((*sorted(several), *sets))), PARTIES),
        format_func=label,
        placeholder=f"All {len(sets)} sets of parties" if len(sets) > 1 else "All",
        max_selections=MOST_VALUES,
        accept_new_options=True,
        filter_mode="contains",
        select_all=False,
        key=key_of(PARTIES),
        on_change=_take_parties,
        args=(sets,),
    )


def _take_parties(sets: Sequence[str]) -> None:
    """Replace typed words by the parties that they mean; words that mean none stay, with a note."""
    key, offered = key_of(PARTIES), {*sets, *sides_of_several(sets)}
    chosen = (
        (name,) if name in offered else meant(name, sets) or (name[:MOST_LETTERS],)
        for name in st.session_state[key]
    )
    st.session_state[key] = list(dict.fromkeys(name for names in chosen for name in names))


def _draw_list(label: str, column: str, record: Record | None) -> None:
    st.multiselect(
        label,
        add_missing(_names(record, column), column),
        format_func=visible,
        placeholder="All",
        max_selections=MOST_VALUES,
        select_all=False,
        key=key_of(column),
    )


def _names(record: Record | None, column: str) -> list[str]:
    if record is None:
        return []
    return sorted(str(name) for name in record.channels[column].dropna().unique())


def listed_sides(parties: str) -> str:
    """Return parties as the list shows them, with blanks around the dash.

    >>> listed_sides("China; United States")
    'China – United States'
    """
    return " – ".join(map(marked, parties.split(PARTIES_SEPARATOR)))
