"""The brief of a view, as a file to take along."""

from dataclasses import replace
from functools import partial
from urllib.parse import urlencode

import pandas as pd

from openline.brief import Brief, brief_html
from openline.questions import question_of
from openline.record.columns import CHANNEL, PARTIES
from openline.record.observation_names import observation_names
from openline.settings import marking
from openline.ui.controls.page_links import cited_view
from openline.ui.data.clock import moment
from openline.ui.data.editions import keep_edition
from openline.ui.data.late import revision_before, rows_since
from openline.ui.data.saved import the_store
from openline.ui.pages import CHANNEL_PAGE
from openline.ui.scene import Scene
from openline.view.view import View


def brief_bytes(scene: Scene, link: str, board: str) -> bytes:
    """Return the brief of what a scene shows, which `link` shows again, as an HTML file; `board`
    is the address below which the pages stand. The bytes of the record that both name are kept."""
    if scene.shown.revision is None and not scene.shown.edition:
        keep_edition(scene.record.digest, the_store, moment())
    question = question_of(scene.view, scene.record, scene.as_of)
    brief = Brief(
        question,
        scene.shown.title,
        scene.today,
        scene.last_day,
        link,
        marking(),
        scene.view.range,
        shows=partial(_observation_link, scene, board),
    )
    before = revision_before(scene.shown.revision, brief.since)
    late = rows_since(before, scene.record, scene.today)
    return brief_html(replace(brief, late=late)).encode("utf-8", "replace")


def _observation_link(scene: Scene, board: str, row: int) -> str:
    """Return the whole address of an observation on the page of its channel."""
    name = observation_names(scene.record, pd.Index([row])).loc[row]
    whole, of = cited_view(scene), scene.record.observations.loc[row]
    parties = (of[PARTIES],) if isinstance(of[PARTIES], str) else ()
    view = View(whole.record, whole.asof, parties, channel=(of[CHANNEL],), observation=name)
    return f"{board}/{CHANNEL_PAGE.path}?{urlencode(view.to_query(), doseq=True, safe='@')}"
