"""The causes on Gaps: what severed how many channels, for how long, and what is unhealed.

Rows of the list open in the browser without a rerun; an opened row is reported and written into the
address, and a row that an address names is opened and scrolled into view.
"""

from functools import partial
from typing import Any, Final

import streamlit as st

from openline.analysis.causes import CAUSES, caused, causes
from openline.figures.gaps.causes import MOST_DRAWN, causes_figure
from openline.markup.text import tag
from openline.record.columns import CAUSE
from openline.record.frames import Frame
from openline.sentences.causes import causes_alt, causes_how
from openline.sentences.pictures import causes_finding, causes_left
from openline.ui.address import key_of, same_names
from openline.ui.browser.components import component
from openline.ui.controls.csv_file import to_download
from openline.ui.controls.figure import drawn_once
from openline.ui.controls.places import place
from openline.ui.controls.save import FigureToSave, draw_figure_save, picture_title, up_to
from openline.ui.controls.width import width
from openline.ui.data.shared import made_once
from openline.ui.gaps.causes_list import causes_html
from openline.ui.gaps.sections import section_start
from openline.ui.markup.headings import heading
from openline.ui.markup.text import draw
from openline.ui.scene import Scene
from openline.view.figure_names import CAUSES_FIGURE

_KEY: Final = "openline_cause"
_RUN: Final = "openline_cause_run"
"""The key for the number of the run: an aborted run sends the browser nothing, but the next one
does."""
_TRIES: Final = 100
"""How many tenths of a second to wait for the list."""


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
    """Return the causes of a scene's severances, to show alone; None where there is none."""
    table = causes(scene.tables.evidence)
    return _to_save(scene, table) if len(table) else None


def _to_save(scene: Scene, table: Frame) -> FigureToSave:
    """Return the list as a figure to save; no page shows it as a figure."""
    rows = caused(scene.tables.evidence)
    drawn = drawn_once(("causes", scene.look), partial(causes_figure, table, rows))
    title = picture_title(scene, causes_finding(table), up_to(scene))
    words = causes_left(table, MOST_DRAWN)
    named = int(rows[CAUSE].notna().sum())
    how = causes_how(len(rows), len(rows) if words else named)
    explained = tuple(filter(None, (how, words)))
    alt = causes_alt(table)
    return FigureToSave(
        "ol_causes_list", drawn.make, CAUSES_FIGURE, title, explained, "causes", alt
    )


def follow_opened(scene: Scene) -> None:
    """Open the cause that the address names, and write an opened one into the address."""
    run = st.session_state[_RUN] = st.session_state.get(_RUN, 0) + 1
    data = {"cause": _spelled(scene), "tries": _TRIES, "run": run}
    component("cause", "open_cause")(key=_KEY, data=data, on_turned_change=_take, height=1)


def _spelled(scene: Scene) -> str:
    """Return the cause as the record spells it; "" for none."""
    if scene.view.cause is None:
        return ""
    causes = [str(word) for word in scene.record.observations[CAUSE].dropna().unique()]
    return same_names([scene.view.cause], causes)[0]


def _take() -> None:
    """Write the opened cause into the view, before the page is drawn from it."""
    turned: Any = st.session_state[_KEY].get("turned")
    if turned is not None:
        st.session_state[key_of("cause")] = turned["cause"] or None
