"""The dumbbell on the page Compare."""

from dataclasses import replace
from datetime import date
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from openline.figures.compare.dumbbell import dumbbell, dumbbell_alt, dumbbell_height
from openline.figures.theme import Theme
from openline.record.dates import show_day
from openline.sentences.compare import changed
from openline.sentences.runs import count
from openline.sentences.status import COUNTED
from openline.ui.compare.days import Days
from openline.ui.controls.figure import Drawn, choice_chart
from openline.ui.controls.save import FigureToSave
from openline.ui.controls.width import width
from openline.ui.data.looks import Look
from openline.ui.data.shared import shared
from openline.ui.scene import Scene
from openline.view.figure_names import CHANGES

_KEY: Final = "ol_dumbbell"


def drawn_dumbbell(scene: Scene, days: Days, compared: pd.DataFrame, page: int) -> Drawn:
    """Return how a page of the dumbbell is made."""
    look = replace(scene.look, as_of=days.second)
    return Drawn(
        ("changes", look, days.first, page),
        lambda theme, layout: _figure(look, days.first, page, layout, theme, compared),
    )


def draw_dumbbell(drawn: Drawn, days: Days, compared: pd.DataFrame, page: int) -> None:
    """Draw a page of the dumbbell; a row that is chosen opens its channel."""
    choice_chart(drawn, _KEY, dumbbell_height(compared, width(), page), _alt(days, compared))


def _alt(days: Days, compared: pd.DataFrame) -> str:
    return dumbbell_alt(compared, (pd.Timestamp(days.first), pd.Timestamp(days.second)))


def dumbbell_to_save(drawn: Drawn, title: str, days: Days, compared: pd.DataFrame) -> FigureToSave:
    """Return what can be taken from the dumbbell; `title` is what its picture finds."""
    first, second = show_day(days.first), show_day(days.second)
    rows = changed(compared)
    left = f"Left out: {count(len(compared) - len(rows), 'channel')} with one state on both days."
    states = {*rows["from_state"].dropna(), *rows["to_state"]}
    return FigureToSave(
        _KEY,
        drawn.make,
        CHANGES,
        title,
        (
            f"Small mark: {first}; large mark: {second}.",
            "| contacts, △ overtures, × refusals.",
            left,
        ),
        "compare",
        _alt(days, compared),
        tuple(state for state in COUNTED if state in states),
    )


@shared
def _figure(
    look: Look, first: date, page: int, layout: str, theme: Theme, _compared: pd.DataFrame
) -> go.Figure:
    days = (pd.Timestamp(first), pd.Timestamp(look.as_of))
    return dumbbell(_compared, days, theme, layout, page)
