"""The current file: what it changes, what is wrong with it, and what can be done to it."""

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from openline.intake.survey import Survey
from openline.markup.text import tag
from openline.record.progress import part
from openline.sentences.problems import beyond_words
from openline.sentences.records import (
    FileState,
    cause_words,
    error_words,
    file_headline,
    file_sentence,
)
from openline.settings import Limits
from openline.ui.markup.headings import section
from openline.ui.markup.text import by_hand, draw
from openline.ui.records.bar import Stage, Way, draw_bar, draw_top, offer, step_now, ways_now
from openline.ui.records.bring import draw_brought
from openline.ui.records.check import Checked, check, check_edited, source_of
from openline.ui.records.choices_made import draw_carried
from openline.ui.records.dates import foreign_dates
from openline.ui.records.draft import Draft, came_of
from openline.ui.records.edits import mended_now, resumed
from openline.ui.records.file import draw_file, has_rows
from openline.ui.records.meanings import draw_meanings
from openline.ui.records.mend import by_row, draw_mend
from openline.ui.records.offered import draw_again, offers_for, refusal
from openline.ui.records.overwriting import draw_existing
from openline.ui.records.preview import draw_preview, see_file
from openline.ui.records.problems import asked_above, problems_csv, wrong_html
from openline.ui.records.progress import progress_bar
from openline.ui.records.proposals import header_place
from openline.ui.records.save import draw_refusal, draw_save
from openline.ui.records.surveyed import look_through
from openline.web.source import Kept


def draw_work(draft: Draft, kept: Kept, now: date, limits: Limits, seen: str, place: Any) -> None:
    """Draw the current file, from what is wrong with it to its links. `place` is where a progress
    bar shows how far a long file is read."""
    draft = resumed(draft, by_row=by_row())
    before, checked = _read(draft, now, limits, place)
    offers = () if before.is_too_large else offers_for(draft, kept, seen, limits)
    asks = bool(offers) and not refusal(draft)
    state = checked.state(draft)
    state = replace(
        state,
        to_choose=state.to_choose or _has_years_far_off(draft, before),
        offered_to=offers[0].record.name if asks else "",
        cause=_cause(draft, before),
    )
    step = _step_of(state)
    top = st.container()
    _draw_difference(draft, checked, kept, now)
    draw_brought(draft, limits, checked.data, place)
    if offers:
        draw_again(draft, offers, seen, now, limits)
    if asks:
        if has_rows(checked):
            _draw_rows(checked)
    else:
        _draw_steps(draft, (before, checked), state, kept, now)
    step = step_now(step)
    with top:
        to_choose = state.to_choose or step is Stage.CHOOSE
        asks_now, found = _asks(step), _rows_found(before)
        state_now = replace(state, to_choose=to_choose, asks=asks_now, found=found)
        draw_top(file_headline(state_now), file_sentence(state_now), step)
    if state.errors:  # where no section has anything to do, this is left
        offer(Way(step, error_words(state), "See what is wrong", place="records_wrong"))
    draw_bar(draft.name, step)


def _draw_steps(
    draft: Draft, checks: tuple[Checked, Checked], state: FileState, kept: Kept, now: date
) -> None:
    """Draw the choices, the problems, the rows to fix, what the file says, and the fields of a
    save. `checks` are those without and with pending edits."""
    before, checked = checks
    if before.is_too_large:
        _draw_problems(checked, "")
        return
    if _step_of(state) == Stage.CHOOSE:
        draw_meanings(draft, before, checked, now)
        _draw_problems(checked, state.cause, is_asked=True)
    else:
        _draw_problems(checked, state.cause)
        draw_meanings(draft, before, checked, now)
    if not checked.lacks_columns:
        draw_mend(draft, before, checked)
    draw_preview(checked, now)
    if not checked.errors:
        draw_save(draft, checked, kept, now)
    else:
        draw_refusal(draft)


def _has_years_far_off(draft: Draft, before: Checked) -> bool:
    """Tell whether a column has years that may be of another calendar, or mean "no end": the
    format reads them, so no problem leads to the question."""
    if before.is_too_large or draft.fault is not None:
        return False
    is_known = isinstance(look_through(draft), Survey)
    return is_known and any(one.are_far_off for one in foreign_dates(draft))


