"""Large files: read in a process of their own, so that others get answers meanwhile."""

import hashlib
from datetime import date
from typing import Final

from openline.intake.apart import call_apart
from openline.intake.apart_child import ApartLimits
from openline.intake.choices import Choices
from openline.intake.deriving import read_derived
from openline.intake.edits import Edits
from openline.intake.survey import Survey, read_survey
from openline.intake.written_rows import RowPlaces
from openline.record.limits import (
    EXTENT,
    UNLIMITED,
    Extent,
    ReadingLimits,
    check_extent,
    count_lines,
)
from openline.record.problems import Problem
from openline.record.progress import Progress, silent
from openline.record.reading import read_record, unread
from openline.record.record import Record

LARGE: Final = 5_000_000
"""A text with more bytes than this is read apart: a smaller one is read sooner than a process
starts."""
_MANY: Final = 50_000
"""So is one with more lines than this: a row costs as much as a hundred characters."""
_ALWAYS: Final = 300_000_000
_A_BYTE: Final = 4
_A_LINE: Final = 900
"""Bytes of memory that reading takes for each byte of the file, and for each line: the measured
figures and a fifth more."""


def read_apart(
    data: bytes,
    today: date,
    limits: ReadingLimits = UNLIMITED,
    *,
    extent: Extent = EXTENT,
    progress: Progress = silent,
) -> Record:
    """Return the record of a file as `read_record` does, reading a large one apart. A file that
    exceeds the extent, or takes too long or too much memory, has that as its problem."""
    is_sized = len(data) <= (limits.size or len(data))
    if is_sized and (beyond := check_extent(data, extent)) is not None:
        return unread([beyond], hashlib.sha256(data).hexdigest())
    if not is_sized or not is_large(data):
        return read_record(data, today, limits, progress=progress)
    memory = ApartLimits(memory_for(data, limits.rows))
    outcome = call_apart(read_record, data, today, limits, limits=memory, progress=progress)
    if isinstance(outcome, Problem):
        return unread([outcome], hashlib.sha256(data).hexdigest())
    return outcome


def survey_apart(
    data: bytes, choices: Choices, edits: Edits, extent: Extent, progress: Progress = silent
) -> tuple[RowPlaces, Survey] | Problem:
    """Survey a large file as `read_survey` does, in a process of its own. If that takes too long
    or too much memory, the file's problem is returned."""
    memory = ApartLimits(memory_for(data))
    return call_apart(read_survey, data, choices, edits, extent, limits=memory, progress=progress)


def derived_apart(
    data: bytes, choices: Choices, edits: Edits, extent: Extent, places: RowPlaces | None
) -> tuple[bytes, RowPlaces] | Problem:
    """Make the CSV of a large file as `read_derived` does, in a process of its own. If that takes
    too long or too much memory, the file's problem is returned."""
    memory = ApartLimits(memory_for(data))
    return call_apart(read_derived, data, choices, edits, extent, places, limits=memory)


def is_large(data: bytes) -> bool:
    """Tell whether a text is read apart."""
    return len(data) > LARGE or count_lines(data) > _MANY


def memory_for(data: bytes, max_rows: int | None = None) -> int:
    """Return how many bytes of memory may be used to read a text."""
    lines = count_lines(data)
    return _ALWAYS + _A_BYTE * len(data) + _A_LINE * min(lines, max_rows or lines)
