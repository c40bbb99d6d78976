"""The lists of Compare: the channels that changed, and on demand those that did not."""

from typing import Final

import pandas as pd

from openline.record.columns import ENDED
from openline.record.dates import show_date, show_day
from openline.sentences.compare import unchanged_words
from openline.sentences.runs import show_sides
from openline.sentences.status import COUNTED, several_parties
from openline.ui.compare.days import Days
from openline.ui.markup.text import channel_link, escape, outside_link, rich, tag, unbroken
from openline.view import View

__all__ = ["changed_html", "to_unchanged", "unchanged_html"]

_COUNTS: Final = ("contacts", "overtures", "refusals")
_MOST_LISTED: Final = 400
_OPEN_UP_TO: Final = 40
_OPEN_ALWAYS: Final = 12
"""So few unchanged channels are listed without being asked for."""
_ORDER: Final = (*COUNTED, ENDED)
_ANCHOR: Final = "unchanged"


def changed_html(days: Days, rows: pd.DataFrame, view: View, several: bool) -> str:
    """Return the channels that changed as a table, a row each in the figure's order.

    `rows` are those of a page; `several` says whether parties have to be named.
    """
    names = ("Channel", show_day(days.first), show_day(days.second), "Change")
    head = _head((*names, *map(str.capitalize, _COUNTS), "Newest change in between"))
    body = "".join(_changed_row(row, view, several) for _, row in rows.iterrows())
    return tag("table", tag("thead", head) + tag("tbody", body), "ol-table ol-changes")


def unchanged_html(compared: pd.DataFrame, view: View) -> str:
    """Return how many channels are unchanged, by state, and behind it the list of them, those
    first that moved and came back; open where they are few or nothing else changed. "" where
    there is none."""
    rows = compared[compared["change"] == "unchanged"]
    if not len(rows):
        return ""
    summary = tag("summary", rich(unchanged_words(compared)), "ol-summary")
    ranks = pd.DataFrame({"back": rows["moves"].eq(0), "state": rows["to_state"].map(_ORDER.index)})
    order = ranks.sort_values(["back", "state"], kind="stable").index
    shown, several = rows.loc[order].head(_MOST_LISTED), several_parties(compared)
    head = _head(("Channel", "State on both days", *map(str.capitalize, _COUNTS), "In between"))
    body = "".join(_unchanged_row(row, view, several) for _, row in shown.iterrows())
    table = tag("table", tag("thead", head) + tag("tbody", body), "ol-table ol-changes")
    if len(rows) > len(shown):
        more = f"{len(rows) - len(shown):,} more are in the data that you can download."
        table += tag("p", more, "ol-how")
    alone = len(rows) == len(compared) and len(rows) <= _OPEN_UP_TO
    alone = alone or len(rows) <= _OPEN_ALWAYS
    # A browser opens what holds the target of a link.
    listed = tag("div", table, "ol-section", f' id="{_ANCHOR}" tabindex="-1"')
    return tag("details", summary + listed, "ol-unchanged", " open" if alone else "")


def to_unchanged(inner: str) -> str:
    """Return dressed markup as a link to the list of unchanged channels, which it opens."""
    return tag("a", inner, "ol-link", f' href="#{_ANCHOR}" target="_self"')


def _head(names: tuple[str, ...]) -> str:
    figures = {name.capitalize() for name in _COUNTS}
    cells = (tag("th", escape(n), "ol-figure" if n in figures else "") for n in names)
    return tag("tr", "".join(cells))


def _changed_row(row: pd.Series, view: View, several: bool) -> str:
    then = _state(row["from_state"]) if isinstance(row["from_state"], str) else _muted("none")
    cells = tag("td", then, "ol-kept ol-then") + tag("td", _state(row["to_state"]), "ol-kept")
    cells += tag("td", escape(row["change"]), "ol-kept ol-muted")
    return tag("tr", _named(row, view, several) + cells + _counts(row) + _moved(row))


def _unchanged_row(row: pd.Series, view: View, several: bool) -> str:
    moved = _muted(f"moved, back since {show_date(row['moved_text'])}") if row["moves"] else ""
    moved = tag("div", moved) if moved else ""
    cells = tag("td", _state(row["to_state"]), "ol-kept") + _counts(row)
    cells += tag("td", moved + _contact(row))
    return tag("tr", _named(row, view, several) + cells)


def _named(row: pd.Series, view: View, several: bool) -> str:
    link = channel_link(escape(row["channel"]), view, row["parties"], row["channel"])
    parties = escape(show_sides(row["parties"])) if several else ""
    return tag("td", link + (tag("div", parties, "ol-muted ol-source") if parties else ""))


def _state(state: str) -> str:
    return tag("span", escape(state), f"ol-word ol-{state}")


def _muted(words: str) -> str:
    return tag("span", unbroken(words), "ol-muted")


def _counts(row: pd.Series) -> str:
    cells = []
    for name in _COUNTS:
        number = int(row[name])
        unit = tag("span", f" {name if number != 1 else name.removesuffix('s')}", "ol-unit")
        style = "ol-figure" if number else "ol-figure ol-muted ol-zero"
        cells.append(tag("td", f"{number:,}{unit}", style))
    return "".join(cells)


def _moved(row: pd.Series) -> str:
    """The day of the newest move in between, what was said of it, and its source."""
    if not isinstance(row["moved_text"], str):
        return tag("td", "")
    return tag("td", _cited(_muted(show_date(row["moved_text"])), row, ""))


def _contact(row: pd.Series) -> str:
    """The newest contact in between, where there was one."""
    if not isinstance(row["contact_text"], str):
        return ""
    when = f"{'latest contact' if row['contacts'] > 1 else 'contact'} "
    return _cited(_muted(when + show_date(row["contact_text"])), row, "contact_")


def _cited(when: str, row: pd.Series, prefix: str) -> str:
    """A day, what was said of it, and its source."""
    summary, text, url = (row[prefix + name] for name in ("summary", "source", "source_url"))
    text = text if isinstance(text, str) else url
    source = tag("div", outside_link(text, url), "ol-source") if isinstance(text, str) else ""
    return f"{when} {escape(summary)}{source}"
