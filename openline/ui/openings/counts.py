"""The table behind the figure of openings and closings: the counts of each period."""

from typing import Any, Final

from openline.figures.openings.labels import balance_words
from openline.figures.openings.periods import Counted, period_name
from openline.ui.markup.text import escape, tag

__all__ = ["counts_html"]

_HEADS: Final = (
    "Openings",
    "moved a state",
    "ended a silence",
    "Closings",
    "severed",
    "narrowed or ended",
    "Balance",
)


def counts_html(found: Counted) -> str:
    """Return the counts as a table that opens on demand, the newest period first."""
    first = tag("th", escape(found.period.name.capitalize()), "", ' scope="col"')
    heads = [tag("th", head, "ol-figure", ' scope="col"') for head in _HEADS]
    body = "".join(_row(row, found) for row in found.counts.iloc[::-1].itertuples())
    head = tag("thead", tag("tr", first + "".join(heads)))
    table = tag("table", head + tag("tbody", body), "ol-table ol-counts")
    words = f"The counts as a table, {escape(found.period.name)} by {escape(found.period.name)}"
    # What scrolls in itself has to be reached by keyboard.
    reached = f' tabindex="0" role="region" aria-label="{words}"'
    scrolled = tag("div", table, "ol-scrolled", reached)
    return tag("details", tag("summary", words) + scrolled, "ol-details")


def _row(row: Any, found: Counted) -> str:
    opened, closed = row.raised + row.resumed, row.severed + row.lowered
    numbers = (opened, row.raised, row.resumed, closed, row.severed, row.lowered)
    cells = [tag("td", f"{number:,}", "ol-figure") for number in numbers]
    cells.append(tag("td", balance_words(row.balance), "ol-figure"))
    name = period_name(row.start, found.period)
    return tag("tr", tag("th", escape(name), "", ' scope="row"') + "".join(cells))
