"""Time to reopening on Gaps: a curve, or one for each group, and the numbers behind it."""

from dataclasses import dataclass
from typing import Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from openline.analysis.gaps import SEVERANCE
from openline.analysis.survival import MIN_EVENTS, SURVIVAL, durations, survival, survival_summary
from openline.figures import Theme
from openline.figures.survival.curve import survival_curve, survival_height
from openline.figures.survival.panels import MOST_PANELS, panels_height, survival_panels
from openline.figures.survival.steps import at_risk, cut_day, share_on
from openline.markup.text import Markup, tag
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
from openline.ui.address import key_of
from openline.ui.controls.csv_file import answer_bytes
from openline.ui.controls.figure import Drawn, plain_chart
from openline.ui.controls.places import place
from openline.ui.controls.save import (
    FigureToSave,
    draw_figure_save,
    picture_title,
    save_table,
    up_to,
)
from openline.ui.controls.width import width
from openline.ui.data.looks import Look
from openline.ui.data.shared import shared
from openline.ui.gaps.sections import section_start
from openline.ui.gaps.survival_lists import few_html, lengths_html, summary_html
from openline.ui.markup.headings import heading
from openline.ui.markup.text import draw, visible_cells
from openline.ui.scene import Scene
from openline.view import GROUPS, UNTIL, View

_KEY: Final = "ol_survival"
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


@dataclass(frozen=True, eq=False)
class _Found:
    """What the section shows: how severances are grouped and when they count as over, the
    table of the curves, of all together, the summary, the lengths, and how many are left out."""

    by: str | None
    until: str
    curves: pd.DataFrame
    whole: pd.DataFrame
    summary: pd.DataFrame
    lengths: pd.DataFrame
    left_out: int


def draw_survival(scene: Scene) -> None:
    """Draw the time to reopening of a scene's severances, with its controls and its table."""
    _draw_head()
    found = _find(scene)
    if not len(found.lengths):
        draw(tag("div", no_severance(found.left_out), "ol-how"))
        return
    drawn = found.summary[found.summary["events"] >= MIN_EVENTS]
    if found.by is None and len(drawn):
        _draw_curve(scene, found)
    elif len(drawn):
        _draw_panels(scene, found, drawn)
    draw(_few(scene.look, scene.view.for_other_page(), scene, found))
    _draw_table(scene, found)


def _draw_head() -> None:
    with place("ol_survival_head", horizontal=True, vertical_alignment="bottom"):
        draw(section_start("reopening", heading(_TITLE)), width="content")
        with st.container(
            key="ol_survival_controls",
            horizontal=True,
            horizontal_alignment="right",
            width="stretch",
        ):
            st.segmented_control(
                "Counts as reopened when",
                list(_UNTIL),
                format_func=_UNTIL.__getitem__,
                required=True,
                key=key_of("until"),
                label_visibility="collapsed",
            )
            st.selectbox(
                "Group by",
                list(_BY),
                format_func=_BY.__getitem__,
                placeholder=_ALL,
                key=key_of("by"),
                label_visibility="collapsed",
                width=150,
            )


def _find(scene: Scene) -> _Found:
    evidence, by, until = scene.tables.evidence, scene.view.by, scene.view.until
    lengths = evidence.derive(durations, until)
    gaps = scene.tables.gaps
    onset_known = gaps.loc[gaps["gap"] == SEVERANCE, "onset_known"].astype(bool)
    return _Found(
        by,
        until,
        evidence.derive(survival, by, until),
        evidence.derive(survival, None, until),
        evidence.derive(survival_summary, by, until),
        lengths.assign(group=lengths[by] if by else "all"),
        int((~onset_known).sum()),
    )


def _draw_curve(scene: Scene, found: _Found) -> None:
    row, curve = found.summary.iloc[0], found.whole
    day = cut_day(curve)
    cut = cut_words(day, at_risk(curve, [day])[0], float(curve["days"].iloc[-1]))
    words = " ".join(filter(None, [survival_how(row, found.until, found.left_out), cut]))
    drawn = Drawn(
        ("survival", scene.look, found.until),
        lambda theme, layout: _curve(scene.look, found.until, layout, theme, curve, row),
    )
    _draw_how(scene, words, drawn, _KEY, reopened_finding(row, found.until))
    alt = survival_alt(row, share_on(curve, day), day, found.until)
    plain_chart(drawn, _KEY, survival_height(), alt)


def _draw_panels(scene: Scene, found: _Found, drawn: pd.DataFrame) -> None:
    shown = drawn.sort_values("n", ascending=False, kind="stable").head(MOST_PANELS)
    words = " ".join(
        filter(None, [groups_how(found.until, found.left_out), groups_left(len(drawn), len(shown))])
    )
    key = f"{_KEY}_{found.by}"
    look, by = scene.look, str(found.by)

    def make(theme: Theme, layout: str) -> go.Figure:
        return _panels(look, by, found.until, layout, theme, found.curves, shown, found.whole)

    named = Drawn(("survival", look, found.until, by), make)
    _draw_how(scene, words, named, key, groups_finding(shown, by, found.until))
    height = panels_height(len(shown), width())
    plain_chart(named, key, height, panels_alt(shown, by, found.until))


def _draw_how(scene: Scene, words: str, drawn: Drawn, key: str, finding: str) -> None:
    """How a figure is read, and what can be taken of it."""
    title = picture_title(scene, finding, up_to(scene))
    wanted = FigureToSave(key, drawn.make, "survival", title, (words,), "survival")
    with place("ol_survival_how", horizontal=True):
        draw(tag("div", words, "ol-how"))
        draw_figure_save(scene, wanted)


def _draw_table(scene: Scene, found: _Found) -> None:
    """The numbers of the figure as tables, and as files: sent once they are asked for."""
    with st.container(key="ol_survival_table"):
        opened = st.expander("The numbers behind this", key=_NUMBERS, on_change="rerun")
    if opened.open:
        with opened:
            _draw_numbers(scene, found)
    draw(tag("div", summary_html(found.summary, found.by), "ol-print"))


def _draw_numbers(scene: Scene, found: _Found) -> None:
    draw(summary_html(found.summary, found.by))
    curves = found.curves[list(SURVIVAL)].rename(columns=_COLUMNS)
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
    draw(_lengths(scene.look, scene.view.for_other_page(), scene, found))
    save_table(
        scene,
        "Save the summary as CSV",
        "survival-summary",
        lambda: answer_bytes("survival", scene, summary=True),
    )


@shared
def _few(look: Look, view: View, _scene: Scene, _found: _Found) -> Markup:
    """The lists, made once for all who look at the same; their links keep the view."""
    return few_html(_scene, _found.lengths, _found.summary, _found.by)


@shared
def _lengths(look: Look, view: View, _scene: Scene, _found: _Found) -> Markup:
    return lengths_html(_scene, _found.lengths)


@shared
def _curve(
    look: Look, until: str, layout: str, theme: Theme, _curve: pd.DataFrame, _row: pd.Series
) -> go.Figure:
    return survival_curve(_curve, _row, until, theme, layout)


@shared
def _panels(
    look: Look,
    by: str,
    until: str,
    layout: str,
    theme: Theme,
    _curves: pd.DataFrame,
    _summary: pd.DataFrame,
    _whole: pd.DataFrame,
) -> go.Figure:
    return survival_panels(_curves, _summary, _whole, by, until, theme, layout)
