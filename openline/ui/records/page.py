"""Records: add a file, see what is wrong with it, fix it, save it, share it."""

from datetime import date

import streamlit as st

from openline.sentences.problems import limit_words
from openline.sentences.records import records_headline, records_sentence
from openline.settings import Limits, upload_limits
from openline.ui.controls.csv_file import to_download
from openline.ui.data.clock import today
from openline.ui.data.looks import load_bundled
from openline.ui.data.saved import kept_records
from openline.ui.frame.frame import draw_frame
from openline.ui.frame.share import draw_foot, draw_share
from openline.ui.pages import RECORDS_PAGE
from openline.ui.records.bar import Stage, draw_top, no_ways
from openline.ui.records.bring import draw_bring
from openline.ui.records.draft import current_draft
from openline.ui.records.history import draw_history
from openline.ui.records.keep import draw_lost, keep_work, meet_tab, resume_work
from openline.ui.records.list import chosen_record, draw_list, named_revision
from openline.ui.records.progress import done_now
from openline.ui.records.room import draw_no_room
from openline.ui.records.saved_tables import list_table
from openline.ui.records.work import draw_work
from openline.view.view import View
from openline.web.source import Kept


def draw_records() -> None:
    """Draw the page Records."""
    resume_work()
    keep_work()
    scene = draw_frame(RECORDS_PAGE)
    place = st.empty()
    done_now(place)
    draw_no_room()
    no_ways()
    now, limits, kept = today(), upload_limits(), kept_records()
    if scene is not None:
        draw_share(scene, lambda: to_download(list_table(kept.shown, {})))
    view = scene.view if scene else _view_of_address()
    draft = current_draft()
    if draft is None:
        saved = None if kept.problem else len(kept.shown)
        sentence = records_sentence(_said(limits))
        draw_top(records_headline(saved), sentence, Stage.ADD)
        draw_lost()
        draw_bring(load_bundled(now).record, chosen_record(view, kept), now, limits)
    else:
        with st.container(key="records_file_work"):
            draw_work(draft, kept, now, limits, view.record, place)
    _draw_saved(view, kept, now)
    if scene is not None:
        draw_foot(scene)
    keep_work()
    meet_tab()


def _said(limits: Limits) -> str:
    return limit_words(
        megabytes=limits.megabytes,
        rows=limits.rows,
        columns=limits.columns,
        channels=limits.channels,
        cells=limits.cells,
        line=limits.line,
        letters=limits.letters,
    )


def _draw_saved(view: View, kept: Kept, now: date) -> None:
    """Draw the list of saved records, and beside it the history of the selected one."""
    chosen = chosen_record(view, kept)
    if chosen is None:
        draw_list(view, kept, now)
        return
    with st.container(key="records_beside_saved"):
        with st.container(key="records_saved"):
            draw_list(view, kept, now)
        with st.container(key="records_history"):
            draw_history(chosen, named_revision(view), now)


def _view_of_address() -> View:
    raw = {name: st.query_params.get_all(name) for name in st.query_params}
    return View.from_query(raw)[0]
