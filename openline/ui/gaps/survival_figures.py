"""The figures of time to reopening on Gaps: what they show, and how they are made."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from openline.analysis.gaps import SEVERANCE
from openline.analysis.survival import MIN_EVENTS, durations, survival, survival_summary
from openline.figures.survival.curve import survival_curve
from openline.figures.survival.panels import MOST_PANELS, survival_panels
from openline.figures.survival.steps import at_risk, cut_day, share_on
from openline.figures.theme import LIGHT, MEDIUM
from openline.sentences.pictures import groups_finding, reopened_finding
from openline.sentences.survival import (
    cut_words,
    groups_how,
    groups_left,
    panels_alt,
    survival_alt,
    survival_how,
)
from openline.ui.controls.figure import Drawn, drawn_once
from openline.ui.controls.picture import Make
from openline.ui.controls.save import FigureToSave, picture_title, up_to
from openline.ui.scene import Scene
from openline.view.figure_names import REOPENING

_KEY: Final = "ol_survival"
_PRINTED: Final = 300
"""The height of the curve on paper, in pixels."""


@dataclass(frozen=True, eq=False)
class Curves:
    """What the section shows: how severances are grouped and when they count as over, the
    table of the curves, of all together, the summary, the lengths, and how many are left out."""

    by: str | None
    until: str
    curves: pd.DataFrame
    whole: pd.DataFrame
    summary: pd.DataFrame
    lengths: pd.DataFrame
    left_out: int


def survival_figure(scene: Scene) -> FigureToSave | None:
    """Return the time to reopening of a scene's severances, to stand alone; None where they are
    too few for a curve."""
    survival = find(scene)
    drawn = survival.summary[survival.summary["events"] >= MIN_EVENTS]
    return figure_of(scene, survival, drawn)[0] if len(drawn) else None


def find(scene: Scene) -> Curves:
    """Return what the section shows of a scene."""
    evidence, by, until = scene.tables.evidence, scene.view.by, scene.view.until
    lengths = durations(evidence, until)
    gaps = scene.tables.gaps
    onset_known = gaps.loc[gaps["gap"] == SEVERANCE, "onset_known"].astype(bool)
    return Curves(
        by,
        until,
        survival(evidence, by, until),
        survival(evidence, None, until),
        survival_summary(evidence, by, until),
        lengths.assign(group=lengths[by] if by else "all"),
        int((~onset_known).sum()),
    )


def figure_of(scene: Scene, survival: Curves, drawn: pd.DataFrame) -> tuple[FigureToSave, Drawn]:
    """Return the curve of all severances, or one for each group, as they are taken and as they
    are drawn; `drawn` are the rows of the summary with enough events."""
    if survival.by is None:
        return _curve(scene, survival)
    return _panels(scene, survival, drawn, survival.by)


def _curve(scene: Scene, survival: Curves) -> tuple[FigureToSave, Drawn]:
    row, curve = survival.summary.iloc[0], survival.whole
    day = cut_day(curve)
    cut = cut_words(day, at_risk(curve, [day])[0], float(curve["days"].iloc[-1]))
    words = " ".join(filter(None, [survival_how(row, survival.until, survival.left_out), cut]))
    of = ("survival", scene.look, survival.until)
    drawn = drawn_once(of, partial(survival_curve, curve, row, survival.until))
    title = picture_title(scene, reopened_finding(row, survival.until), up_to(scene))
    alt = survival_alt(row, share_on(curve, day), day, survival.until)
    wanted = _to_save(drawn, _KEY, title, words, alt)
    return wanted, replace(drawn, paper=lambda: [_on_paper(drawn.make)])


def _panels(
    scene: Scene, survival: Curves, drawn: pd.DataFrame, by: str
) -> tuple[FigureToSave, Drawn]:
    panels = drawn.sort_values("n", ascending=False, kind="stable").head(MOST_PANELS)
    how, left = groups_how(survival.until, survival.left_out), groups_left(len(drawn), len(panels))
    words = f"{how} {left}".strip()
    of = ("survival", scene.look, survival.until, by)
    given = (survival.curves, panels, survival.whole, by, survival.until)
    named = drawn_once(of, partial(survival_panels, *given))
    title = picture_title(scene, groups_finding(panels, by, survival.until), up_to(scene))
    alt = panels_alt(panels, by, survival.until)
    return _to_save(named, f"{_KEY}_{by}", title, words, alt), named


def _on_paper(make: Make) -> go.Figure:
    """The curve as it is printed, where a sheet has no room for all of its height: it is lower,
    and no wider than its words can be read at."""
    return go.Figure(make(LIGHT, MEDIUM)).update_layout(height=_PRINTED)


def _to_save(drawn: Drawn, key: str, title: str, words: str, alt: str) -> FigureToSave:
    return FigureToSave(key, drawn.make, REOPENING, title, (words,), "survival", alt)
