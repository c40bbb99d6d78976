"""The dumbbell on the page Compare."""

from dataclasses import replace
from functools import partial
from typing import Final

import pandas as pd

from openline.figures.compare.dumbbell import dumbbell, dumbbell_alt
from openline.record.dates import show_day
from openline.sentences.compare import changed
from openline.sentences.runs import count
from openline.sentences.status import COUNTED
from openline.ui.compare.days import Days
from openline.ui.controls.figure import Drawn, drawn_once
from openline.ui.controls.save import FigureToSave
from openline.ui.scene import Scene
from openline.view.figure_names import CHANGES

_KEY: Final = "ol_dumbbell"


def drawn_dumbbell(scene: Scene, days: Days, compared: pd.DataFrame, page: int) -> Drawn:
    """Return how a page of the dumbbell is made."""
    of = ("changes", replace(scene.look, as_of=days.second), days.first, page)
    return drawn_once(of, partial(dumbbell, compared, _days(days), page=page))


def _days(days: Days) -> tuple[pd.Timestamp, pd.Timestamp]:
    return pd.Timestamp(days.first), pd.Timestamp(days.second)


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
        dumbbell_alt(compared, _days(days)),
        tuple(state for state in COUNTED if state in states),
    )
