"""The file that is being worked on: in this session alone, until it is saved."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeVar

import streamlit as st

from openline.intake.header_place import likely_sheet
from openline.intake.mapping import Choices
from openline.intake.workbook import first_rows, is_workbook, sheet_csv, sheet_names
from openline.record.problems import Problem
from openline.record.progress import Progress, silent
from openline.store.revisions import Upload

__all__ = [
    "OUTCOME",
    "Base",
    "Draft",
    "bring",
    "choices_of",
    "current_draft",
    "draft_of",
    "put_draft",
    "recalled",
    "remembered",
    "take_back",
    "upload_of",
    "with_sheet",
]

OUTCOME: Final = "records_outcome"
"""The key of what came of the last save of the file."""
_KEY: Final = "records_draft"
_ASIDE: Final = "records_aside"
_FILES: Final = "records_files"
_MOST_TURNS: Final = 1_000_000
"""Turns of one file never meet those of another: what is edited goes by the turn."""
_MEMO: Final = "records_memo"
_SUFFIX: Final = re.compile(r"(?<=.)\.\w{1,5}$")
_LOOKED_AT: Final = 10
"""How many rows of each sheet are looked at to find the one with a log."""
_MOST_UNDONE: Final = 20
_MOST_KEPT: Final = 100_000_000
"""How many bytes of earlier versions are kept to go back to, at most."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Base:
    """The saved revision that a file was made from, or was saved as."""

    record: str
    number: int
    digest: str


@dataclass(frozen=True)
class Draft:
    """A file that was brought, and what it is by now.

    `original` are its bytes as they were brought; `data` the CSV by now, with everything that
    was chosen and mended; `earlier` what it was before each step, to go back to. `turn` counts
    steps, back and forth. `sheet` is the sheet of a workbook, and `fault` why it cannot be
    read. `is_guessed`: the names of its columns were guessed. `is_upload`: it was brought from
    elsewhere, and is no saved revision.
    """

    name: str
    original: bytes
    data: bytes
    turn: int = 0
    choices: Choices = field(default_factory=Choices)
    earlier: tuple[bytes, ...] = ()
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    fault: Problem | None = None
    base: Base | None = None
    is_guessed: bool = False
    is_upload: bool = True

    def stepped(self, data: bytes, **changes: Any) -> "Draft":
        """Return the draft with other bytes, which can be undone."""
        if data == self.data:
            return replace(self, turn=self.turn + 1, **changes)
        room = max(1, min(_MOST_UNDONE, _MOST_KEPT // max(1, len(data))))
        earlier = (*self.earlier, self.data)[-room:]
        return replace(self, data=data, turn=self.turn + 1, earlier=earlier, **changes)

    def undone(self) -> "Draft":
        """Return the draft as it was before its last step."""
        if not self.earlier:
            return replace(self, turn=self.turn + 1)
        *earlier, data = self.earlier
        return replace(self, data=data, turn=self.turn + 1, earlier=tuple(earlier))

    @property
    def is_changed(self) -> bool:
        """Whether it is other than what was brought."""
        return bool(self.earlier)


def draft_of(
    name: str, data: bytes, most_rows: int | None = None, progress: Progress = silent
) -> Draft:
    """Return a file as it was brought; of a workbook the sheet that most likely holds
    a log is read, the first where none does."""
    if not is_workbook(data):
        return Draft(name, data, data)
    sheets = sheet_names(data)
    if isinstance(sheets, Problem):
        return Draft(name, data, data, fault=sheets)
    looked_at = first_rows(data, _LOOKED_AT) if len(sheets) > 1 else {}
    sheet = likely_sheet(looked_at) if looked_at else sheets[0]
    return with_sheet(Draft(name, data, data, sheets=sheets), sheet, most_rows, progress)


def with_sheet(
    draft: Draft, sheet: str, most_rows: int | None = None, progress: Progress = silent
) -> Draft:
    """Return a workbook's draft with another of its sheets, as CSV from then on."""
    found = sheet_csv(draft.original, sheet, max_rows=most_rows, progress=progress)
    fault = found if isinstance(found, Problem) else None
    data = b"" if isinstance(found, Problem) else found
    turn = draft.turn + 1
    return replace(
        draft, data=data, sheet=sheet, fault=fault, turn=turn, earlier=(), choices=Choices()
    )


def choices_of(draft: Draft) -> dict[str, object] | None:
    """Return what was chosen for a file, as it is saved with it; None where nothing was."""
    chosen = draft.choices
    found: dict[str, object] = {}
    if chosen.columns:
        found["columns"] = dict(chosen.columns)
    if chosen.words:
        found["words"] = {column: dict(words) for column, words in chosen.words.items()}
    if chosen.date_order:
        found["date_order"] = chosen.date_order
    if draft.sheet:
        found["sheet"] = draft.sheet
    return found or None


def upload_of(draft: Draft) -> Upload | None:
    """Return the file as it was brought, under a name that tells its type."""
    if not draft.is_upload:
        return None
    kind = ".xlsx" if is_workbook(draft.original) else ".csv"
    name = draft.name if _SUFFIX.search(draft.name) else f"{draft.name}{kind}"
    return Upload(name, draft.original)


def current_draft() -> Draft | None:
    """Return the file that this session works on, None where there is none."""
    found: Draft | None = st.session_state.get(_KEY)
    return found


def put_draft(draft: Draft) -> None:
    """Go on with a file as it is now."""
    st.session_state[_KEY] = draft


def bring(draft: Draft | None) -> None:
    """Work on another file, or on none; the one before can be taken back."""
    before = current_draft()
    if before is not None:
        st.session_state[_ASIDE] = before
    if draft is not None:
        files = st.session_state.get(_FILES, 0) + 1
        st.session_state[_FILES] = files
        draft = replace(draft, turn=draft.turn + files * _MOST_TURNS)
    st.session_state[_KEY] = draft
    st.session_state.pop(OUTCOME, None)


def take_back(*, only_look: bool = False) -> Draft | None:
    """Return the file that was put aside last, and go on with it unless `only_look`."""
    found: Draft | None = st.session_state.get(_ASIDE)
    if found is not None and not only_look:
        st.session_state[_ASIDE] = current_draft()
        st.session_state[_KEY] = found
    return found


def recalled(name: str, given: tuple[Any, ...]) -> Any:
    """Return what is remembered of these values, None where nothing is."""
    known = st.session_state.get(_MEMO, {}).get(name)
    return known[1] if known is not None and known[0] == given else None


def remembered(name: str, given: tuple[Any, ...], compute: Callable[[], _T]) -> _T:
    """Return what was computed of these values in this session, or compute it: the last
    answer of each name is kept."""
    memo: dict[str, tuple[tuple[Any, ...], Any]] = st.session_state.setdefault(_MEMO, {})
    known = memo.get(name)
    if known is not None and known[0] == given:
        return known[1]
    value = compute()
    memo[name] = given, value
    return value
