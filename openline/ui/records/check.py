"""A checked file: its record, and figures about it."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from openline.intake.choices import WORD_COLUMNS
from openline.intake.edits import Edits
from openline.intake.foreign_dates import is_readable
from openline.intake.large import read_apart
from openline.intake.rechecking import Checkable, checkable, recheck
from openline.intake.source import Source, read_source
from openline.record.dates import DATE_FAULTS
from openline.record.problems import ERROR, Problem
from openline.record.progress import Progress, part, silent
from openline.record.record import Record
from openline.sentences.records import FileState
from openline.settings import Limits, upload_limits
from openline.ui.data.remembered import recalled, remembered
from openline.ui.records.draft import MADE_PLACES, Draft

_EDITED: Final = "source_edited"
_OWN_WORDS: Final = frozenset(f"{column}-vocabulary" for column in WORD_COLUMNS)
_BLANK: Final = b' \t,;|"\r\n\x00\xef\xbb\xbf\xff\xfe'
"""The bytes of blank lines, empty cells and marks before a text."""
_LINE_ENDS: Final = re.compile(rb"\r\n|\r|\n")
_OF_SIZE: Final = ("size-limit", "row-limit", "column-limit", "channel-limit")
_OF_HEADER: Final = frozenset({"column-repeated", "date-and-start"})


@dataclass(frozen=True, eq=False)
class Checked:
    """A file as it was read: its bytes, its record and its problems; whether any of these are
    words or dates of its own whose meaning can be chosen; and its rows as written, if they are
    already known."""

    data: bytes
    record: Record
    problems: tuple[Problem, ...]
    has_own_words: bool
    source: Source | None = None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that prevent the file from being saved."""
        return tuple(item for item in self.problems if item.severity == ERROR)

    @property
    def lacks_columns(self) -> bool:
        """Whether a needed column is missing from the header."""
        return any(item.code == "column-missing" for item in self.problems)

    @property
    def is_too_large(self) -> bool:
        """Whether the file exceeds a limit, so that no choice could make it fit."""
        return any(item.code in _OF_SIZE for item in self.problems)

    def state(self, draft: Draft) -> FileState:
        """Return what sentences need to know about the file."""
        errors = self.errors
        more_errors = self.record.count(ERROR) - len(self.record.errors)
        more = sum(self.record.beyond.values())
        rows = self.record.observations
        base = draft.base
        saved = base is not None and base.digest == self.record.digest and not errors
        return FileState(
            name=draft.name,
            errors=len(errors) + more_errors,
            lines=len({item.line for item in errors if item.line is not None}),
            warnings=len(self.problems) - len(errors) + more - more_errors,
            rows=len(rows),
            channels=len(self.record.channels),
            first=rows["earliest"].min().date() if len(rows) else None,
            last=rows["earliest"].max().date() if len(rows) else None,
            to_choose=self.lacks_columns or self.has_own_words,
            in_header=any(item.code in _OF_HEADER for item in errors),
            saved_as=(base.record, base.number) if saved and base else None,
            unlisted=more_errors,
        )


def check(
    data: bytes,
    fault: Problem | None,
    today: date,
    limits: Limits,
    name: str = "now",
    progress: Progress = silent,
) -> Checked:
    """Check a file. The answer is kept in the session under `name`, as long as the file is the
    same."""

    def compute() -> Checked:
        record = read_apart(
            data,
            today,
            limits.reading,
            extent=limits.extent,
            progress=progress,
        )
        return _checked(data, record, fault)

    return remembered(f"check_{name}", (data, fault, today, limits), compute)


def check_edited(
    before: Checked,
    data: bytes,
    edits: Edits,
    today: date,
    limits: Limits,
    progress: Progress = silent,
) -> Checked:
    """Check a file after edits to one that was checked whole. Only the channels touched by the
    edits are read again, or the whole file if they could change how the rest is read."""

    def compute() -> Checked:
        checkable = _checkable(before, today, limits, progress)
        progress(0.5, "Checking the channels that the change touches")
        checked = checkable and recheck(checkable, edits, today, limits.reading)
        is_part = checked and checked.splice.data == data
        if not checked or not is_part or len(checked.record.channels) > limits.channels:
            return check(data, None, today, limits, progress=part(progress, 0.5, 1.0))
        source = remembered(_EDITED, (data,), lambda: checked.splice.source)
        return _checked(data, checked.record, None, source)

    return remembered("check_edited", (before.data, data, edits, today, limits), compute)


def _checkable(
    before: Checked, today: date, limits: Limits, progress: Progress
) -> Checkable | None:
    def compute() -> Checkable | None:
        progress(0.0, "Noting which rows belong to which channel")
        source = source_of(before.data)
        return None if source is None else checkable(before.data, source, before.record)

    return remembered("checkable", (before.data, today, limits), compute)


def _checked(
    data: bytes, record: Record, fault: Problem | None, source: Source | None = None
) -> Checked:
    problems = (fault,) if fault is not None else _below_blank_lines(record.problems, data)
    return Checked(data, record, problems, any(map(is_own_word, problems)), source)


def _below_blank_lines(problems: tuple[Problem, ...], data: bytes) -> tuple[Problem, ...]:
    """Return problems with those of the header, which are reported for line 1, moved to the
    line where the header is: below any blank lines and empty cells left in place of what was
    above it."""
    before = data[: len(data) - len(data.lstrip(_BLANK))].replace(b"\x00", b"")
    blank = len(_LINE_ENDS.findall(before))
    if not blank:
        return problems
    return tuple(replace(one, line=blank + 1) if one.line == 1 else one for one in problems)


def is_own_word(item: Problem) -> bool:
    """Tell whether a problem is a word, or a form of date, of the file's own."""
    if item.code in DATE_FAULTS:
        return is_readable(item.column or "", item.value or "")
    return item.code in _OWN_WORDS


def source_of(data: bytes, progress: Progress = silent) -> Source | None:
    """Return the rows of a file as written, None if it is not text. After an edit they are known
    from its check."""
    recalled_source: Source | None = recalled(_EDITED, (data,)) or recalled("came", (data, None))
    if recalled_source is not None:
        return recalled_source

    def compute() -> Source | None:
        places = recalled(MADE_PLACES, (data,))
        source = read_source(data, progress, extent=upload_limits().extent, places=places)
        return None if isinstance(source, Problem) else source

    return remembered("source", (data,), compute)
