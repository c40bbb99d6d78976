"""The board: one row per channel, as a table to read and choose from, and as one to print."""

from itertools import cycle
from typing import Any, Final

import pandas as pd
import streamlit as st

from openline.figures.names import cut_apart
from openline.figures.theme import DARK, LIGHT, Theme
from openline.formats.cells import visible_cells
from openline.markup.links import outside_link, safe_url
from openline.markup.tables import heads_of, table_of
from openline.markup.text import Markup, tag
from openline.sentences.board import (
    BOARD_COLUMNS,
    BOARD_DATES,
    BOARD_LENGTHS,
    OVERDUE_DAYS,
    board_words,
)
from openline.sentences.since import change_mark
from openline.ui.controls.board_sizes import (
    CUT_COLUMNS,
    ROW_HEIGHT,
    beyond_edge,
    board_height,
    column_widths,
    letters,
)
from openline.ui.markup.headings import heading

BOARD_KEY: Final = "ol_board_rows"
_MOST_DRESSED: Final = 500
_CHOSEN: Final = "openline_board_chosen"
_HELP: Final = {
    "State": "The state on the as-of day",
    "Moved": "How the channel has moved since the day chosen at the top",
    "Since": "The day on which the state began",
    "Days in state": "Days in the state, to the as-of day",
    "Last contact": "The day of the latest recorded contact",
    "Days silent": "Days since the latest contact; empty where none is on record, where use is "
    "routine and not logged, and once ended",
    "Days overdue": "Days past the expected contact, if none came within twice that interval",
    "Last observed": "The day of the latest observation of any kind",
}
_FIGURES: Final = (*BOARD_LENGTHS, OVERDUE_DAYS)
_DASH: Final = "–"
_LONGEST_DATE: Final = len("14–16 Aug 2023")


def board_frame(status: pd.DataFrame, with_parties: bool) -> pd.DataFrame:
    """Return a status table as the board shows it, in the same row order.

    Columns: `State, Channel, Parties` (where several are shown), `Moved` (where any did: the
    column `moved` of the table), `Since, Days in state, Last contact, Days silent`, `Days
    overdue` (where any are), `Last observed, Cause, Source`; dates as the file gave them, lengths
    in days, `Source` an http or https address.
    """
    status = status.reset_index(drop=True)
    frame = board_words(status).assign(Source=[safe_url(url) for url in status["source_url"]])
    for name, column in BOARD_LENGTHS.items():
        frame[name] = status[column].astype("Int64")
    if "moved" in status and status["moved"].notna().any():
        words = status["moved"]
        frame["Moved"] = [change_mark(word) if isinstance(word, str) else "" for word in words]
    if status["overdue"].eq(True).any():
        frame[OVERDUE_DAYS] = status["days_overdue"].astype("Int64")
    left_out = () if with_parties else ("Parties",)
    last = beyond_edge([*frame.columns.drop(list(left_out))])
    names = [name for name in BOARD_COLUMNS if name in frame and name not in (*left_out, *last)]
    names += last
    return visible_cells(frame[names])


def board(frame: pd.DataFrame, lengths: pd.DataFrame, key: str = BOARD_KEY) -> None:
    """Draw the board, with lengths in the words of `board_lengths`; `chosen_row` returns the chosen
    row in the next run. A board with another key is only for reading."""
    # A column is narrower than the longest interval, which is written in words that fit.
    dates = {name: [fitting_date(text) for text in frame[name]] for name in BOARD_DATES}
    cells = frame.assign(**dates)
    widths = column_widths(cells, lengths)
    height = board_height(len(frame))
    chosen: dict[str, Any] = {"on_select": _choose, "selection_mode": "single-row"}
    with st.container(key="ol_board", height=height + 2, border=False):
        st.dataframe(
            _dressed(cells, lengths, widths, current_theme()),
            height=height,
            row_height=ROW_HEIGHT,
            hide_index=True,
            column_config=_columns(widths),
            key=key,
            placeholder="",
            alt="The board: one row per channel. Arrow keys move around it; Shift and Space "
            "together open the row's channel.",
            **(chosen if key == BOARD_KEY else {}),
        )


