"""Records: bring a file, see what is wrong with it, mend it, save it, share it."""

from datetime import date
from typing import Any, Final

import streamlit as st

from openline.record.progress import part
from openline.sentences.records import (
    FileState,
    beyond_words,
    error_words,
    file_headline,
    file_sentence,
    records_headline,
    records_sentence,
)
from openline.sentences.runs import Text
from openline.settings import Limits, upload_limits
from openline.ui.cache import load_bundled
from openline.ui.clock import today
from openline.ui.download import to_download
from openline.ui.frame import close_frame, draw_frame
from openline.ui.pages_table import RECORDS_PAGE
from openline.ui.records_again import draw_again
from openline.ui.records_bar import (
    Stage,
    Way,
    draw_bar,
    no_ways,
    offer,
    steps_html,
)
from openline.ui.records_bring import draw_bring, draw_brought
from openline.ui.records_carried import draw_carried
from openline.ui.records_check import Checked, check, check_edited, source_of
from openline.ui.records_draft import Draft, current_draft
from openline.ui.records_edits import mended_now
from openline.ui.records_file import draw_file, has_rows
from openline.ui.records_history import draw_history
from openline.ui.records_kept import draw_lost, keep_work, meet_tab, resume_work
from openline.ui.records_list import (
    chosen_record,
    draw_list,
    list_table,
    named_revision,
)
from openline.ui.records_meanings import draw_meanings
from openline.ui.records_mend import draw_mend, resumed
from openline.ui.records_over import draw_existing
from openline.ui.records_preview import draw_preview, see_file
from openline.ui.records_problems import problems_csv, wrong_html
from openline.ui.records_progress import done_now, progress_bar
from openline.ui.records_save import draw_refusal, draw_save
from openline.ui.records_section import section
from openline.ui.records_store import Kept, kept_records
from openline.ui.takeaway import draw_takeaway
from openline.ui.text import escape, rich, tag
from openline.view import View

__all__ = ["draw_records"]

_TITLE: Final = ' role="heading" aria-level="1"'


def draw_records() -> None:
    """Draw the page Records."""
    resume_work()
    keep_work()
    scene = draw_frame(RECORDS_PAGE)
    place = st.empty()
    done_now(place)
    no_ways()
    now, limits, kept = today(), upload_limits(), kept_records()
    if scene is not None:
        draw_takeaway(scene, lambda: to_download(list_table(kept.shown, {})))
    view = scene.view if scene else _view_of_address()
    draft = current_draft()
    if draft is None:
        saved = None if kept.problem else len(kept.shown)
        sentence = records_sentence(limits.megabytes, limits.rows)
        _draw_top(records_headline(saved), sentence, Stage.BRING)
        draw_lost()
        draw_bring(load_bundled(now).record, chosen_record(view, kept), now, limits)
    else:
        with st.container(key="records_file_work"):
            _draw_work(draft, kept, now, limits, view.record, place)
    _draw_saved(view, kept, now)
    keep_work()
    meet_tab()
    close_frame()


def _draw_saved(view: View, kept: Kept, now: date) -> None:
    """Draw the list of saved records, and beside it the history of the one that is looked at."""
    chosen = chosen_record(view, kept)
    if chosen is None:
        draw_list(view, kept, now)
        return
    with st.container(key="records_beside_saved"):
        with st.container(key="records_saved"):
            draw_list(view, kept, now)
        with st.container(key="records_history"):
            draw_history(chosen, named_revision(view), now)


def _draw_work(draft: Draft, kept: Kept, now: date, limits: Limits, seen: str, place: Any) -> None:
    """Draw the file that is worked on, from what is wrong with it to its links. `place` is
    where a bar says how far a long file is read."""
    draft = resumed(draft)
    before, checked = _read(draft, now, limits, place)
    state = checked.state(draft)
    step = _step_of(state)
    _draw_top(file_headline(state), file_sentence(state), step)
    draw_brought(draft, limits, checked.data, place)
    draw_again(draft, kept, seen, now, limits)
    _draw_difference(draft, checked, kept, now)
    if step == Stage.CHOOSE:
        draw_meanings(draft, before, now)
        _draw_problems(checked)
    else:
        _draw_problems(checked)
        draw_meanings(draft, before, now)
    if not checked.lacks_columns:
        draw_mend(draft, before, checked)
    draw_preview(checked, now)
    if not checked.errors:
        draw_save(draft, checked, kept, now)
    else:
        draw_refusal(draft)
    _offer_last(step, state)
    draw_bar(draft.name, step)


