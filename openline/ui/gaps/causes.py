"""The causes on Gaps: what severed how many channels, for how long, and what is unhealed."""

from functools import partial

import pandas as pd
import plotly.graph_objects as go

from openline.analysis.causes import CAUSES, caused, causes
from openline.figures.gaps.causes import MOST_DRAWN, causes_figure
from openline.figures.theme import Theme
from openline.markup.text import tag
from openline.record.columns import CAUSE
from openline.sentences.causes import causes_alt, causes_how
from openline.sentences.pictures import causes_finding, causes_left
from openline.ui.controls.csv_file import to_download
from openline.ui.controls.places import place
from openline.ui.controls.save import FigureToSave, draw_figure_save, picture_title, up_to
from openline.ui.controls.width import width
from openline.ui.data.shared import made_once
from openline.ui.gaps.causes_list import causes_html
from openline.ui.gaps.open_cause import follow_opened
from openline.ui.gaps.sections import section_start
from openline.ui.markup.headings import heading
from openline.ui.markup.text import draw
from openline.ui.scene import Scene
from openline.view.figure_names import CAUSES as CAUSES_FIGURE


def draw_causes(scene: Scene) -> None:
    """Draw the causes of a scene's severances, each with its channels."""
    table = causes(scene.tables.evidence)
    with place("ol_causes_head", horizontal=True, vertical_alignment="bottom"):
        draw(section_start("causes", heading("What severed them")))
        if len(table):
            rows = table[list(CAUSES)]
            draw_figure_save(scene, _to_save(scene, table), lambda: to_download(rows))
    if len(table):
        of = (scene.look, scene.view.for_other_page(), width())
        draw(made_once("causes list", *of, make=partial(causes_html, scene)))
        follow_opened(scene)
    else:
        draw(tag("div", "No severance is on record here.", "ol-how"))


def causes_to_stand(scene: Scene) -> FigureToSave | None:
    """Return the causes of a scene's severances, to stand alone; None where there is none."""
    table = causes(scene.tables.evidence)
    return _to_save(scene, table) if len(table) else None


def _to_save(scene: Scene, table: pd.DataFrame) -> FigureToSave:
    """The picture of the list, which stands as a figure on no page."""
    rows = caused(scene.tables.evidence)

    def make(theme: Theme, layout: str) -> go.Figure:
        draw_it = partial(causes_figure, table, rows, theme, layout)
        return made_once("causes", scene.look, theme, layout, make=draw_it)

    title = picture_title(scene, causes_finding(table), up_to(scene))
    words = causes_left(table, MOST_DRAWN)
    named = int(rows[CAUSE].notna().sum())
    how = causes_how(len(rows), len(rows) if words else named)
    explained = tuple(filter(None, (how, words)))
    alt = causes_alt(table)
    return FigureToSave("ol_causes_list", make, CAUSES_FIGURE, title, explained, "causes", alt)
