"""The file being worked on: only in this session, until it is saved."""

from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any, Final

import streamlit as st

from openline.intake.apart import call_apart
from openline.intake.arranging import with_header
from openline.intake.choices import NO_CHOICES, Choices
from openline.intake.deriving import came, derived_csv, recoded
from openline.intake.edits import NO_EDITS, Edits, Step
from openline.intake.header_place import likely_sheet
from openline.intake.large import derived_apart, is_large
from openline.intake.other_books import months_note
from openline.intake.source import Source
from openline.intake.workbook import first_rows, is_workbook, sheet_csv
from openline.record.problems import Problem
from openline.record.progress import Progress, silent
from openline.settings import session_budget, upload_limits
from openline.ui.data.remembered import recalled, remembered
from openline.ui.records.room import has_room

OUTCOME: Final = "records_outcome"
"""The key of the outcome of the file's last save."""
DRAFT: Final = "records_draft"
"""The key of the file being worked on."""
PUT_ASIDE: Final = "records_aside"
"""The key of the files set aside."""
ROW_PLACES: Final = "places"
"""The name under which the places of a file's rows are remembered."""
MADE_PLACES: Final = "made places"
"""The name under which the places of the rows in its derived CSV are remembered."""
_FILES: Final = "records_files"
_MOST_TURNS: Final = 1_000_000
"""Keeps the turns of different files apart: edits are stored by turn."""
_LOOKED_AT: Final = 10
"""How many rows of each sheet are looked at to find the one with a log."""
_MOST_UNDONE: Final = 100
_MOST_ASIDE: Final = 5
"""How many of the files set aside can be reopened."""


@dataclass(frozen=True, slots=True)
class Base:
    """The saved revision that a file was made from, or was saved as."""

    record: str
    number: int
    digest: str


_NO_STEP: Final = Step()


@dataclass(frozen=True)
class Draft:
    """An added file and its present form.

    `original` are its bytes as added, and `text` those of its rows as they came: a sheet of a
    workbook as CSV, or a text in a chosen encoding as UTF-8. `choices` and `edits` are those made
    since, `data` is the resulting CSV, and `earlier` holds the choices and edits before each step,
    for undoing. `turn` counts steps, back and forth. `sheet` is the sheet of a workbook, and
    `fault` why it cannot be read. `is_guessed`: the names of its columns were guessed.
    `is_upload`: it was added from outside, not opened from a saved revision. `is_own`: it will be
    a separate record. `carried` is what it has of an earlier file's choices and edits, and `note`
    what was done with it when it was added.
    """

    name: str
    original: bytes
    text: bytes
    data: bytes
    turn: int = 0
    choices: Choices = NO_CHOICES
    edits: Edits = NO_EDITS
    earlier: tuple[Step, ...] = ()
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    fault: Problem | None = None
    base: Base | None = None
    is_guessed: bool = False
    is_upload: bool = True
    is_own: bool = False
    carried: Step = _NO_STEP
    note: str = ""

    @classmethod
    def of(cls, name: str, data: bytes, **more: Any) -> "Draft":
        """Return a text as uploaded."""
        return cls(name, data, data, data, **more)

    def chosen(self, choices: Choices, **changes: Any) -> "Draft":
        """Return the draft with other choices instead of its own; this can be undone."""
        return self._stepped(Step(choices, self.edits), **changes)

    def edited(self, edits: Edits) -> "Draft":
        """Return the draft with other edits instead of its own; this can be undone."""
        return self._stepped(Step(self.choices, edits))

    def undone(self) -> "Draft":
        """Return the draft as it was before its last step."""
        if not self.earlier:
            return replace(self, turn=self.turn + 1)
        *earlier, step = self.earlier
        return replace(self._at(step), earlier=tuple(earlier))

    @property
    def file(self) -> int:
        """Which of a session's files it is, as a number."""
        return self.turn // _MOST_TURNS

    @property
    def is_changed(self) -> bool:
        """Whether it differs from what was added."""
        return bool(self.earlier)

    def _stepped(self, step: Step, **changes: Any) -> "Draft":
        now = Step(self.choices, self.edits)
        if step == now:
            return replace(self, turn=self.turn + 1, **changes)
        earlier = (*self.earlier, now)[-_MOST_UNDONE:]
        return replace(self._at(step), earlier=earlier, **changes)

    def _at(self, step: Step) -> "Draft":
        """Return the draft with the choices and edits of a step."""
        draft = replace(self, choices=step.choices, edits=step.edits, turn=self.turn + 1)
        if step.choices.encoding != self.choices.encoding:
            draft = _with_text(draft)
        if step.choices != self.choices and is_large(draft.text):
            return _derived_apart(draft)
        source = came_of(draft)
        if source is None:
            return replace(draft, data=draft.text)
        return replace(draft, data=derived_csv(draft.text, source, step.choices, step.edits))


