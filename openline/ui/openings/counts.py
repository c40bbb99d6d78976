"""The table behind the figure of openings and closings: the counts of each period."""

from typing import Any, Final

from openline.figures.openings.periods import Counted, period_name
from openline.markup.tables import table_of
from openline.markup.text import Markup, tag

_HEADS: Final = (
    "Openings",
    "moved a state",
    "ended a silence",
    "Closings",
    "severed",
    "narrowed or ended",
)


def periods_html(counted: Counted) -> Markup:
    """Return the counts as a table that opens on demand, the newest period first."""
    period = counted.period.name
    first = tag("th", period.capitalize(), scope="col")
    heads = [tag("th", head, "ol-figure", scope="col") for head in _HEADS]
    body = (_row(row, counted) for row in counted.counts.iloc[::-1].itertuples())
    table = table_of([first, *heads], body, "ol-counts")
    words = f"The counts as a table, {period} by {period}"
    # What scrolls in itself has to be reached by keyboard.
    scrolled = tag("div", table, "ol-scrolled", tabindex=0, role="region", aria_label=words)
    return tag("details", (tag("summary", words), scrolled), "ol-details")


def _row(row: Any, counted: Counted) -> Markup:
    opened, closed = row.raised + row.resumed, row.severed + row.lowered
    numbers = (opened, row.raised, row.resumed, closed, row.severed, row.lowered)
    cells = [tag("td", f"{number:,}", "ol-figure") for number in numbers]
    name = period_name(row.start, counted.period)
    return tag("tr", (tag("th", name, scope="row"), cells))
