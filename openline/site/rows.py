"""Tables of channels on a page."""

from collections.abc import Callable, Iterable
from typing import Final

import pandas as pd

from openline.markup.links import Sourced, source_link
from openline.markup.text import Child, Markup, tag, unbroken
from openline.sentences.board import (
    BOARD_COLUMNS,
    BOARD_DATES,
    BOARD_LENGTHS,
    OVERDUE_DAYS,
    board_lengths,
    board_words,
)

_FIGURES: Final = {*BOARD_LENGTHS, "Rows"}
_MORE: Final = {"Last contact", "Days silent", "Last observed", "Cause", "Source"}
"""What a phone leaves to the channel's page."""


def board_html(rows: pd.DataFrame, leads: Callable[[int], str], *, with_parties: bool) -> Markup:
    """Return a status table as the board shows it, each channel linking to its page."""
    words = board_words(rows).join(board_lengths(rows)).to_dict("records")
    left_out = {"Moved", OVERDUE_DAYS, "" if with_parties else "Parties"}
    heads = [name for name in BOARD_COLUMNS if name not in left_out]
    cited = rows[["channel_id", "source", "source_url"]].to_dict("records")
    return listed(heads, [_row(*pair, leads, heads) for pair in zip(words, cited, strict=True)])


def listed(heads: Iterable[str], rows: Child, style_class: str = "") -> Markup:
    """Return a table with column heads; it scrolls on its own if it is too wide."""
    named = [tag("th", name, _style(name), scope="col") for name in heads]
    table = tag(
        "table",
        (tag("thead", tag("tr", named)), tag("tbody", rows)),
        f"rows {style_class}".rstrip(),
    )
    return tag("div", table, "scrolls", tabindex="0", role="region", aria_label="Table")


def state_word(state: object) -> Markup:
    """Return a state's word in its colour."""
    return tag("span", str(state), f"ol-word ol-{state}")


def _row(words: Sourced, row: Sourced, leads: Callable[[int], str], heads: list[str]) -> Markup:
    cells: dict[str, Child] = {
        **words,
        "State": state_word(words["State"]),
        "Channel": tag("a", words["Channel"], "named", href=leads(int(row["channel_id"]))),
        "Source": tag("span", source_link(row), "cited"),
        **{name: unbroken(words[name]) for name in BOARD_DATES},
    }
    return tag("tr", [tag("td", cells[name], _style(name)) for name in heads])


def _style(name: str) -> str:
    styles = ("figure" if name in _FIGURES else "", "more" if name in _MORE else "")
    return " ".join(filter(None, styles))