def draft_of(
    name: str, data: bytes, most_rows: int | None = None, progress: Progress = silent
) -> Draft:
    """Return a file as uploaded; for a workbook, the sheet most likely to hold a log."""
    if not is_workbook(data):
        return Draft.of(name, data)
    looked_at = call_apart(first_rows, data, _LOOKED_AT, progress=progress)
    if isinstance(looked_at, Problem):
        return Draft.of(name, data, fault=looked_at)
    draft = Draft.of(name, data, sheets=tuple(looked_at))
    return with_sheet(draft, likely_sheet(looked_at), most_rows, progress)


def with_sheet(
    draft: Draft, sheet: str, most_rows: int | None = None, progress: Progress = silent
) -> Draft:
    """Return a workbook's draft with another of its sheets, without choices and edits."""
    bare = replace(
        draft, sheet=sheet, turn=draft.turn + 1, earlier=(), choices=NO_CHOICES, edits=NO_EDITS
    )
    read = _with_text(bare, most_rows, progress)
    return replace(read, data=read.text, note=months_note(draft.original, read.text))


def came_of(draft: Draft, progress: Progress = silent) -> Source | None:
    """Return the rows of a file as they came, None if it is not text."""
    given = draft.text, draft.choices.header

    def compute() -> Source | None:
        if recalled_source := recalled("source", (draft.text,)):
            return with_header(recalled_source, draft.choices.header)
        places = recalled(ROW_PLACES, given)
        source = came(draft.text, draft.choices, progress, upload_limits().extent, places)
        return None if isinstance(source, Problem) else source

    return remembered("came", given, compute)


def _derived_apart(draft: Draft) -> Draft:
    """Return a large draft with its derived CSV, or with the reason that it could not be made."""
    if Step(draft.choices, draft.edits) == _NO_STEP:
        return replace(draft, data=draft.text, fault=None)
    places = recalled(ROW_PLACES, (draft.text, draft.choices.header))
    given = draft.text, draft.choices, draft.edits
    outcome = derived_apart(*given, upload_limits().extent, places)
    if isinstance(outcome, Problem):
        return replace(draft, data=draft.text, fault=outcome)
    data, made = outcome
    remembered(MADE_PLACES, (data,), lambda: made, is_light=True)
    return replace(draft, data=data, fault=None)


def _with_text(draft: Draft, most_rows: int | None = None, progress: Progress = silent) -> Draft:
    """Return a draft with its rows as they came, in the chosen encoding and sheet."""
    if draft.sheet is None:
        return replace(draft, text=recoded(draft.original, draft.choices.encoding))
    sheet = call_apart(sheet_csv, draft.original, draft.sheet, most_rows, progress=progress)
    if isinstance(sheet, Problem):
        return replace(draft, text=b"", fault=sheet)
    return replace(draft, text=recoded(sheet, draft.choices.encoding), fault=None)


def current_draft() -> Draft | None:
    """Return the file that this session is working on, None if there is none."""
    draft: Draft | None = st.session_state.get(DRAFT)
    return draft


def put_draft(draft: Draft) -> None:
    """Replace the current file with its new form, if there is room for it."""
    if has_room(draft, asides()):
        st.session_state[DRAFT] = draft


def bring(draft: Draft | None) -> None:
    """Work on another file, if there is room, or on none; the previous one is set aside."""
    before = current_draft()
    if draft is not None and not has_room(draft, before, asides()):
        return
    if before is not None:
        put_aside(before)
    if draft is not None:
        files = st.session_state.get(_FILES, 0) + 1
        st.session_state[_FILES] = files
        draft = replace(draft, turn=draft.turn + files * _MOST_TURNS)
    st.session_state[DRAFT] = draft
    st.session_state.pop(OUTCOME, None)


def put_aside(draft: Draft) -> None:
    """Set a file aside to be reopened. The most recent few are kept, as far as there is room."""
    kept, room = (draft, *asides())[:_MOST_ASIDE], session_budget()
    sizes = accumulate(len(item.original) + len(item.data) for item in kept)
    st.session_state[PUT_ASIDE] = kept[: max(1, sum(size <= room for size in sizes))]


def asides() -> tuple[Draft, ...]:
    """Return the files set aside, the most recent first."""
    return tuple[Draft, ...](st.session_state.get(PUT_ASIDE, ()))


def take_back(place: int) -> None:
    """Reopen a file that was set aside, by its place in `asides`; the current one is set aside
    instead."""
    draft = asides()[place]
    st.session_state[PUT_ASIDE] = tuple(item for item in asides() if item is not draft)
    if (before := current_draft()) is not None:
        put_aside(before)
    st.session_state[DRAFT] = draft
