"""Add a file: upload it, paste rows, or start from an example."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from openline.intake.pasted import guess_header, has_header, pasted_csv, pasted_rows
from openline.intake.template import INTERVALS, SIMPLEST, TEMPLATE, rows_of_parties
from openline.markup.text import tag
from openline.record.columns import PARTIES
from openline.record.record import Record
from openline.sentences.records import PASTED_ROWS, file_size_words
from openline.sentences.runs import show_sides
from openline.settings import Limits
from openline.store.revisions import SavedRecord
from openline.ui.data.uploads import drop_upload
from openline.ui.markup.headings import section
from openline.ui.markup.text import draw
from openline.ui.records.draft import Draft, asides, bring, draft_of, put_draft, take_back
from openline.ui.records.name import proposed_name
from openline.ui.records.offered import go_on
from openline.ui.records.offers import appended_text
from openline.ui.records.progress import do_later
from openline.ui.records.sheets import draw_sheets

_WAY: Final = "records_way"
_UPLOAD: Final = "records_upload"
_TURN: Final = "records_upload_turn"
_START: Final = "records_start"
_OF_PARTIES: Final = "Rows of the bundled record"
_PASTE: Final = "records_paste"


@dataclass(frozen=True)
class _Example:
    name: str
    file: str
    data: bytes


_EXAMPLES: Final = {
    "Template: all columns, every event": _Example("template", "template.csv", TEMPLATE),
    "The simplest file: three columns": _Example("simplest", "simplest.csv", SIMPLEST),
    "The interval form: one row per span": _Example("intervals", "intervals.csv", INTERVALS),
}


def draw_bring(
    bundled: Record | None, item: SavedRecord | None, today: date, limits: Limits
) -> None:
    """Draw the ways to add a file; `item` is the saved record that is open."""
    draw(section("Add a file", _how(item)))
    _draw_aside()
    ways: dict[str, Callable[[], None]] = {
        "Upload": lambda: _draw_upload(limits),
        "Paste rows": lambda: draw_paste(item, today, limits),
        "Start from an example": lambda: _draw_start(bundled),
    }
    way = st.segmented_control(
        "How to add it",
        list(ways),
        default=next(iter(ways)),
        required=True,
        key=_WAY,
        label_visibility="collapsed",
    )
    ways[way or next(iter(ways))]()


def draw_brought(draft: Draft, limits: Limits, now: bytes, place: Any) -> None:
    """Draw what is known about the added file, and how to undo a step or add another file. `place`
    is where the page shows its progress bar."""
    with st.container(key="records_brought", horizontal=True, vertical_alignment="center"):
        words = f"{file_size_words(len(draft.original))} as uploaded"
        if now != draft.original:
            words += f", {file_size_words(len(now))} now"
        draw(tag("span", words, "ol-how"), width="content")
        if draft.is_changed:
            st.button("Undo", key="records_undo", on_click=lambda: put_draft(draft.undone()))
        st.download_button(
            "Download current version",
            lambda: now,
            file_name=f"{proposed_name(draft.name)}.csv",
            mime="text/csv",
            on_click="ignore",
            key="records_download",
        )
        st.button("Add another file", key="records_other", on_click=lambda: bring(None))
    draw_sheets(draft, limits, place)


def _how(item: SavedRecord | None) -> str:
    if item is not None:
        return (
            f"“{item.name}” is open. Next: add its next file to update it, or rows to add to "
            "it; or any other file."
        )
    return (
        "Next: choose a file, paste rows, or start from an example. "
        "Workbooks (.xlsx, .xlsb, .xls, .ods) are read sheet by sheet. Where a file has other "
        "columns or words, you choose what they mean."
    )


def _draw_upload(limits: Limits) -> None:
    key = f"{_UPLOAD}_{st.session_state.setdefault(_TURN, 0)}"
    st.file_uploader(
        "CSV, text, Excel, or anything else",
        key=key,
        on_change=_take_upload,
        args=(key, limits),
        max_upload_size=limits.megabytes,
    )


def _take_upload(key: str, limits: Limits) -> None:
    upload = st.session_state.get(key)
    # The browser can name a file again that was already taken and is no longer kept.
    if not isinstance(upload, UploadedFile):
        return
    name, data = upload.name, upload.getvalue()
    drop_upload(upload.file_id)
    do_later(lambda progress: bring(draft_of(name, data, limits.rows, progress)))
    st.session_state[_TURN] += 1


def _draw_start(bundled: Record | None) -> None:
    names = [*_EXAMPLES, *([_OF_PARTIES] if bundled is not None else [])]
    name = st.selectbox("Example", names, key=_START)
    chosen = _EXAMPLES.get(name)
    if chosen is None and bundled is not None:
        chosen = _rows_of(bundled)
    if chosen is None:
        return
    with st.container(horizontal=True):
        example = Draft.of(chosen.file, chosen.data)
        st.button("Start from it", key="records_begin", on_click=bring, args=(example,))
        st.download_button(
            "Download it",
            chosen.data,
            file_name=chosen.file,
            mime="text/csv",
            on_click="ignore",
            key="records_start_download",
        )


def _rows_of(bundled: Record) -> _Example | None:
    parties = sorted(str(name) for name in bundled.channels[PARTIES].dropna().unique())
    wanted = st.multiselect(
        "Of which parties", parties, format_func=show_sides, key="records_start_parties"
    )
    if not wanted:
        draw(tag("div", "Next: choose parties.", "ol-how"))
        return None
    return _Example("rows", "channels.csv", rows_of_parties(bundled, wanted))


def _draw_aside() -> None:
    """Offer the files that were set aside."""
    for place, aside in enumerate(asides()):
        key = f"records_take_back_{place}" if place else "records_take_back"
        with st.container(
            key=f"records_aside_{place}", horizontal=True, vertical_alignment="center"
        ):
            words = f"{aside.name} was set aside."
            draw(tag("span", words, "ol-how"), width="content")
            st.button("Resume", key=key, on_click=take_back, args=(place,))


def draw_paste(item: SavedRecord | None, today: date, limits: Limits) -> None:
    """Draw the field for rows and the actions for them; `item` is the saved record that is open."""
    st.text_area(
        "Rows copied from a sheet, with or without their header line",
        key=_PASTE,
        height=180,
        max_chars=limits.pasted,
        help=f"At most {limits.pasted:,} characters. For more, upload a file.",
        placeholder="channel\tdate\tstate\nNorthern hotline\t2019-03-01\topen",
    )
    with st.container(key="records_paste_acts", horizontal=True):
        if item is not None and not item.hidden:
            st.button(
                f"Add them to “{item.name}”",
                key="records_paste_append",
                type="primary",
                on_click=_append,
                args=(item, today, limits),
            )
        st.button("Check these rows", key="records_check_paste", on_click=_take_rows)


def pasted_draft(text: str) -> Draft:
    """Return pasted rows as a file; if the first is not a header, names are guessed."""
    rows = pasted_rows(text) if "\t" in text else []
    if not rows or has_header(rows):
        data = pasted_csv(text)
        return Draft.of(PASTED_ROWS, data)
    data = pasted_csv(text, guess_header(rows))
    return Draft.of(PASTED_ROWS, data, is_guessed=True)


def _take_rows() -> None:
    if text := _text():
        bring(pasted_draft(text))


def _append(item: SavedRecord, today: date, limits: Limits) -> None:
    if text := _text():
        do_later(lambda _: _add(text, item, today, limits))


def _add(text: str, item: SavedRecord, today: date, limits: Limits) -> None:
    """Add rows to a record; if they name other columns, these are chosen first."""
    appended, draft = appended_text(text, item, today, limits), pasted_draft(text)
    if appended is None:
        bring(draft)
    go_on(draft, appended)


def _text() -> str:
    text = str(st.session_state.get(_PASTE) or "")
    return text.strip("\r\n") if text.strip() else ""