def _asks(step: Stage) -> tuple[str, ...]:
    """Return the distinct things still to be chosen before the file can be read."""
    if step is not Stage.CHOOSE:
        return ()
    return tuple(dict.fromkeys(way.asks for way in ways_now() if way.asks))


def _rows_found(checked: Checked) -> int:
    """Return how many rows with content are below the header."""
    source = checked.source or source_of(checked.data)
    return 0 if source is None else len(source.rows.lines_with_content(source.header.line))


def _cause(draft: Draft, before: Checked) -> str:
    """Return what causes the errors of a file, if that is known: a header elsewhere."""
    asked = before.lacks_columns and not before.is_too_large
    source = came_of(draft) if asked else None
    if source is None:
        return ""
    place = header_place(draft, source)
    if place is None:
        return ""
    above = source.rows.lines_with_content() < place.line
    return cause_words(place.line, int(above.sum()))


def _draw_difference(draft: Draft, checked: Checked, kept: Kept, now: date) -> None:
    """Draw first what a file that is to be a revision of a record changes in it, what was carried
    over from the previous one, and what was done with the file when it was added."""
    if draft.note:
        draw(tag("p", draft.note, "ol-note", role="status"))
    existing = kept.find(draft.base.record) if draft.base else None
    if existing is not None and existing.newest.digest != checked.record.digest:
        draw_existing(existing.newest, draft.base, checked, now)
    draw_carried(draft)


def _read(draft: Draft, now: date, limits: Limits, place: Any) -> tuple[Checked, Checked]:
    """Read and check a file, without and with pending edits."""
    with progress_bar(place, len(draft.data)) as bar:
        before = check(draft.data, draft.fault, now, limits, "before", part(bar, 0.0, 0.5))
        if not before.is_too_large and draft.fault is None:
            look_through(draft, part(bar, 0.5, 0.75))
            came_of(draft, part(bar, 0.75, 0.8))
        source_of(draft.data, part(bar, 0.75, 0.8))
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
    if state.offered_to:
        return Stage.CHECK
    if state.saved_as is not None:
        return Stage.SHARE
    if state.to_choose:
        return Stage.CHOOSE
    if not state.errors:
        return Stage.SAVE
    return Stage.FIX if state.lines and not state.in_header else Stage.CHECK


def _draw_problems(checked: Checked, cause: str, *, is_asked: bool = False) -> None:
    """Draw what is wrong, grouped, and beside it, if the window is wide, the file with its faults
    marked."""
    if not has_rows(checked):
        with st.container(key="records_wrong"):
            _draw_wrong(checked, cause, is_asked)
        return
    if not checked.problems:
        _draw_rows(checked)
        return
    with st.container(key="records_beside"):
        with st.container(key="records_wrong"):
            _draw_wrong(checked, cause, is_asked)
        with st.container(key="records_rows"):
            _draw_rows(checked)


def _draw_wrong(checked: Checked, cause: str, is_asked: bool) -> None:
    with st.container(key="ol_records_problems", horizontal=True, vertical_alignment="bottom"):
        how = "Similar problems are grouped, errors first. Warnings do not prevent saving."
        draw(section("What is wrong", how))
        st.download_button(
            "CSV",
            lambda: problems_csv(checked.problems),
            file_name="problems.csv",
            mime="text/csv",
            on_click="ignore",
            type="tertiary",
            key="records_problems_csv",
        )
    wrong = asked_above(checked.problems) if is_asked else checked.problems
    draw(wrong_html(wrong, cause[:1].upper() + cause[1:]))
    if checked.record.beyond:
        words = beyond_words(len(checked.problems), checked.record.beyond)
        draw(tag("p", words, "ol-how"))


def _draw_rows(checked: Checked) -> None:
    how = "As it is now, with its line numbers; what is wrong is marked."
    draw(section("The file", (how, by_hand("Point at it to see why."))))
    draw_file(checked)
