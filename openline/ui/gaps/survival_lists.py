"""Time to reopening in words and tables: severances too few for a curve, and the summary."""

from typing import Final

import pandas as pd

from openline.analysis.survival import MIN_EVENTS
from openline.markup.tables import heads_of, table_of
from openline.markup.text import NOTHING, Markup, rich, tag, unbroken
from openline.record.columns import CHANNEL, PARTIES
from openline.record.dates import show_date
from openline.sentences.runs import count, named
from openline.sentences.survival import group_title, length_words, too_few
from openline.ui.markup.links import channel_link
from openline.ui.scene import Scene

_MOST_GROUPS: Final = 60
_MOST_ROWS: Final = 40
_MOST_LENGTHS: Final = 300
_MOST_UNFOLDED: Final = 24
"""More groups than this fold into one line."""
_HEADS: Final = {
    "group": "Group",
    "n": "Severances",
    "events": "Reopened",
    "decisions": "Decisions",
    "median": "Median, days",
    "median_lower": "95 % from",
    "median_upper": "95 % to",
    "unused": "No longer used",
    "note": "Note",
}
_NUMBERS: Final = tuple(_HEADS)[1:-1]


def few_html(scene: Scene, lengths: pd.DataFrame, summary: pd.DataFrame, by: str | None) -> Markup:
    """Return the severances of the groups that have too few reopenings for a curve.

    `lengths` has `group` and the columns of `durations`; `summary` has one row per group.
    """
    few = summary[summary["events"] < MIN_EVENTS]
    first = few.head(_MOST_GROUPS)
    names = lengths["group"].fillna("")
    listed = names.isin(first["group"].fillna(""))
    groups = dict(iter(lengths[listed].groupby(names[listed], sort=False)))
    parts = [
        _group(scene, row, groups[row["group"] if isinstance(row["group"], str) else ""], by)
        for _, row in first.iterrows()
    ]
    rest = len(few) - len(parts)
    more = tag("div", f"{rest:,} more groups are in the table.", "ol-how") if rest > 0 else ""
    folded = tag("div", parts, "ol-groups ol-few") + more if parts else NOTHING
    if len(few) <= _MOST_UNFOLDED:
        return folded
    label = f"{len(few):,} groups have too few reopenings for a curve: their severances"
    return tag("details", (tag("summary", label), folded), "ol-few-fold")


def lengths_html(scene: Scene, lengths: pd.DataFrame) -> Markup:
    """Return all severances on which the estimate rests, longest first, folded behind one line."""
    ordered = lengths.sort_values("days", ascending=False, kind="stable").head(_MOST_LENGTHS)
    items = [tag("div", _line(scene, row, None)) for _, row in ordered.iterrows()]
    rest = len(lengths) - len(items)
    label = f"All {len(lengths):,} severances, longest first"
    if rest > 0:
        label = f"The longest {len(items):,} of {len(lengths):,} severances"
    listed = tag("div", items, "ol-groups ol-few")
    return tag("details", (tag("summary", label), listed), "ol-few-fold")


def summary_html(summary: pd.DataFrame, by: str | None) -> Markup:
    """Return the summary as a table."""
    heads = heads_of(_HEADS.values(), [_HEADS[name] for name in _NUMBERS])
    rows = [_summary_row(row, by) for _, row in summary.iterrows()]
    return table_of(heads, rows, "ol-labelled")


def _summary_row(row: pd.Series, by: str | None) -> Markup:
    group = tag("td", group_title(row["group"], by) if by else "all", "ol-strong")
    numbers = [
        tag("td", _number(row[name]), "ol-figure", data_label=_HEADS[name]) for name in _NUMBERS
    ]
    note = tag("td", row["note"], "ol-muted", data_label=_HEADS["note"])
    return tag("tr", [group, *numbers, note])


def _number(value: object) -> str:
    if isinstance(value, str):
        return value
    return "" if value is None or value != value else f"{int(str(value).split('.')[0]):,}"


def _group(scene: Scene, row: pd.Series, lengths: pd.DataFrame, by: str | None) -> Markup:
    title = tag("div", group_title(row["group"], by), "ol-strong") if by else ""
    why = tag("div", too_few(int(row["events"]), scene.view.until), "ol-muted")
    ordered = lengths.sort_values("days", ascending=False, kind="stable")
    items = [_line(scene, length, by) for _, length in ordered.head(_MOST_ROWS).iterrows()]
    rest = len(lengths) - len(items)
    more = tag("div", f"and {count(rest, 'more', 'more')}", "ol-muted") if rest > 0 else ""
    return tag("div", (title, why, items, more))


def _line(scene: Scene, row: pd.Series, by: str | None) -> Markup:
    link = channel_link(
        row[CHANNEL] if by == PARTIES else named(row), scene.view, row[PARTIES], row[CHANNEL]
    )
    start = tag("span", unbroken(show_date(row["start_text"])), "ol-muted")
    length = tag("span", rich(length_words(row)), "ol-few-length")
    return tag("div", (tag("span", (link, " ", start)), length), "ol-few-line")