def chosen_row() -> int | None:
    """Return the position of the row chosen since the last run, once."""
    row: int | None = st.session_state.pop(_CHOSEN, None)
    return row


def print_board(
    frame: pd.DataFrame, lengths: pd.DataFrame, sources: pd.Series, fits: bool
) -> Markup:
    """Return the board as an HTML table that only print shows; if it does not fit (`fits`) on one
    sheet with the timeline, return words that say where it is.

    `lengths`: the lengths in words; `sources`: the citations, one per row.
    """
    if not fits:
        words = f"The board of these {len(frame):,} channels, with days, causes and sources, "
        return tag("div", f"{words}is at the address below.", "ol-print ol-muted ol-source")
    rows = []
    frame = frame.assign(**{name: lengths[name] for name in BOARD_LENGTHS})
    for row, source in zip(frame.to_dict("records"), sources, strict=True):
        cells = [_cell(name, row[name], source) for name in frame]
        rows.append(tag("tr", cells))
    table = table_of(heads_of(frame, _FIGURES), rows, "ol-board")
    return tag("div", heading("The board") + table, "ol-print")


def current_theme() -> Theme:
    """Return the theme of the viewer's page."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def _cell(name: str, value: Any, source: object) -> Markup:
    if name == "State":
        return tag("td", tag("span", value, f"ol-word ol-{value}"))
    if name == "Source":
        return tag("td", outside_link("source" if value else source, value))
    text = "" if pd.isna(value) else f"{value:,}" if name == OVERDUE_DAYS else value
    style = "ol-date" if name in (*BOARD_DATES, "Moved") else ""
    return tag("td", text, "ol-figure" if name in _FIGURES else style)


def _choose() -> None:
    rows = st.session_state[BOARD_KEY].selection.rows
    if rows:
        st.session_state[_CHOSEN] = rows[0]


def _dressed(
    frame: pd.DataFrame, lengths: pd.DataFrame, widths: dict[str, int], theme: Theme
) -> object:
    """Return the board with state words in colour, lengths in words and long text cut, unless that
    costs too much. The value of a cell stays whole."""
    if len(frame) > _MOST_DRESSED:
        return frame

    def colour(state: str) -> str:
        return f"color: {theme.word(state)}"

    style = frame.style.map(colour, subset=["State"])
    for name in frame.columns.intersection(CUT_COLUMNS):
        short = cut_apart(frame[name], letters(widths[name]))
        style = style.format(short.__getitem__, subset=[name])
    for name in BOARD_LENGTHS:
        # Each time that it is drawn, a column's cells are requested from top to bottom.
        words = cycle(lengths[name])
        style = style.format(lambda _, words=words: next(words), subset=[name])
    if OVERDUE_DAYS in frame:
        style = style.format("{:,}", na_rep="", subset=[OVERDUE_DAYS])
    return style


def fitting_date(text: str) -> str:
    """Return a shown date; an interval too long for a column is given by its months or years.

    A column is as wide as its longest date, so that a single long one would take room from names.

    >>> fitting_date("7 Feb – 30 Nov 2020"), fitting_date("30 Dec 2021 – 30 Mar 2022")
    ('Feb–Nov 2020', '2021–2022')
    """
    first, dash, last = text.partition(" – ")
    if not dash or len(text) <= _LONGEST_DATE:
        return text
    begun, ended = first.split(), last.split()
    if begun[-1] == ended[-1]:
        begun = begun[:-1] or begun
    if begun[-1].isdigit():
        return _DASH.join(dict.fromkeys((begun[-1], ended[-1])))
    return f"{begun[-1]}{_DASH}{' '.join(ended[-2:])}"


def _columns(widths: dict[str, int]) -> dict[str, Any]:
    config: dict[str, Any] = {}
    number = st.column_config.NumberColumn
    for name in BOARD_COLUMNS[:-1]:
        if name in widths:
            column = number if name in _FIGURES else st.column_config.TextColumn
            config[name] = column(name, width=widths[name], help=_HELP.get(name))
    config["Source"] = st.column_config.LinkColumn(
        "Source", width=widths["Source"], display_text="source"
    )
    return config
