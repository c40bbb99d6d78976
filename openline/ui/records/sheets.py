"""The sheets of a workbook: which one is read, what it has besides its values, and sheets with the
same header read together."""

from pathlib import PurePath
from typing import Any, Final

import streamlit as st

from openline.intake.apart import call_apart
from openline.intake.beside_values import BesideValues, Uncalculated, beside_values, sheets_together
from openline.intake.source import Source, read_source
from openline.intake.workbook import sheet_csv
from openline.markup.text import tag
from openline.record.progress import Progress, part
from openline.sentences.runs import count
from openline.settings import Limits, upload_limits
from openline.ui.data.remembered import remembered
from openline.ui.markup.text import draw
from openline.ui.records.draft import Draft, bring, put_draft, with_sheet
from openline.ui.records.progress import do_later, progress_bar

_SHEET: Final = "records_sheet"
_MOST_NAMES: Final = 6


def draw_sheets(draft: Draft, limits: Limits, place: Any) -> None:
    """Draw the choice of a sheet, and notes on the one being read. `place` is where the page shows
    its progress bar."""
    if len(draft.sheets) > 1:
        _draw_choice(draft, limits)
    if draft.sheet is None or draft.fault is not None:
        return
    given = draft.original, draft.sheet
    with progress_bar(place) as progress:
        beside = remembered(
            "beside", given, lambda: call_apart(beside_values, *given, progress=progress)
        )
    if not isinstance(beside, BesideValues):
        return
    for words in beside_words(beside):
        draw(tag("p", words, "ol-how", role="note"))
    if beside.alike:
        _draw_together(draft, beside.alike, limits)


def beside_words(beside: BesideValues) -> list[str]:
    """Return notes on what a sheet has besides its values."""
    words = [uncalculated_words(beside.uncalculated)] if beside.uncalculated else []
    unread = [
        count(number, one, several)
        for number, one, several in (
            (beside.links, "link behind a cell", "links behind cells"),
            (beside.comments, "comment", "comments"),
        )
        if number
    ]
    if unread:
        said = " and ".join(unread)
        words.append(f"Not read: {said}. To keep them, write them in cells of their own.")
    hidden = [
        count(number, noun)
        for number, noun in ((beside.hidden_rows, "row"), (beside.hidden_columns, "column"))
        if number
    ]
    if hidden:
        words.append(f"Hidden in the workbook, and read like the rest: {' and '.join(hidden)}.")
    return words


def uncalculated_words(uncalculated: Uncalculated) -> str:
    """Return a note on formulas that were never calculated, and what to do."""
    are = count(uncalculated.cells, "cell holds a formula", "cells hold a formula")
    return (
        f"{are} without a value, first {uncalculated.first}: read as empty. "
        "Open the workbook in Excel and save it again, or paste values over the formulas."
    )


def _draw_choice(draft: Draft, limits: Limits) -> None:
    names = list(draft.sheets)

    def choose() -> None:
        name = names[st.session_state[_SHEET]]
        do_later(lambda progress: put_draft(with_sheet(draft, name, limits.rows, progress)))

    chosen = names.index(draft.sheet) if draft.sheet in names else 0
    st.selectbox(
        f"Sheet: the workbook has {count(len(names), 'sheet')}",
        range(len(names)),
        index=chosen,
        format_func=names.__getitem__,
        key=_SHEET,
        on_change=choose,
    )


def _draw_together(draft: Draft, alike: tuple[str, ...], limits: Limits) -> None:
    """Draw the offer to read the sheets with the same header together."""
    others = [name for name in alike if name != draft.sheet]
    names = ", ".join(f"“{name}”" for name in others[:_MOST_NAMES])
    more = f" and {len(others) - _MOST_NAMES} more" if len(others) > _MOST_NAMES else ""
    have = "has" if len(others) == 1 else "have"
    words = f"Only the sheet “{draft.sheet}” is read; {names}{more} {have} the same header."
    draw(tag("p", words, "ol-note ol-warning", role="note"))

    def take() -> None:
        do_later(lambda progress: bring(together(draft, alike, limits, progress)))

    label = f"Read these {len(alike)} sheets together"
    st.button(label, key="records_all_sheets", on_click=take)


def together(draft: Draft, names: tuple[str, ...], limits: Limits, progress: Progress) -> Draft:
    """Return the rows of several sheets as one text, or the reason that one of them cannot be
    read."""
    sources: dict[str, Source] = {}
    for place, name in enumerate(names):
        tell = part(progress, place / len(names), (place + 1) / len(names))
        sheet = call_apart(sheet_csv, draft.original, name, limits.rows, progress=tell)
        read = read_source(sheet, extent=upload_limits().extent) if type(sheet) is bytes else sheet
        if not isinstance(read, Source):
            return Draft.of(draft.name, draft.original, fault=read)
        sources[name] = read
    return Draft.of(f"{PurePath(draft.name).stem}.csv", sheets_together(sources))
