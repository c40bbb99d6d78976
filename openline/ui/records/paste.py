"""Rows that are pasted: as a file of their own, or added to the record that is open."""

from datetime import date
from typing import Final

import streamlit as st

from openline.intake.pasted import guess_header, has_header, pasted_csv, pasted_rows
from openline.sentences.records import PASTED_ROWS
from openline.settings import Limits
from openline.store.revisions import SavedRecord
from openline.ui.records.draft import Draft, bring
from openline.ui.records.offered import go_on
from openline.ui.records.offers import appended_text
from openline.ui.records.progress import do_later

_PASTE: Final = "records_paste"


def draw_paste(item: SavedRecord | None, today: date, limits: Limits) -> None:
    """Draw the field for rows, and what can be done with them; `item` is the saved record that
    is open."""
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
        st.button("Check these rows", key="records_check_paste", on_click=_take)


def pasted_draft(text: str) -> Draft:
    """Return pasted rows as a file; where the first is no header, names are guessed."""
    rows = pasted_rows(text) if "\t" in text else []
    if not rows or has_header(rows):
        data = pasted_csv(text)
        return Draft.of(PASTED_ROWS, data)
    data = pasted_csv(text, guess_header(rows))
    return Draft.of(PASTED_ROWS, data, is_guessed=True)


def _take() -> None:
    if text := _text():
        bring(pasted_draft(text))


def _append(item: SavedRecord, today: date, limits: Limits) -> None:
    if text := _text():
        do_later(lambda _: _add(text, item, today, limits))


def _add(text: str, item: SavedRecord, today: date, limits: Limits) -> None:
    """Add rows to a record; where they name other columns, these are chosen first."""
    appended, draft = appended_text(text, item, today, limits), pasted_draft(text)
    if appended is None:
        bring(draft)
    go_on(draft, appended)


def _text() -> str:
    text = str(st.session_state.get(_PASTE) or "")
    return text.strip("\r\n") if text.strip() else ""
