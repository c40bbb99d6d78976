"""The data of a site: every table as CSV and JSON, the record itself, and the page for them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

import pandas as pd

from openline.analysis.question import Question
from openline.analysis.tables import TABLES
from openline.formats.machine import FORMS
from openline.markup.text import Markup, tag
from openline.record.record import record_rows
from openline.site.page import SitePage
from openline.site.rows import listed
from openline.site.site import Site

_WITHOUT: Final = "search"
"""The table that answers somebody's search."""
_MEDIANS: Final = ("survival-summary", "The medians of time to reopening.")


def tables_of(site: Site) -> Iterator[tuple[str, str, pd.DataFrame]]:
    """Yield each table's name, its meaning, and its rows, one table at a time so that only one is
    in memory."""
    question = _question(site)
    yield (
        "record",
        "The record as it was read: one row per observation.",
        record_rows(question.record),
    )
    for table in TABLES:
        if table.name != _WITHOUT:
            yield table.name, table.meaning, table.answer(question)
        if table.name == "survival":
            yield *_MEDIANS, table.answer(replace(question, summary=True))


def data_files(frame: pd.DataFrame, name: str) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the files of a table, each with the parts of its text."""
    for form, parts in FORMS.items():
        yield f"data/{name}.{form}", parts(frame)


def data_page(site: Site, tables: list[tuple[str, str, int]]) -> SitePage:
    """Return the page of the data; `tables` are each table's name, meaning and number of rows."""
    rows = [
        tag(
            "tr",
            (tag("td", name), tag("td", meaning), tag("td", f"{count:,}", "figure"), _links(name)),
        )
        for name, meaning, count in tables
    ]
    since = site.brief.since
    how = (
        f"Each table is as of {site.as_of}. Since and compare are from {since}; openings has "
        "closings too. Columns and values are those of the command line and the API: as they are "
        "in the record, even where a spreadsheet would take them for a formula."
    )
    feeds = tag(
        "p",
        (
            tag("a", "Feed of changes", href="feeds/changes.atom"),
            " · ",
            tag("a", "Calendar of changes", href="feeds/changes.ics"),
        ),
    )
    heads = ("Table", "What it tells", "Rows", "Files")
    return SitePage(
        "data.html", "Data", (tag("h1", "Data"), tag("p", how), listed(heads, rows), feeds)
    )


def _question(site: Site) -> Question:
    question, since = site.brief.question, site.brief.since
    days = (since, site.as_of) if since < site.as_of else None
    return replace(question, closings=True, since=since, days=days)


def _links(name: str) -> Markup:
    links = [tag("a", form.upper(), href=f"data/{name}.{form}") for form in FORMS]
    return tag("td", (links[0], " ", links[1]))
