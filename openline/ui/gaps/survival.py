"""Time to reopening on Gaps: a curve, or one for each group, and the numbers behind it."""

from functools import partial
from typing import Final

import streamlit as st

from openline.analysis.survival import MIN_EVENTS, SURVIVAL, UNTIL
from openline.formats.cells import visible_cells
from openline.markup.text import tag
from openline.record.frames import Frame
from openline.sentences.survival import no_severance
from openline.ui.address import key_of
from openline.ui.controls.csv_file import answer_bytes
from openline.ui.controls.figure import plain_chart
from openline.ui.controls.places import at_right, place
from openline.ui.controls.save import draw_figure_save, save_table
from openline.ui.data.shared import made_once
from openline.ui.gaps.sections import section_start
from openline.ui.gaps.survival_figures import Curves, figure_of, find
from openline.ui.gaps.survival_lists import few_html, lengths_html, summary_html
from openline.ui.markup.headings import heading
from openline.ui.markup.text import draw
from openline.ui.scene import Scene
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


def draw_survival(scene: Scene) -> None:
    """Draw the time to reopening of a scene's severances, with its controls and its table."""
    _draw_head()
    survival = find(scene)
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


def _draw_figure(scene: Scene, survival: Curves, rows: Frame) -> None:
    """Draw the figure, after how it is read and what can be taken of it."""
    wanted, drawn = figure_of(scene, survival, rows)
    with place("ol_survival_how", horizontal=True):
        draw(tag("div", wanted.explained[0], "ol-how"))
        draw_figure_save(scene, wanted)
    plain_chart(drawn, wanted.chart, wanted.alt)


def _draw_table(scene: Scene, survival: Curves) -> None:
    """The numbers of the figure as tables, and as files: sent once they are asked for."""
    with st.container(key="ol_survival_table"):
        opened = st.expander("The numbers behind this", key=_NUMBERS, on_change="rerun")
    if opened.open:
        with opened:
            _draw_numbers(scene, survival)
    draw(tag("div", summary_html(survival.summary, survival.by), "ol-print"))


def _draw_numbers(scene: Scene, survival: Curves) -> None:
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
