"""The address and the widgets, kept in sync.

An address that the board did not write (a link, Back, an edit) fills the widgets. A changed widget
writes the address. A mistake in an address stays in it, with a note, until something is changed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import streamlit as st

from openline.counts import count_problems
from openline.record.names import folded
from openline.record.problems import Problem
from openline.view.parameters import PARAMETERS
from openline.view.readers import LATEST, TODAY, AsOf
from openline.view.view import Query, View
from openline.web.source import Shown

A_DAY: Final = "day"
"""The choice of a particular as-of day, as against latest and today."""
DAY_KEY: Final = "view_day"
"""The key under which that day is kept."""
LISTS: Final = tuple(item.attribute for item in PARAMETERS if item.repeated)
_SEEN: Final = "openline_seen"
_VIEW: Final = "openline_view"
_NOTES: Final = "openline_notes"
_TOLD: Final = "openline_told"
_TELLING: Final = 3
"""How many runs send the values of the widgets to the browser: a run that comes before a slow
browser has drawn the widgets of the previous one would leave them at their defaults, as if these
were chosen."""
_DEFAULTS: Final = View()
_SINGLE: Final = tuple(
    item.attribute for item in PARAMETERS if not item.repeated and item.name != "asof"
)


@dataclass(frozen=True, eq=False)
class Looking:
    """What this run looks at: the view, what its record shows, and the problems of its address."""

    view: View
    shown: Shown
    problems: tuple[Problem, ...]


def key_of(name: str) -> str:
    """Return the key of the widget that holds a field of the view."""
    return f"view_{name}"


def look(
    page: str, seen: Callable[[str], Shown], settle: Callable[[View, Shown], View], now: date
) -> Looking:
    """Return what this run looks at, from the address if it is new, or else from the widgets.

    `seen` returns what a view's record shows, and is called once; `settle` gives the names in an
    address that record's spelling.
    """
    raw = {name: st.query_params.get_all(name) for name in st.query_params}
    if st.session_state.get(_SEEN) != (page, raw):
        view, problems = View.from_query(raw)
        count_problems(problems)
        shown = seen(view.record)
        view = settle(view, shown)
        _fill(view)
        st.session_state[_TOLD] = 1
        _remember(page, raw, view, problems)
        return Looking(view, shown, problems)
    before: View = st.session_state[_VIEW]
    shown = seen(st.session_state.get(key_of("record"), before.record))
    day = before.as_of_day(shown.record, now) if shown.record else now
    view = _from_widgets(before, day)
    if view != before:
        view = _first_page(before, view)
        query = view.to_query()
        st.query_params.from_dict(query)
        _remember(page, _lists(query), view, ())
    _tell_again(view)
    return Looking(view, shown, st.session_state[_NOTES])


def go_to(view: View) -> None:
    """Show another view on the same page: write its address and rerun from it."""
    st.query_params.from_dict(view.to_query())
    st.session_state.pop(_SEEN, None)
    st.rerun()


def add_missing(options: Sequence[str], name: str) -> list[str]:
    """Return the options of a list's widget, with any chosen values that they lack."""
    chosen = st.session_state.get(key_of(name), ())
    return [*options, *(value for value in chosen if value not in options)]


def set_day(asof: AsOf) -> None:
    """Set a particular as-of day, or latest or today, for the next run."""
    named = isinstance(asof, date)
    st.session_state[key_of("asof")] = A_DAY if named else asof
    if named:
        st.session_state[DAY_KEY] = asof


def same_names(
    values: Sequence[str], names_of_record: Sequence[str], fold: Callable[[str], object] = folded
) -> tuple[str, ...]:
    """Return names in the spelling of the record's names, where `fold` makes them equal."""
    others = set(values).difference(names_of_record)
    spelled = {fold(name): name for name in reversed(names_of_record)} if others else {}
    names = {spelled.get(fold(value), value) if value in others else value for value in values}
    return tuple(sorted(names))


def _lists(query: Query) -> dict[str, list[str]]:
    return {name: [value] if isinstance(value, str) else value for name, value in query.items()}


def _remember(
    page: str, raw: dict[str, list[str]], view: View, problems: tuple[Problem, ...]
) -> None:
    st.session_state[_SEEN] = (page, raw)
    st.session_state[_VIEW] = view
    st.session_state[_NOTES] = problems


def _fill(view: View) -> None:
    for name in _SINGLE:
        st.session_state[key_of(name)] = getattr(view, name)
    for name in LISTS:
        st.session_state[key_of(name)] = list(getattr(view, name))
    st.session_state[key_of("causes")] = view.marks_causes
    set_day(view.asof)


def _tell_again(view: View) -> None:
    if st.session_state[_TOLD] < _TELLING:
        st.session_state[_TOLD] += 1
        _fill(view)


def _from_widgets(before: View, day: date) -> View:
    """Return the view that the widgets hold. `day`, the one shown before, is the first value of a
    particular as-of day. A widget that was not drawn changes nothing."""
    state = st.session_state
    values: dict[str, Any] = {
        name: _held(state.get(key_of(name), getattr(before, name)), name, before)
        for name in _SINGLE
    }
    for name in LISTS:
        values[name] = tuple(sorted(state.get(key_of(name), getattr(before, name))))
    return _with_causes(before, View(**values, asof=_as_of(before, day)))


def _with_causes(before: View, view: View) -> View:
    """Return a view whose switch for causes follows the parties until somebody turns it, and update
    the switch."""
    turned = view.causes not in (None, before.marks_causes)
    view = replace(view, causes=view.causes if turned else before.causes)
    if turned and view.causes == replace(view, causes=None).marks_causes:
        view = replace(view, causes=None)
    if st.session_state.get(key_of("causes")) not in (None, view.marks_causes):
        st.session_state[key_of("causes")] = view.marks_causes
    return view


def _held(value: Any, name: str, before: View) -> Any:
    """Return what a widget holds, or its earlier value where a required field is empty."""
    needed = value is None and getattr(_DEFAULTS, name) is not None
    return getattr(before, name) if needed else value


def _as_of(before: View, day: date) -> Any:
    choice = st.session_state.get(key_of("asof"), before.asof)
    if choice in (LATEST, TODAY):
        st.session_state.pop(DAY_KEY, None)
        return choice
    if choice != A_DAY:  # the label of a choice whose wording has changed since
        set_day(before.asof)
        return before.asof
    chosen = st.session_state.get(DAY_KEY)
    if chosen is None:
        chosen = st.session_state[DAY_KEY] = day
    return chosen


def _first_page(before: View, view: View) -> View:
    """Go to the first page if anything but the page has changed."""
    if view.page != before.page or view.page == 1:
        return view
    st.session_state[key_of("page")] = 1
    return replace(view, page=1)
