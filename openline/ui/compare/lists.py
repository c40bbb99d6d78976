"""The lists of Compare: the channels that changed and, if asked for, those that did not."""

from typing import Final

import pandas as pd

from openline.analysis.compare import COUNTED_BETWEEN
from openline.markup.links import source_link
from openline.markup.tables import heads_of, table_of
from openline.markup.text import NOTHING, Markup, joined, rich, tag, unbroken
from openline.record.columns import STATUS_WORDS
from openline.record.dates import show_date, show_day
from openline.sentences.compare import change_word, unchanged_words
from openline.sentences.runs import actor_words, show_sides
from openline.sentences.status import several_parties
from openline.ui.compare.days import Days
from openline.ui.markup.links import channel_link
from openline.view.view import View

_COUNT_HEADS: Final = tuple(map(str.capitalize, COUNTED_BETWEEN))
_MOST_LISTED: Final = 400
_OPEN_UP_TO: Final = 40
_OPEN_ALWAYS: Final = 12
"""Up to this many unchanged channels are listed without asking."""
UNCHANGED: Final = "unchanged"
"""The anchor of the list of unchanged channels; a link to it opens the list."""


def changed_html(days: Days, rows: pd.DataFrame, view: View, several: bool) -> Markup:
    """Return the channels that changed as a table, one row each, in the figure's order.

    `rows`: the rows of a page; `several`: whether to name parties.
    """
    names = ("Channel", show_day(days.first), show_day(days.second), "Change")
    head = heads_of((*names, *_COUNT_HEADS, "Newest change in between"), _COUNT_HEADS)
    body = (_changed_row(row, view, several) for _, row in rows.iterrows())
    return table_of(head, body, "ol-changes")


def unchanged_html(compared: pd.DataFrame, view: View) -> Markup:
    """Return how many channels are unchanged, by state, and behind it their list, with those that
    moved and came back first. It is open if they are few or nothing else changed; "" if there are
    none."""
    rows = compared[compared["change"] == "unchanged"]
    if not len(rows):
        return NOTHING
    summary = tag("summary", rich(unchanged_words(compared)), "ol-summary")
    ranks = pd.DataFrame(
        {"back": rows["moves"].eq(0), "state": rows["to_state"].map(STATUS_WORDS.index)}
    )
    order = ranks.sort_values(["back", "state"], kind="stable").index
    first, several = rows.loc[order].head(_MOST_LISTED), several_parties(compared)
    names = ("Channel", "State on both days", *_COUNT_HEADS, "In between")
    body = (_unchanged_row(row, view, several) for _, row in first.iterrows())
    table = table_of(heads_of(names, _COUNT_HEADS), body, "ol-changes")
    if len(rows) > len(first):
        more = f"{len(rows) - len(first):,} more are in the data that you can download."
        table += tag("p", more, "ol-how")
    alone = len(rows) == len(compared) and len(rows) <= _OPEN_UP_TO
    alone = alone or len(rows) <= _OPEN_ALWAYS
    # A browser opens the element that contains a link's target.
    listed = tag("div", table, "ol-section", id=UNCHANGED, tabindex=-1)
    return tag("details", (summary, listed), "ol-unchanged", open=alone)


def _changed_row(row: pd.Series, view: View, several: bool) -> Markup:
    then = _state(row["from_state"]) if isinstance(row["from_state"], str) else _muted("none")
    cells = (
        _named(row, view, several),
        tag("td", then, "ol-kept ol-then"),
        tag("td", _state(row["to_state"]), "ol-kept"),
        tag("td", change_word(row), "ol-kept ol-muted"),
    )
    return tag("tr", (cells, _counts(row), _moved(row)))


def _unchanged_row(row: pd.Series, view: View, several: bool) -> Markup:
    moved = _muted(f"moved, back since {show_date(row['moved_text'])}") if row["moves"] else ""
    between = tag("td", (tag("div", moved) if moved else "", _contact(row)))
    state = tag("td", _state(row["to_state"]), "ol-kept")
    return tag("tr", (_named(row, view, several), state, _counts(row), between))


def _named(row: pd.Series, view: View, several: bool) -> Markup:
    link = channel_link(row["channel"], view, row["parties"], row["channel"])
    parties = show_sides(row["parties"]) if several else ""
    return tag("td", (link, tag("div", parties, "ol-muted ol-source") if parties else ""))


def _state(state: str) -> Markup:
    return tag("span", state, f"ol-word ol-{state}")


def _muted(words: str) -> Markup:
    return tag("span", unbroken(words), "ol-muted")


def _counts(row: pd.Series) -> Markup:
    cells = []
    for name in COUNTED_BETWEEN:
        number = int(row[name])
        unit = tag("span", f" {name if number != 1 else name.removesuffix('s')}", "ol-unit")
        style = "ol-figure" if number else "ol-figure ol-muted ol-zero"
        cells.append(tag("td", (f"{number:,}", unit), style))
    return joined(cells)


def _moved(row: pd.Series) -> Markup:
    """Return the day of the newest move in between, its summary and its source."""
    if not isinstance(row["moved_text"], str):
        return tag("td", "")
    return tag("td", _told(_muted(show_date(row["moved_text"])), row, ""))


def _contact(row: pd.Series) -> Markup:
    """Return the newest contact in between, if there was one."""
    if not isinstance(row["contact_text"], str):
        return NOTHING
    when = f"{'latest contact' if row['contacts'] > 1 else 'contact'} "
    return _told(_muted(when + show_date(row["contact_text"])), row, "contact_")


def _told(when: Markup, row: pd.Series, prefix: str) -> Markup:
    """Return a day, its summary and its source."""
    by = actor_words(row, prefix)
    said = joined(when, " ", _muted(f"{by} ") if by else "", row[f"{prefix}summary"])
    source = source_link(row, prefix)
    return said + tag("div", source, "ol-source") if source else said
