"""Records and tables that are read and computed once for all viewers.

The bundled record is kept by its file's time and size, saved ones by their digest; tables by
revision, filters, day and method. Everything here is shared: never write to a frame from here.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import streamlit as st

from openline.analysis.evidence import Evidence, gather
from openline.analysis.filters import Filters
from openline.analysis.gaps import MIN_DAYS, gaps
from openline.analysis.method import METHOD
from openline.analysis.openings import WINDOW, openings
from openline.analysis.openness import openness
from openline.analysis.spans import spans
from openline.analysis.status import status
from openline.analysis.time_in_state import shares
from openline.counts import count_kept
from openline.intake.large import read_apart
from openline.record.frames import Frame
from openline.record.hidden import visible_name
from openline.record.limits import Extent, ReadingLimits
from openline.record.observation_names import named_row
from openline.record.problems import Problem
from openline.record.record import Record
from openline.settings import BUNDLED_FILE, DATA_VARIABLE
from openline.ui.data.shared import shared
from openline.view.view import View

_RECORDS: Final = 4
_SAVED: Final = 16
_ANY: Final = sys.maxsize

_Mark = tuple[int, int]


@dataclass(frozen=True)
class Bundled:
    """The bundled record: the last good one, None where there never was one, and the errors of the
    current file; `missing`: whether there is no file to read."""

    record: Record | None
    errors: tuple[Problem, ...] = ()
    missing: bool = False


@dataclass(frozen=True)
class Look:
    """What tables are computed for: the record's revision, the day, filters and carry, and the date
    of the method."""

    digest: str
    as_of: date
    filters: Filters
    carry: int | None
    method: str = METHOD


@dataclass(frozen=True, eq=False)
class Tables:
    """The tables of one look on which pages rest, each computed on first use."""

    evidence: Evidence

    @property
    def status(self) -> Frame:
        """The status of each channel."""
        return status(self.evidence)

    @property
    def moves(self) -> Frame:
        """The openings and closings of the default window."""
        return openings(self.evidence, WINDOW, MIN_DAYS)

    @property
    def openness(self) -> Frame:
        """How open the channels are, day by day."""
        return openness(self.evidence)

    @property
    def spans(self) -> Frame:
        """The stretches of days in one state."""
        return spans(self.evidence)

    @property
    def gaps(self) -> Frame:
        """The severances and the silences of the default least length."""
        return gaps(self.evidence, MIN_DAYS)

    @property
    def shares(self) -> Frame:
        """The time in each state."""
        return shares(self.evidence)


def data_path() -> Path:
    """Return the path of the bundled record: `OPENLINE_DATA`, or the product's own file."""
    named = os.environ.get(DATA_VARIABLE, "").strip()
    return Path(named) if named else BUNDLED_FILE


def bundled_name() -> str:
    """Return the title of the file shown: the bundled record, or a file that the settings name."""
    path = data_path()
    return "Bundled record" if path == BUNDLED_FILE else f"Record {visible_name(path.name)}"


def file_mark(path: Path) -> _Mark | None:
    """Return a file's time and size, which change when the file does; None where there is no
    file."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size


def load_bundled(today: date) -> Bundled:
    """Return the bundled record; after a bad edit it is the last good one, with the errors."""
    path = data_path()
    mark = file_mark(path)
    kept = _kept()
    record = _read(os.fsencode(path), mark, today) if mark else None
    if record is None:
        return Bundled(kept.get(path), missing=True)
    if record.has_errors:
        return Bundled(kept.get(path), record.errors)
    kept[path] = record
    return Bundled(record)


@st.cache_resource(max_entries=_SAVED, show_spinner=False)
def read_once(digest: str, today: date, _data: Callable[[], bytes]) -> Record:
    """Return the record of the bytes with a digest, which `_data` returns if they are needed. No
    limits apply: the bytes were within those in force when they were saved."""
    return read_apart(_data(), today, ReadingLimits(letters=_ANY), extent=Extent(_ANY, _ANY))


def tables(look: Look, record: Record) -> Tables:
    """Return the tables of a look at a record."""
    made: list[Look] = []
    computed = _tables(look, record, made.append)
    count_kept("tables", is_there=not made)
    return computed


@shared
def _tables(look: Look, _record: Record, _made: Callable[[Look], None]) -> Tables:
    _made(look)
    return Tables(gather(_record, look.as_of, look.filters, look.carry))


def row_named(view: View, record: Record) -> int | None:
    """Return the index of the observation that a view names; None where it names none, or one that
    the record lacks."""
    if view.observation is None:
        return None
    return _row_named(record.digest, view.observation, view.channel, view.parties, record)


@shared
def _row_named(
    digest: str, name: str, channels: tuple[str, ...], parties: tuple[str, ...], _record: Record
) -> int | None:
    return named_row(_record, name, channels, parties)


@st.cache_resource(show_spinner=False)
def _kept() -> dict[Path, Record]:
    """Return the last good record of each file, kept for as long as the process lives."""
    return {}


@st.cache_resource(max_entries=_RECORDS, show_spinner=False)
def _read(path: bytes, mark: _Mark, today: date) -> Record | None:
    try:
        data = Path(os.fsdecode(path)).read_bytes()
    except OSError:
        return None
    return read_apart(data, today)
