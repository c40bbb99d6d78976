"""What the record shown rests on: its confidence, events, dates and sources."""

from collections.abc import Iterable
from typing import Any, Final

import pandas as pd

from openline.markup.tables import cells_of, heads_of, table_of
from openline.markup.text import NOTHING, Child, Markup, escape, joined, tag
from openline.record.columns import COLUMNS, CONFIDENCES
from openline.sentences.method import confidence_shares
from openline.sentences.runs import count
from openline.ui.markup.cells import pieces_of
from openline.ui.markup.terms import term

_TOP: Final = 20
_MOST_LISTED: Final = 1000
_BAR: Final = 100


def confidence_html(counts: "pd.Series[int]") -> Markup:
    """Return the rows by confidence as counters on one bar."""
    shares = confidence_shares(counts)
    counters = tag("div", [_counter(*share) for share in shares], "ol-counters ol-three")
    return counters + pieces_of((f"ol-ink-{word}", rows) for word, rows, _ in shares)


def columns_html() -> Markup:
    """Return the columns of a record with their values and meanings."""
    rows = [
        cells_of(tag("code", one.name), "yes" if one.needed else "", one.values, one.meaning)
        for one in COLUMNS
    ]
    return _table(("column", "needed", "values", "meaning"), rows, "ol-wide-table")


def sources_html(sources: pd.DataFrame) -> Markup:
    """Return the most cited sites as a table with bars, and the others as a list."""
    most = int(sources["rows"].iloc[0])
    top = [_source_row(row, most) for row in sources.iloc[:_TOP].to_dict("records")]
    heads = ("site", "by confidence", "rows", *CONFIDENCES, "channels", "years")
    table = _table(heads, top, "ol-sources")
    return table + _others(sources.iloc[_TOP:])


def _counter(word: str, rows: int, share: str) -> Markup:
    number = tag("div", f"{rows:,}", "ol-number")
    key = tag("span", "", f"ol-swatch ol-ink-{word}")
    name = tag("div", key + term(word, "confidence"), "ol-word")
    return tag("div", number + name + tag("div", share, "ol-change"), "ol-counter")


def _source_row(row: dict[str, Any], most: int) -> Markup:
    parts = [
        tag("span", "", f"ol-ink-{word}", style=f"width:{_BAR * row[word] / most:.1f}%")
        for word in CONFIDENCES
    ]
    site = _name(row)
    publisher = row["publisher"]
    if isinstance(publisher, str) and isinstance(row["site"], str):
        site += tag("div", publisher, "ol-muted ol-source")
    cells = tag("td", site) + tag("td", tag("div", parts, "ol-row-bar"), "ol-bar-cell")
    for name in ("rows", *CONFIDENCES, "channels"):
        cells += tag("td", f"{row[name]:,}" if row[name] else "", "ol-figure")
    years = dict.fromkeys(pd.Timestamp(str(row[name])).year for name in ("first", "last"))
    return cells + tag("td", "–".join(map(str, years)), "ol-figure ol-muted")


def _others(rest: pd.DataFrame) -> Markup:
    """Return the sites below the table, in columns, behind a line that opens them."""
    if not len(rest):
        return NOTHING
    listed = rest.iloc[:_MOST_LISTED]
    items = [_listed(row) for row in listed.to_dict("records")]
    more = len(rest) - len(listed)
    if more:
        items.append(tag("div", f"and {more:,} more, in the download", "ol-muted"))
    head = tag("summary", f"{count(len(rest), 'further source')}, by number of rows")
    return tag("details", head + tag("div", items, "ol-others"), "ol-details")


def _listed(row: dict[str, Any]) -> Markup:
    number = tag("span", f"{row['rows']:,}", "ol-muted")
    return tag("div", (_name(row), " ", number))


def _name(row: dict[str, Any]) -> Markup:
    if isinstance(row["site"], str):
        return escape(row["site"])
    publisher = row["publisher"] if isinstance(row["publisher"], str) else "no source named"
    return joined(publisher, " ", tag("span", "(no address)", "ol-muted"))


def _table(heads: tuple[str, ...], rows: Iterable[Child], style_class: str) -> Markup:
    numbers = {"rows", *CONFIDENCES, "channels", "years"}
    return table_of(heads_of(heads, numbers), [tag("tr", row) for row in rows], style_class)
