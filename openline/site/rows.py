"""Tables of channels on a page."""

from collections.abc import Callable, Iterable
from typing import Final

import pandas as pd

from openline.markup.links import Row, source_link
from openline.markup.text import NOTHING, Child, Markup, joined, tag, unbroken
from openline.record.columns import CHANNEL, PARTIES
from openline.record.dates import show_date
from openline.sentences.runs import count_days_range, show_sides

_DATES: Final = {
    "Since": "since_text",
    "Last contact": "last_contact_text",
    "Last observed": "last_observed_text",
}
_LENGTHS: Final = {"Days in state": "days_in_state", "Days silent": "days_silent"}
_FIGURES: Final = {*_LENGTHS, "Rows"}
_SHOWN: Final = [
    *("channel_id", CHANNEL, PARTIES, "state", "cause", "source", "source_url"),
    *_DATES.values(),
    *(f"{column}{end}" for column in _LENGTHS.values() for end in ("", "_min", "_max")),
]
"""The columns of a status table that a row tells of."""
_MORE: Final = {"Last contact", "Days silent", "Last observed", "Cause", "Source"}
"""What a telephone leaves to the page of the channel."""


def board_html(rows: pd.DataFrame, leads: Callable[[int], str], *, with_parties: bool) -> Markup:
    """Return a status table as the board shows it, each channel leading to its page."""
    heads = ["State", "Channel", *(["Parties"] if with_parties else []), "Since", "Days in state"]
    heads += ["Last contact", "Days silent", "Last observed", "Cause", "Source"]
    body = [tag("tr", _cells(row, leads, heads)) for row in rows[_SHOWN].to_dict("records")]
    return listed(heads, body)


def listed(heads: Iterable[str], rows: Child, style_class: str = "") -> Markup:
    """Return a table with the names of its columns; it scrolls by itself where it is too wide."""
    named = [tag("th", name, _style(name), scope="col") for name in heads]
    table = tag(
        "table",
        (tag("thead", tag("tr", named)), tag("tbody", rows)),
        f"rows {style_class}".rstrip(),
    )
    return tag("div", table, "scrolls", tabindex="0", role="region", aria_label="Table")


def state_word(state: object) -> Markup:
    """Return the word of a state in its colour."""
    return tag("span", str(state), f"ol-word ol-{state}")


def _cells(row: Row, leads: Callable[[int], str], heads: list[str]) -> Markup:
    cells: dict[str, Child] = {
        "State": state_word(row["state"]),
        "Channel": tag("a", row[CHANNEL], "named", href=leads(int(row["channel_id"]))),
        "Parties": show_sides(row[PARTIES]),
        "Cause": "" if pd.isna(row["cause"]) else row["cause"],
        "Source": tag("span", source_link(row), "cited"),
    }
    cells |= {name: shown_date(row[column]) for name, column in _DATES.items()}
    cells |= {name: _days(row, column) for name, column in _LENGTHS.items()}
    return joined(tag("td", cells[name], _style(name)) for name in heads)


def shown_date(text: object) -> Markup:
    """Return a date as the file gave it, in words; nothing for a missing one."""
    return unbroken(show_date(text)) if isinstance(text, str) else NOTHING


def _days(row: Row, column: str) -> str:
    if pd.isna(row[column]):
        return ""
    words = count_days_range(row[f"{column}_min"], row[f"{column}_max"])
    return words.rpartition(" ")[0]


def _style(name: str) -> str:
    styles = ("figure" if name in _FIGURES else "", "more" if name in _MORE else "")
    return " ".join(filter(None, styles))
