"""The figure of the page Openings: openings and closings by quarter, as bars and as a table."""

from typing import Any, Final

from openline.analysis.openings import ALL_DAYS, openings
from openline.figures.axis import window_start
from openline.figures.openings.periods import PERIODS, Counted, period_name
from openline.figures.openings.quarters import counted_moves, quarters, quarters_alt
from openline.markup.tables import table_of
from openline.markup.text import Markup, tag
from openline.record.dates import show_day
from openline.record.frames import Frame
from openline.sentences.pictures import moves_finding, past_words, range_words
from openline.ui.controls.csv_file import to_download
from openline.ui.controls.figure import Drawn, drawn_once, plain_chart
from openline.ui.controls.places import place
from openline.ui.controls.save import FigureToSave, draw_figure_save, picture_title
from openline.ui.controls.width import width
from openline.ui.controls.years import draw_ranged_head
from openline.ui.data.looks import Look
from openline.ui.data.shared import shared
from openline.ui.markup.headings import heading
from openline.ui.markup.text import draw
from openline.ui.scene import Scene
from openline.view.figure_names import COUNTS

_KEY: Final = "ol_quarters"
_HOW: Final = (
    "Each count is one channel's move; above the line it opened or widened, below it was "
    "severed, narrowed or ended."
)
_HEADS: Final = (
    "Openings",
    "changed a state",
    "ended a silence",
    "Closings",
    "severed",
    "narrowed or ended",
)


def draw_quarters(looked: Scene) -> None:
    """Draw the openings and closings of a scene's range."""
    scene = looked.ranged
    counted = _found(scene, width())
    head = heading(f"Openings and closings by {counted.period.name}")
    draw_ranged_head("ol_openings_head", head, looked)
    drawn = _drawn(scene)
    with place("ol_openings_how", horizontal=True):
        past = past_words(scene.as_of, looked.as_of) if scene is not looked else ""
        draw(tag("div", f"{_how(counted)} {past}".strip(), "ol-how"))
        if not len(counted.moves):
            return
        wanted = _to_save(scene, counted, drawn)
        draw_figure_save(scene, wanted, lambda: to_download(counted.counts))
    plain_chart(drawn, _KEY, wanted.alt)
    draw(periods_html(counted))


def counts_figure(looked: Scene) -> FigureToSave | None:
    """Return the openings and closings of a scene's range, to show alone; None where it has
    none."""
    scene = looked.ranged
    counted = _found(scene, width())
    return _to_save(scene, counted, _drawn(scene)) if len(counted.moves) else None


def _to_save(scene: Scene, counted: Counted, drawn: Drawn) -> FigureToSave:
    days = (counted.counts["start"].iloc[0].date(), scene.as_of)
    title, alt = picture_title(scene, _finding(counted), range_words(*days)), quarters_alt(counted)
    return FigureToSave(
        _KEY, drawn.make, COUNTS, title, (_HOW,), "openings", alt, drawn=True, days=days
    )


def all_moves(scene: Scene) -> Frame:
    """Return the openings table for all days of a scene."""
    return openings(scene.tables.evidence, ALL_DAYS, scene.view.min_days)


def _drawn(scene: Scene) -> Drawn:
    of = ("counts", scene.look, scene.view.range, scene.view.min_days)
    return drawn_once(of, lambda theme, layout: quarters(_found(scene, layout), theme, layout))


def _found(scene: Scene, layout: str) -> Counted:
    return _counted(scene.look, scene.view.range, scene.view.min_days, layout, scene)


def _finding(counted: Counted) -> str:
    """Return the finding of a picture: how many of each, and when most closings were."""
    counts = counted.counts
    closings = counts["severed"] + counts["lowered"]
    most = int(closings.max())
    article = "the " if counted.period == PERIODS[0] else ""
    names = [period_name(day, counted.period) for day in counts["start"][closings == most]]
    when = [f"{article}{name}" for name in names]
    return moves_finding(
        len(counted.moves) - int(closings.sum()), int(closings.sum()), (most, when)
    )


def _how(counted: Counted) -> str:
    if len(counted.moves):
        return _HOW
    return f"None from {show_day(counted.counts['start'].iloc[0])} to {show_day(counted.as_of)}."


@shared
def _counted(look: Look, range_name: str, min_days: int, layout: str, _scene: Scene) -> Counted:
    as_of, spans = _scene.tables.evidence.as_of, _scene.tables.spans
    start = window_start(range_name, as_of, spans)
    return counted_moves(
        all_moves(_scene), as_of, start, bool((spans["start"] < start).any()), layout
    )


def periods_html(counted: Counted) -> Markup:
    """Return the counts as a table that opens, the newest period first."""
    period = counted.period.name
    first = tag("th", period.capitalize(), scope="col")
    heads = [tag("th", head, "ol-figure", scope="col") for head in _HEADS]
    body = (_row(row, counted) for row in counted.counts.iloc[::-1].itertuples())
    table = table_of([first, *heads], body, "ol-counts")
    words = f"The counts as a table, {period} by {period}"
    # An element that scrolls must be reachable by keyboard.
    scrolled = tag("div", table, "ol-scrolled", tabindex=0, role="region", aria_label=words)
    return tag("details", (tag("summary", words), scrolled), "ol-details")


def _row(row: Any, counted: Counted) -> Markup:
    opened, closed = row.raised + row.resumed, row.severed + row.lowered
    numbers = (opened, row.raised, row.resumed, closed, row.severed, row.lowered)
    cells = [tag("td", f"{number:,}", "ol-figure") for number in numbers]
    name = period_name(row.start, counted.period)
    return tag("tr", (tag("th", name, scope="row"), cells))
