"""Look at it: what a file says before it is saved, and how its first rows are now read."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import plotly.graph_objects as go

from openline.analysis.evidence import gather
from openline.figures.axis import window_start
from openline.figures.frames import Frames
from openline.figures.theme import LIGHT, WIDE, Theme
from openline.figures.timeline.rows import is_overview, ordered, page_count
from openline.figures.timeline.timeline import timeline, timeline_alt
from openline.intake.source import Source
from openline.intake.written_rows import Row
from openline.markup.tables import heads_of, table_of
from openline.markup.text import NOTHING, Markup, rich, tag
from openline.record.columns import (
    CHANNEL,
    DATE,
    END,
    EVENT,
    PARTIES,
    PARTIES_SEPARATOR,
    START,
    STATE,
)
from openline.record.dates import DateRange, parse_date, show_date
from openline.record.delimited import normal_name
from openline.record.problems import ERROR
from openline.record.progress import Progress, silent
from openline.sentences.board import board_lengths
from openline.sentences.runs import count, show_sides
from openline.sentences.status import headline, several_parties
from openline.ui.controls.board import board, board_frame, current_theme
from openline.ui.controls.board_sizes import MOST_BOARD_ROWS, left_out_words
from openline.ui.controls.figure import Drawn, plain_chart
from openline.ui.controls.legend import legend
from openline.ui.controls.paging import draw_kept_pages, kept_page
from openline.ui.controls.width import width
from openline.ui.data.remembered import remembered
from openline.ui.markup.headings import section
from openline.ui.markup.text import draw
from openline.ui.records.check import Checked, source_of
from openline.ui.records.file import faults_of
from openline.view.readers import shorten

_CHART: Final = "records_preview"
_PAGE: Final = "records_preview_page"
_RANGE: Final = "10y"
_SORT: Final = "severity"
_FIRST_ROWS: Final = 10
_COLUMNS: Final = (PARTIES, CHANNEL, DATE, START, END, EVENT, STATE)
_DATES: Final = frozenset({DATE, START, END})
_Faults = Mapping[str, tuple[str, str]]


def draw_preview(checked: Checked, today: date) -> None:
    """Draw what a file says: its sentence, its timeline and its board."""
    if not len(checked.record.channels):
        return
    frames, day = see_file(checked, today), checked.record.latest_day(today)
    status = frames.status
    draw(section("Look at it", _how(bool(checked.errors))))
    if not len(status):
        draw(tag("p", "All its rows are dated in the future.", "ol-second"))
        return
    draw(tag("p", rich(headline(day, status)), "ol-second"))
    _draw_timeline(checked, frames)
    rows = ordered(status, _SORT, by_parties=False).head(MOST_BOARD_ROWS)
    if words := left_out_words(len(status)):
        draw(tag("p", f"The board below:{words}", "ol-how"))
    board(board_frame(rows, several_parties(rows)), board_lengths(rows), "records_board")


def see_file(checked: Checked, today: date, progress: Progress = silent) -> Frames:
    """Return what a file with channels says on its last day. The answer is kept as long as the
    file is the same."""
    day = checked.record.latest_day(today)

    def compute() -> Frames:
        progress(0.0, "Drawing what it says")
        return Frames.of(gather(checked.record, day))

    return remembered("preview", (checked.data, day), compute)


def _how(faulty: bool) -> str:
    if faulty:
        return "What the readable rows say, on the last day that they cover."
    return "What the board will say, on the last day that the file covers. Is it what you mean?"


def _draw_timeline(checked: Checked, frames: Frames) -> None:
    pages = page_count(frames.status, _SORT)
    page = kept_page(_PAGE, pages)
    start = window_start(_RANGE, frames.as_of, frames.spans)
    draw(legend(is_overview(frames.status)))
    theme, layout = current_theme(), width()

    def make(theme: Theme, layout: str) -> go.Figure:
        return timeline(frames, theme, layout, start, _SORT, page)

    figure, alt = remembered(
        "preview figure",
        (checked.data, frames.as_of, theme, layout, page),
        lambda: (make(theme, layout), timeline_alt(frames, layout, start, causes=False)),
    )
    of = "preview", checked.record.digest, frames.as_of, page
    drawn = Drawn(of, lambda *_: figure, lambda: [make(LIGHT, WIDE)])
    plain_chart(drawn, _CHART, alt)
    draw_kept_pages(_PAGE, pages)


def draw_reading(checked: Checked, today: date) -> None:
    """Draw the first rows of a file as they are now read, and their headline."""
    source = checked.source or source_of(checked.data)
    if source is None or not source.rows:
        return
    how = "The first rows, and what the whole file says so far. Is it what you mean?"
    draw(section("As it is read", how))
    if len(checked.record.channels):
        status = see_file(checked, today).status
        if len(status):
            day = checked.record.latest_day(today)
            draw(tag("p", rich(headline(day, status)), "ol-second"))
            if words := unread_words(checked, source):
                draw(tag("p", words, "ol-how"))
    else:
        draw(tag("p", "No row can be read yet.", "ol-second"))
    given = (checked.data,)
    faults = remembered("reading_faults", given, lambda: faults_of(checked.problems))
    draw(reading_html(source, faults))


def unread_words(checked: Checked, source: Source) -> str:
    """Say how many lines below the header cannot be read yet, "" if none. Some lines with errors
    are read: two that contradict each other, for example."""
    first, read = source.header.line, set(checked.record.observations["line"].tolist())
    faulty = {item.line for item in checked.errors if item.line and item.line > first}
    if not (lines := len(faulty - read)):
        return ""
    least = "at least " if checked.record.count(ERROR) > len(checked.record.errors) else ""
    return f"Leaves out {least}{count(lines, 'line')} that cannot be read yet."


def reading_html(source: Source, faults: Mapping[int, _Faults]) -> Markup:
    """Return the first rows of a file under the format's columns, with dates in words and faults
    marked."""
    normal = [normal_name(name) for name in source.header.cells]
    places: dict[str, int] = {name: normal.index(name) for name in _COLUMNS if name in normal}
    if not places:
        return NOTHING
    rows = source.rows.on(source.rows.lines_with_content(source.header.line)[:_FIRST_ROWS])
    body = (_row(row, places, faults.get(row.line, {})) for row in rows)
    table = table_of(heads_of(["line", *places], ["line"]), body)
    label = "The first rows as they are read"
    return tag("div", table, "ol-file", tabindex=0, role="region", aria_label=label)


def _row(row: Row, places: Mapping[str, int], faults: _Faults) -> Markup:
    line = tag("td", f"{row.line:,}", "ol-figure")
    cells = (_cell(row.cells, name, places[name], faults) for name in places)
    return tag("tr", (line, cells))


def _cell(cells: Sequence[str], name: str, place: int, faults: _Faults) -> Markup:
    text = cells[place].strip() if place < len(cells) else ""
    fault = faults.get(name) or (faults.get("") if not text else None)
    if fault is not None and fault[0] == "error":
        content = shorten(text) or tag("i", "empty")
        return tag("td", content, "ol-fault ol-fault-error", title=fault[1])
    return tag("td", shorten(_said(name, text)) or "\u00a0")


def _said(name: str, text: str) -> str:
    if name in _DATES:
        own = parse_date(text)
        return show_date(own.text) if isinstance(own, DateRange) else text
    if name != PARTIES or not text:
        return text
    sides = (" ".join(side.split()) for side in text.split(";"))
    return show_sides(PARTIES_SEPARATOR.join(filter(None, sides)))
