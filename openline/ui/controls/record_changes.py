"""What differs between two records: in a sentence, by channel and by row."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from openline.analysis.difference import Difference, difference, status_difference
from openline.analysis.evidence import gather
from openline.formats.cells import visible_cells
from openline.markup.text import Markup, rich, tag
from openline.record.frames import Frame
from openline.record.record import Record
from openline.sentences.runs import count
from openline.sentences.saved import change_sentence, standing_words
from openline.ui.data.remembered import remembered
from openline.ui.markup.text import draw

_MOST_STANDING: Final = 20
_MOST_ROWS: Final = 1000
_ROW: Final = 30
_EDGE: Final = 36
_MOST_HEIGHT: Final = 396
_COLUMNS: Final = {
    "change": "Change",
    "line": "Line",
    "parties": "Parties",
    "channel": "Channel",
    "date": "Date",
    "event": "Event",
    "state": "State",
    "columns": "What differs",
    "summary": "Summary",
}


@dataclass(frozen=True, eq=False)
class Changes:
    """What differs between two records, row by row, and the channels whose status differs: the
    table of `openline.analysis.difference.status_difference`."""

    difference: Difference
    standing: Frame


def changes(name: str, before: Record, after: Record, today: date) -> Changes:
    """Return what differs between two records; channels are compared on the last day of the later
    one. The session keeps the result by `name`."""

    def compute() -> Changes:
        day = max(before.latest_day(today), after.latest_day(today))
        standing = status_difference(gather(before, day), gather(after, day))
        return Changes(difference(before, after), standing)

    return remembered(f"changes_{name}", (before.digest, after.digest, today), compute)


def changes_html(changed: Changes) -> Markup:
    """Return the sentence on what differs, and the channels whose status differs."""
    words = change_sentence(changed.difference.rows, changed.standing)
    listed = [
        tag("div", rich(standing_words(row)), "ol-item")
        for _, row in changed.standing.head(_MOST_STANDING).iterrows()
    ]
    more = len(changed.standing) - _MOST_STANDING
    if more > 0:
        listed.append(tag("div", f"and {count(more, 'further channel')}", "ol-item ol-muted"))
    return tag("p", words, "ol-changes") + tag("div", listed, "ol-standing")


def rows_table(rows: Frame) -> Frame:
    """Return the rows that differ, for display: `Change, Line, Parties, Channel, Date, Event,
    State, What differs, Summary`; the line is that in the later file or, for a removed row, in the
    earlier one."""
    line = rows["after_line"].fillna(rows["before_line"])
    named = rows.assign(line=line, columns=rows["columns"].str.replace("_", " "))
    table = named[list(_COLUMNS)].rename(columns=_COLUMNS)
    texts = [name for name in table if name != "Line"]
    table[texts] = table[texts].fillna("")
    return table.reset_index(drop=True)


def draw_changes(changed: Changes, key: str) -> None:
    """Draw what differs between two records."""
    draw(changes_html(changed))
    rows = changed.difference.rows
    if not len(rows):
        return
    cells = visible_cells(rows_table(rows.head(_MOST_ROWS)))
    st.dataframe(
        cells,
        key=key,
        hide_index=True,
        row_height=_ROW,
        height=min(_ROW * len(cells) + _EDGE, _MOST_HEIGHT),
        alt="The rows that differ",
    )
    more = len(rows) - _MOST_ROWS
    if more > 0:
        draw(tag("div", f"{count(more, 'further row')} not shown.", "ol-how"))
