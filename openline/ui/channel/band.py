"""The band of one channel: its whole record, on one line."""

from typing import Final

import plotly.graph_objects as go

from openline.figures import Frames, Theme, band, band_alt, band_height
from openline.record.dates import show_day
from openline.sentences.channel import channel_headline
from openline.sentences.pictures import titled
from openline.sentences.runs import named, plain
from openline.ui.controls.figure import Drawn, plain_chart
from openline.ui.controls.legend import BAND_WORDS, LEGEND, band_how
from openline.ui.controls.places import place
from openline.ui.controls.save import FigureToSave, draw_figure_save, known_day
from openline.ui.controls.width import width
from openline.ui.data.looks import Look
from openline.ui.data.shared import shared
from openline.ui.markup.headings import heading
from openline.ui.markup.text import draw
from openline.ui.scene import Scene
from openline.view.figure_names import BAND

_BAND_KEY: Final = "ol_band"


def draw_band(scene: Scene) -> None:
    """Draw the band of the one channel of a scene, over its whole life."""
    drawn = _drawn(scene)
    wanted = _to_save(scene, drawn)
    with place("ol_band_head", horizontal=True, vertical_alignment="bottom"):
        draw(heading("The whole record of this channel") + band_how())
        draw_figure_save(scene, wanted)
    plain_chart(drawn, _BAND_KEY, band_height(width()), wanted.alt)


def band_figure(scene: Scene) -> FigureToSave | None:
    """Return the band of the one channel of a scene, to stand alone; None where there are
    several, or none."""
    return _to_save(scene, _drawn(scene)) if len(scene.tables.status) == 1 else None


def _drawn(scene: Scene) -> Drawn:
    frames, channel = scene.frames, int(scene.tables.status["channel_id"].iloc[0])
    return Drawn(
        ("band", scene.look, channel),
        lambda theme, layout: _band(scene.look, layout, theme, channel, frames),
    )


def _to_save(scene: Scene, drawn: Drawn) -> FigureToSave:
    row = scene.tables.status.iloc[0]
    said = f"{named(row)}: {plain(channel_headline(row)[1:])}"
    title = titled(said, (), f"as of {show_day(known_day(scene))}")
    alt = band_alt(scene.frames, int(row["channel_id"]))
    return FigureToSave(_BAND_KEY, drawn.make, BAND, title, (BAND_WORDS,), "spans", alt, LEGEND)


@shared
def _band(look: Look, layout: str, theme: Theme, channel: int, _frames: Frames) -> go.Figure:
    return band(_frames, channel, theme, layout)
