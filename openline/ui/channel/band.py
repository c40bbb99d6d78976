"""The band of one channel: its whole record, or that of a range of days, on one line."""

from datetime import date
from functools import partial
from typing import Final

from openline.figures.axis import window_start
from openline.figures.timeline.band import band, band_alt
from openline.markup.text import tag
from openline.record.columns import LIVING_STATES
from openline.record.dates import show_day
from openline.record.frames import Frame, Moment
from openline.sentences.channel import band_title, channel_headline
from openline.sentences.pictures import none_yet, past_words, range_words, titled
from openline.sentences.runs import named, plain
from openline.ui.controls.figure import Drawn, drawn_once, plain_chart
from openline.ui.controls.legend import BAND_WORDS, band_how
from openline.ui.controls.places import place
from openline.ui.controls.save import FigureToSave, draw_figure_save, known_day
from openline.ui.controls.years import draw_ranged_head
from openline.ui.markup.headings import heading
from openline.ui.markup.text import draw
from openline.ui.scene import Scene
from openline.view.figure_names import BAND
from openline.view.stretch import stretch_until

_BAND_KEY: Final = "ol_band"


def draw_band(looked: Scene) -> None:
    """Draw the band of the one channel of a scene, in the days of its range."""
    scene = looked.ranged
    draw_ranged_head("ol_band_head", heading(band_title(_days(looked))), looked)
    if not len(scene.tables.status):
        draw(tag("div", none_yet(scene.as_of), "ol-how"))
        return
    drawn = _drawn(scene)
    wanted = _to_save(scene, drawn)
    with place("ol_band_how", horizontal=True):
        past = past_words(scene.as_of, looked.as_of) if scene is not looked else ""
        draw(band_how(past))
        draw_figure_save(scene, wanted)
    plain_chart(drawn, _BAND_KEY, wanted.alt)


def band_figure(looked: Scene) -> FigureToSave | None:
    """Return the band of the one channel of a scene, to show alone; None where there is not exactly
    one."""
    scene = looked.ranged
    return _to_save(scene, _drawn(scene)) if len(scene.tables.status) == 1 else None


def of_range(scene: Scene, observations: Frame) -> Frame:
    """Return the observations on the days that the band shows."""
    days = _days(scene)
    if days is None:
        return observations
    earliest = observations["earliest"].dt.date
    return observations[(earliest >= days[0]) & (earliest <= days[1])]


def _days(looked: Scene) -> tuple[date, date] | None:
    """Return the first and last day of a band; None where it leaves out nothing of the channel."""
    ranged, seen = looked.ranged, looked.tables.evidence.observations
    first = min(looked.tables.spans["start"].min(), seen["earliest"].min())
    start = _start(looked)
    return None if ranged is looked and start <= first else (start.date(), ranged.as_of)


def _start(scene: Scene) -> Moment:
    return window_start(scene.range, scene.tables.evidence.as_of, scene.tables.spans)


def _drawn(scene: Scene) -> Drawn:
    channel = int(scene.tables.status["channel_id"].iloc[0])
    start = None if scene.range == "all" else _start(scene)
    of = ("band", scene.look, channel, scene.range)
    return drawn_once(of, partial(band, scene.frames, channel, start=start))


def _to_save(scene: Scene, drawn: Drawn) -> FigureToSave:
    row, start = scene.tables.status.iloc[0], _start(scene)
    said = f"{named(row)}: {plain(channel_headline(row)[1:])}"
    own = stretch_until(scene.range, scene.as_of)
    day = range_words(*own) if own else f"as of {show_day(known_day(scene))}"
    days = own or _days(scene)
    return FigureToSave(
        _BAND_KEY,
        drawn.make,
        BAND,
        titled(said, (), day),
        (BAND_WORDS,),
        "spans",
        band_alt(scene.frames, int(row["channel_id"]), start if days else None),
        LIVING_STATES,
        days=days,
    )