def _draw_difference(draft: Draft, checked: Checked, kept: Kept, now: date) -> None:
    """Draw first what a file that is to be a revision of a record changes in it, what was
    taken over from the one before, and what was done with it when it was brought."""
    if draft.note:
        st.html(tag("p", escape(draft.note), "ol-note", ' role="status"'))
    known = kept.find(draft.base.record) if draft.base else None
    if known is not None and known.newest.digest != checked.record.digest:
        draw_existing(known.newest, draft.base, checked, now)
    draw_carried(draft)


def _offer_last(step: Stage, state: FileState) -> None:
    """Offer what is left to do where no section has more: to see what is wrong."""
    if state.errors:
        offer(Way(step, error_words(state), "See what is wrong", place="records_wrong"))


def _read(draft: Draft, now: date, limits: Limits, place: Any) -> tuple[Checked, Checked]:
    """Read and check a file, and it with what is being edited on the page."""
    with progress_bar(place, len(draft.data)) as bar:
        before = check(draft.data, draft.fault, now, limits, "before", part(bar, 0.0, 0.5))
        source_of(draft.data, part(bar, 0.5, 0.8))
        data, edits = mended_now(draft)
        checked, rest = before, part(bar, 0.8, 0.9)
        if edits is not None and data != draft.data:
            checked = check_edited(before, data, edits, now, limits, rest)
        elif data != draft.data:
            checked = check(data, draft.fault, now, limits, progress=rest)
        if len(checked.record.channels):
            see_file(checked, now, part(bar, 0.9, 1.0))
    return before, checked


def _step_of(state: FileState) -> Stage:
    if state.saved_as is not None:
        return Stage.SHARE
    if state.to_choose:
        return Stage.CHOOSE
    if not state.errors:
        return Stage.SAVE
    return Stage.MEND if state.lines and not state.in_header else Stage.CHECK


def _draw_top(headline: Text, sentence: Text, step: Stage) -> None:
    head = tag("div", rich(headline), "ol-headline", _TITLE)
    second = tag("p", rich(sentence), "ol-second")
    st.html(tag("div", head + second + steps_html(step), "ol-channel-head"))


def _draw_problems(checked: Checked) -> None:
    """Draw what is wrong, grouped, and beside it, where the window is wide, the file with what
    is faulty marked."""
    if not has_rows(checked):
        with st.container(key="records_wrong"):
            _draw_wrong(checked)
        return
    if not checked.problems:
        _draw_rows(checked)
        return
    with st.container(key="records_beside"):
        with st.container(key="records_wrong"):
            _draw_wrong(checked)
        with st.container(key="records_rows"):
            _draw_rows(checked)


def _draw_wrong(checked: Checked) -> None:
    with st.container(key="ol_records_problems", horizontal=True, vertical_alignment="bottom"):
        how = "Like problems stand together, errors first. A warning keeps nobody from saving."
        st.html(section("What is wrong", how), width="stretch")
        st.download_button(
            "CSV",
            lambda: problems_csv(checked.problems),
            file_name="problems.csv",
            mime="text/csv",
            on_click="ignore",
            type="tertiary",
            key="records_problems_csv",
        )
    st.html(wrong_html(checked.problems))
    if checked.record.beyond:
        words = beyond_words(len(checked.problems), checked.record.beyond)
        st.html(tag("p", escape(words), "ol-how"))


def _draw_rows(checked: Checked) -> None:
    how = "As it is by now, with its lines; what is faulty is marked, and says why when pointed at."
    st.html(section("The file", how))
    draw_file(checked)


def _view_of_address() -> View:
    raw = {name: st.query_params.get_all(name) for name in st.query_params}
    return View.from_query(raw)[0]
