"""The history of gaps on the page Gaps: the days of the range, one page of channels at a time."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from openline.analysis.gaps import SEVERANCE, SILENCE, gaps
from openline.figures.axis import window_start
from openline.figures.gaps.history import gap_rows, gaps_history, gaps_history_alt, in_window
from openline.figures.theme import LIGHT, WIDE
from openline.markup.text import rich, tag
from openline.record.frames import Frame, Moment
from openline.sentences.gaps import history_how, no_gap
from openline.sentences.pictures import history_finding, past_words, range_words
from openline.sentences.runs import count
from openline.ui.controls.csv_file import answer_bytes
from openline.ui.controls.figure import Drawn, choice_chart, drawn_once
from openline.ui.controls.folding import draw_rows, rows_shown
from openline.ui.controls.paging import draw_pages, shown_page
from openline.ui.controls.save import FigureToSave, picture_title
from openline.ui.controls.years import draw_ranged_head
from openline.ui.data.looks import Look
from openline.ui.data.shared import shared
from openline.ui.gaps.figures import SECTION_TITLES, draw_how, gaps_figure
from openline.ui.gaps.lists import history_html
from openline.ui.gaps.sections import MOST_PAST, printed_first, section_start
from openline.ui.markup.headings import heading
from openline.ui.markup.terms import with_terms
from openline.ui.markup.text import draw
from openline.ui.scene import Scene
from openline.view.figure_names import HISTORY

_PART: Final = HISTORY
_KEY: Final = "ol_gaps_history"
_ROWS_A_PAGE: Final = 40


@dataclass(frozen=True, eq=False)
class _History:
    """The content of the range: its first day, its gaps, a row for each of their channels, and
    whether other gaps ended before it."""

    start: Moment
    gaps: Frame
    rows: Frame
    before: bool


def draw_gap_history(looked: Scene) -> None:
    """Draw the history of gaps in the days of a scene's range."""
    scene = looked.ranged
    history = _history(scene.look, scene.view.min_days, scene.view.range, scene)
    draw_ranged_head("ol_head", section_start(_PART, heading(SECTION_TITLES[_PART])), looked)
    pages = max(1, -(-len(history.rows) // _ROWS_A_PAGE))
    page = shown_page(scene.view, pages)
    if not len(history.rows):
        draw(tag("div", rich(no_gap(scene.as_of, history.before)), "ol-how"))
        return
    rows = history.rows.iloc[(page - 1) * _ROWS_A_PAGE : page * _ROWS_A_PAGE]
    past = past_words(scene.as_of, looked.as_of) if scene is not looked else ""
    wanted = _to_save(scene, history, rows)
    _draw_words(scene, history, wanted, past)
    _draw_page(scene, history, rows)
    draw(history_html(scene, history.gaps, rows, page))
    draw_pages(pages)


def history_figure(looked: Scene) -> FigureToSave | None:
    """Return the history of gaps in the days of a scene's range, to show alone; None where it has
    none."""
    scene = looked.ranged
    history = _history(scene.look, scene.view.min_days, scene.view.range, scene)
    if not len(history.rows):
        return None
    page = min(scene.view.page, -(-len(history.rows) // _ROWS_A_PAGE))
    rows = history.rows.iloc[(page - 1) * _ROWS_A_PAGE : page * _ROWS_A_PAGE]
    return _to_save(scene, history, rows)


def _draw_page(scene: Scene, history: _History, rows: Frame) -> None:
    """Draw the channels of a page, or the first of them where the window is narrow."""
    drawn = rows.head(rows_shown(_PART, len(rows)))
    alt = gaps_history_alt(history.gaps, drawn, history.start, scene.tables.evidence.as_of)
    choice_chart(_drawn(scene, history, rows, drawn), _KEY, alt)
    draw_rows(_PART, len(rows))
    draw(printed_first(len(history.rows), "channels with gaps", MOST_PAST))


def _drawn(scene: Scene, history: _History, rows: Frame, drawn: Frame) -> Drawn:
    """Return the figure of the drawn rows of a page; paper shows all rows of the page."""
    asked = (_PART, scene.look, scene.view.min_days, scene.view.range)

    def of_rows(rows: Frame) -> Drawn:
        draw_it = partial(gaps_history, scene.frames, history.gaps, rows, history.start)
        return drawn_once((*asked, tuple(rows["channel_id"])), draw_it)

    printed = rows.head(MOST_PAST)
    return Drawn(
        of_rows(rows).of, of_rows(drawn).make, lambda: [of_rows(printed).make(LIGHT, WIDE)]
    )


def _to_save(scene: Scene, history: _History, rows: Frame) -> FigureToSave:
    bars, lines = _counts(history)
    going = history.gaps[history.gaps["ongoing"].astype(bool)]["gap"].value_counts()
    ongoing = (int(going.get(SEVERANCE, 0)), int(going.get(SILENCE, 0)))
    days = (history.start.date(), scene.as_of)
    title = picture_title(scene, history_finding(bars, lines, ongoing), range_words(*days))
    alt = gaps_history_alt(history.gaps, rows, history.start, scene.tables.evidence.as_of)
    make, how = _drawn(scene, history, rows, rows).make, history_how(bars, lines, history.before)
    return gaps_figure(_PART, make, title, how, alt, days=days)


def _counts(history: _History) -> tuple[int, int]:
    """Return how many severances there are, and how many silences."""
    kinds = history.gaps["gap"].value_counts()
    return int(kinds.get(SEVERANCE, 0)), int(kinds.get(SILENCE, 0))


def _draw_words(scene: Scene, history: _History, wanted: FigureToSave, past: str) -> None:
    bars, lines = _counts(history)
    how = history_how(bars, lines, history.before)
    markup = with_terms(
        f"{how} {past}".strip(), _PART, _noun(SEVERANCE, bars), _noun(SILENCE, lines)
    )
    draw_how(scene, wanted, markup, lambda: answer_bytes("gaps", scene))


def _noun(kind: str, number: int) -> str:
    """Return the word for a kind, in the singular or plural as the number requires."""
    return count(number, kind).split()[-1]


@shared
def _history(look: Look, min_days: int, range_name: str, _scene: Scene) -> _History:
    evidence = _scene.tables.evidence
    everything = gaps(evidence, min_days)
    start = window_start(range_name, evidence.as_of, _scene.tables.spans)
    recent = in_window(everything, start)
    return _History(start, recent, gap_rows(recent), len(recent) < len(everything))
