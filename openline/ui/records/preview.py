"""Look at it: what a file says, before it is saved."""

from datetime import date
from typing import Final

from openline.analysis.evidence import gather
from openline.figures.axis import window_start
from openline.figures.frames import Frames
from openline.figures.timeline.rows import is_overview, ordered, page_count
from openline.figures.timeline.timeline import timeline, timeline_alt
from openline.markup.text import rich, tag
from openline.record.progress import Progress, silent
from openline.sentences.status import headline, several_parties
from openline.ui.controls.board import board, board_frame, board_lengths, current_theme
from openline.ui.controls.board_sizes import MOST_BOARD_ROWS, left_out_words
from openline.ui.controls.figure import Drawn, plain_chart
from openline.ui.controls.legend import legend
from openline.ui.controls.paging import draw_kept_pages, kept_page
from openline.ui.controls.width import width
from openline.ui.data.remembered import remembered
from openline.ui.markup.headings import section
from openline.ui.markup.text import draw
from openline.ui.records.check import Checked

_CHART: Final = "records_preview"
_PAGE: Final = "records_preview_page"
_RANGE: Final = "10y"
_SORT: Final = "severity"


def draw_preview(checked: Checked, today: date) -> None:
    """Draw what was read of a file: its sentence, its timeline and its board."""
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
    """Return what a file that has channels says on its last day; it is kept for as long as the
    file is the same."""
    day = checked.record.latest_day(today)

    def compute() -> Frames:
        progress(0.0, "Drawing what it says")
        return Frames.of(gather(checked.record, day))

    return remembered("preview", (checked.data, day), compute)


def _how(faulty: bool) -> str:
    if faulty:
        return "What the rows that could be read say, on the last day that they know."
    return "What the board will say, on the last day that the file knows. Is it what you mean?"


def _draw_timeline(checked: Checked, frames: Frames) -> None:
    pages = page_count(frames.status, _SORT)
    page = kept_page(_PAGE, pages)
    start = window_start(_RANGE, frames.as_of, frames.spans)
    draw(legend(is_overview(frames.status)))
    theme, layout = current_theme(), width()
    figure, alt = remembered(
        "preview figure",
        (checked.data, frames.as_of, theme, layout, page),
        lambda: (
            timeline(frames, theme, layout, start, _SORT, page),
            timeline_alt(frames, layout, start, causes=False),
        ),
    )
    drawn = Drawn((), lambda *_: figure)
    plain_chart(drawn, _CHART, alt)
    draw_kept_pages(_PAGE, pages)
