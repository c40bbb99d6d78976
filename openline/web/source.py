"""The source: what the routes ask of the process that draws the pages."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from openline.record.problems import Problem
from openline.record.record import Record
from openline.settings import Limits
from openline.store.revisions import Revision, SavedRecord


class Shown(Protocol):
    """What an address shows: the record, None where there is none, and why."""

    @property
    def title(self) -> str:
        """What the record is called."""

    @property
    def record(self) -> Record | None:
        """The record, None where there is no data."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with what was asked for."""

    @property
    def note(self) -> str:
        """What is said of the bundled record's file where it cannot be used."""

    @property
    def revision(self) -> Revision | None:
        """The revision of a saved record."""

    @property
    def pinned(self) -> str:
        """What an address says to show exactly this revision."""


class Kept(Protocol):
    """The saved records, and why the store does not answer."""

    @property
    def shown(self) -> tuple[SavedRecord, ...]:
        """Those that are not hidden."""

    @property
    def problem(self) -> Problem | None:
        """Why the store does not answer now, None where it does."""

    def find(self, name: str) -> SavedRecord | None:
        """Return a record by its name."""


@dataclass(frozen=True)
class BoardSource:
    """What is asked of the board: what an address's record shows on a day, what changes when
    the bundled record's file does, the saved records, the revisions of one, today, the
    limits of files that are brought, and why the store does not answer, with its seconds. All
    but `mark` and `today` may wait and compute."""

    shown: Callable[[str, date], Shown]
    mark: Callable[[], Hashable]
    kept: Callable[[], Kept]
    revisions: Callable[[SavedRecord], Sequence[Revision] | Problem]
    today: Callable[[], date]
    limits: Callable[[], Limits]
    store: Callable[[], tuple[Problem | None, float]]
