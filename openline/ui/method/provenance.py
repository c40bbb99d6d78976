"""What the record that is shown rests on: its confidence, events, dates and sources."""

from collections.abc import Hashable
from typing import Final

import pandas as pd

from openline.record.columns import COLUMNS, CONFIDENCES
from openline.sentences.method import confidence_shares
from openline.sentences.runs import count
from openline.ui.markup.terms import term
from openline.ui.markup.text import escape, tag

__all__ = ["columns_html", "confidence_html", "sources_html"]

_TOP: Final = 20
_MOST_LISTED: Final = 1000
_BAR: Final = 100


def confidence_html(counts: "pd.Series[int]") -> str:
    """Return the rows by confidence as counters on one bar, as markup."""
    shares = confidence_shares(counts)
    cells = [
        tag("div", "", f"ol-cell ol-ink-{word}", f' style="flex-grow:{rows}"')
        for word, rows, _ in shares
        if rows
    ]
    counters = "".join(_counter(*share) for share in shares)
    bar = tag("div", "".join(cells), "ol-cells ol-dense", ' aria-hidden="true"')
    return tag("div", counters, "ol-counters ol-three") + bar


def columns_html() -> str:
    """Return the columns of a record with their values and meanings, as markup."""
    rows = [
        tag("td", tag("code", escape(column.name)))
        + tag("td", "yes" if column.needed else "")
        + tag("td", escape(column.values))
        + tag("td", escape(column.meaning))
        for column in COLUMNS
    ]
    return _table(("column", "needed", "values", "meaning"), rows, "ol-wide-table")


def sources_html(sources: pd.DataFrame) -> str:
    """Return the most cited sites as a table with bars, and the others as a list, as markup."""
    most = int(sources["rows"].iloc[0])
    top = [_source_row(row, most) for row in sources.iloc[:_TOP].to_dict("records")]
    heads = ("site", "by confidence", "rows", *CONFIDENCES, "channels", "years")
    table = _table(heads, top, "ol-sources")
    return table + _others(sources.iloc[_TOP:])


def _counter(word: str, rows: int, share: str) -> str:
    number = tag("div", f"{rows:,}", "ol-number")
    key = tag("span", "", f"ol-swatch ol-ink-{word}")
    name = tag("div", key + term(word, "confidence"), "ol-word")
    return tag("div", number + name + tag("div", share, "ol-change"), "ol-counter")


def _source_row(row: dict[Hashable, object], most: int) -> str:
    parts = "".join(
        tag("span", "", f"ol-ink-{word}", f' style="width:{_percent(row[word], most)}%"')
        for word in CONFIDENCES
    )
    site = _name(row)
    publisher = row["publisher"]
    if isinstance(publisher, str) and isinstance(row["site"], str):
        site += tag("div", escape(publisher), "ol-muted ol-source")
    cells = tag("td", site) + tag("td", tag("div", parts, "ol-row-bar"), "ol-bar-cell")
    for name in ("rows", *CONFIDENCES, "channels"):
        cells += tag("td", f"{_whole(row[name]):,}" if row[name] else "", "ol-figure")
    years = dict.fromkeys(pd.Timestamp(str(row[name])).year for name in ("first", "last"))
    return cells + tag("td", "–".join(map(str, years)), "ol-figure ol-muted")


def _others(rest: pd.DataFrame) -> str:
    """The sites below the table, in columns behind a line that opens them."""
    if not len(rest):
        return ""
    listed = rest.iloc[:_MOST_LISTED]
    items = "".join(map(_listed, listed.to_dict("records")))
    more = len(rest) - len(listed)
    if more:
        items += tag("div", f"and {more:,} more, in the download", "ol-muted")
    head = tag("summary", f"{count(len(rest), 'further source')}, by number of rows")
    return tag("details", head + tag("div", items, "ol-others"), "ol-details")


def _listed(row: dict[Hashable, object]) -> str:
    number = tag("span", f"{_whole(row['rows']):,}", "ol-muted")
    return tag("div", f"{_name(row)} {number}")


def _name(row: dict[Hashable, object]) -> str:
    if isinstance(row["site"], str):
        return escape(row["site"])
    publisher = row["publisher"] if isinstance(row["publisher"], str) else "no source named"
    return f"{escape(publisher)} {tag('span', '(no address)', 'ol-muted')}"


def _percent(rows: object, most: int) -> str:
    return f"{_BAR * _whole(rows) / most:.1f}"


def _whole(number: object) -> int:
    return int(str(number))


def _table(heads: tuple[str, ...], rows: list[str], style_class: str) -> str:
    numbers = {"rows", *CONFIDENCES, "channels", "years"}
    head = "".join(
        tag("th", escape(name), "ol-figure" if name in numbers else "") for name in heads
    )
    body = "".join(tag("tr", row) for row in rows)
    return tag(
        "table",
        tag("thead", tag("tr", head)) + tag("tbody", body),
        f"ol-table {style_class}",
    )
