"""Time to reopening on Gaps: one curve, or one per group, and the numbers behind it."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import plotly.graph_objects as go
import streamlit as st

from openline.analysis.gaps import SEVERANCE
from openline.analysis.survival import (
    MIN_EVENTS,
    SURVIVAL,
    UNTIL,
    durations,
    survival,
    survival_summary,
)
from openline.figures.survival.curve import survival_curve
from openline.figures.survival.panels import MOST_PANELS, survival_panels
from openline.figures.survival.steps import at_risk, cut_day, share_on
from openline.figures.theme import LIGHT, MEDIUM
from openline.formats.cells import visible_cells
from openline.markup.text import tag
from openline.record.frames import Frame
from openline.sentences.pictures import groups_finding, reopened_finding
from openline.sentences.survival import (
    cut_words,
    groups_how,
    groups_left,
    no_severance,
    panels_alt,
    survival_alt,
    survival_how,
)
from openline.ui.controls.csv_file import answer_bytes
from openline.ui.controls.fields import choice_field
from openline.ui.controls.figure import Drawn, drawn_once, plain_chart
from openline.ui.controls.picture import Make
from openline.ui.controls.places import at_right, place
from openline.ui.controls.save import (
    FigureToSave,
    draw_figure_save,
    picture_title,
    save_table,
    up_to,
)
from openline.ui.data.shared import made_once
from openline.ui.gaps.sections import section_start
from openline.ui.gaps.survival_lists import few_html, lengths_html, summary_html
from openline.ui.markup.headings import heading
from openline.ui.markup.text import draw
from openline.ui.scene import Scene
from openline.view.figure_names import REOPENING
from openline.view.parameters import GROUPS

_NUMBERS: Final = "ol_survival_numbers"
_TITLE: Final = "How long until a severed channel reopens"
_ALL: Final = "All combined"
_BY: Final[dict[str | None, str]] = {None: _ALL} | {name: f"By {name}" for name in GROUPS}
_UNTIL: Final = dict(zip(UNTIL, ("Reopened at all", "Fully open"), strict=True))
_TABLE_HEIGHT: Final = 320
_COLUMNS: Final = {
    "group": "Group",
    "days": "Days",
    "survival": "Share left",
    "lower": "Lower limit",
    "upper": "Upper limit",
    "at_risk": "Lasted this long",
    "events": "Reopened",
    "censored": "Still ongoing when last observed",
}
_KEY: Final = "ol_survival"
_PRINTED: Final = 300
"""The height of the curve on paper, in pixels."""


@dataclass(frozen=True, eq=False)
class _Curves:
    """The content of the section: how severances are grouped and when they count as over, the table
    of the curves, that of all together, the summary, the lengths, and how many are left out."""

    by: str | None
    until: str
    curves: Frame
    whole: Frame
    summary: Frame
    lengths: Frame
    left_out: int


def survival_figure(scene: Scene) -> FigureToSave | None:
    """Return the time to reopening of a scene's severances, to show alone; None where they are too
    few for a curve."""
    survival = _find(scene)
    drawn = survival.summary[survival.summary["events"] >= MIN_EVENTS]
    return _figure(scene, survival, drawn)[0] if len(drawn) else None


def _find(scene: Scene) -> _Curves:
    evidence, by, until = scene.tables.evidence, scene.view.by, scene.view.until
    lengths = durations(evidence, until)
    gaps = scene.tables.gaps
    onset_known = gaps.loc[gaps["gap"] == SEVERANCE, "onset_known"].astype(bool)
    return _Curves(
        by,
        until,
        survival(evidence, by, until),
        survival(evidence, None, until),
        survival_summary(evidence, by, until),
        lengths.assign(group=lengths[by] if by else "all"),
        int((~onset_known).sum()),
    )


def _figure(scene: Scene, survival: _Curves, drawn: Frame) -> tuple[FigureToSave, Drawn]:
    """Return the curve of all severances, or one per group, as a figure to save and as one to draw;
    `drawn`: the rows of the summary with enough events."""
    if survival.by is None:
        return _curve(scene, survival)
    return _panels(scene, survival, drawn, survival.by)


def _curve(scene: Scene, survival: _Curves) -> tuple[FigureToSave, Drawn]:
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


def _panels(scene: Scene, survival: _Curves, drawn: Frame, by: str) -> tuple[FigureToSave, Drawn]:
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
    """Return the curve as printed: lower, since a sheet has no room for its full height, and no
    wider than its words remain legible at."""
    return go.Figure(make(LIGHT, MEDIUM)).update_layout(height=_PRINTED)


def _to_save(drawn: Drawn, key: str, title: str, words: str, alt: str) -> FigureToSave:
    return FigureToSave(key, drawn.make, REOPENING, title, (words,), "survival", alt)


def draw_survival(scene: Scene) -> None:
    """Draw the time to reopening of a scene's severances, with its controls and its table."""
    _draw_head()
    survival = _find(scene)
    if not len(survival.lengths):
        draw(tag("div", no_severance(survival.left_out), "ol-how"))
        return
    drawn = survival.summary[survival.summary["events"] >= MIN_EVENTS]
    if len(drawn):
        _draw_figure(scene, survival, drawn)
    few = partial(few_html, scene, survival.lengths, survival.summary, survival.by)
    draw(made_once("few", scene.look, scene.view.for_other_page(), make=few))
    _draw_table(scene, survival)


def _draw_head() -> None:
    with place("ol_survival_head", horizontal=True, vertical_alignment="bottom"):
        draw(section_start("reopening", heading(_TITLE)), width="content")
        with at_right("ol_survival_controls"):
            counts = "Counts as reopened when"
            choice_field(st.segmented_control, counts, "until", _UNTIL, required=True)
            choice_field(st.selectbox, "Group by", "by", _BY, placeholder=_ALL, width=150)


def _draw_figure(scene: Scene, survival: _Curves, rows: Frame) -> None:
    """Draw how to read the figure of some rows of the summary, and then the figure."""
    wanted, drawn = _figure(scene, survival, rows)
    with place("ol_survival_how", horizontal=True):
        draw(tag("div", wanted.explained[0], "ol-how"))
        draw_figure_save(scene, wanted)
    plain_chart(drawn, wanted.chart, wanted.alt)


def _draw_table(scene: Scene, survival: _Curves) -> None:
    """Draw the numbers of the figure as tables and as files, which are sent only if asked for."""
    with st.container(key="ol_survival_table"):
        opened = st.expander("The numbers behind this", key=_NUMBERS, on_change="rerun")
    if opened.open:
        with opened:
            _draw_numbers(scene, survival)
    draw(tag("div", summary_html(survival.summary, survival.by), "ol-print"))


def _draw_numbers(scene: Scene, survival: _Curves) -> None:
    draw(summary_html(survival.summary, survival.by))
    curves = survival.curves[list(SURVIVAL)].rename(columns=_COLUMNS)
    shares = {
        _COLUMNS[name]: st.column_config.NumberColumn(format="%.3f")
        for name in ("survival", "lower", "upper")
    }
    st.dataframe(
        visible_cells(curves),
        height=_TABLE_HEIGHT,
        hide_index=True,
        column_config=shares,
        placeholder="",
        key="ol_survival_rows",
    )
    lengths = partial(lengths_html, scene, survival.lengths)
    draw(made_once("lengths", scene.look, scene.view.for_other_page(), make=lengths))
    save_table(
        scene,
        "Save the summary as CSV",
        "survival-summary",
        lambda: answer_bytes("survival", scene, summary=True),
    )
