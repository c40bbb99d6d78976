"""The source: what the routes need from the process that draws the pages."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from openline.record.problems import Problem
from openline.record.record import Record
from openline.settings import Limits
from openline.store.names import name_key
from openline.store.revisions import Revision, SavedRecord
from openline.view.parameters import BUNDLED
from openline.view.record_name import RecordName


@dataclass(frozen=True)
class Shown:
    """What an address shows: the record's title; the record, None where there is no data; its
    problems; a note on the file of the bundled record; the revision of a saved one; and the name by
    which an address stays with these bytes of the bundled one."""

    title: str
    record: Record | None = None
    problems: tuple[Problem, ...] = ()
    note: str = ""
    revision: Revision | None = None
    edition: str = ""

    @property
    def pinned(self) -> str:
        """The name by which an address shows exactly this revision."""
        if self.revision is None:
            return self.edition or BUNDLED
        return str(RecordName(self.revision.record, self.revision.number))


@dataclass(frozen=True)
class Kept:
    """The saved records, including hidden ones, by the key of their names. `problem` says why the
    store does not answer now; the records are then those of its last answer. `seconds` is how long
    it took."""

    named: Mapping[str, SavedRecord] = field(default_factory=dict)
    problem: Problem | None = None
    seconds: float = 0.0

    @property
    def records(self) -> tuple[SavedRecord, ...]:
        """All saved records, in order."""
        return tuple(self.named.values())

    @property
    def shown(self) -> tuple[SavedRecord, ...]:
        """The saved records that are not hidden."""
        return tuple(item for item in self.records if not item.hidden)

    def find(self, name: str) -> SavedRecord | None:
        """Return a record by name, ignoring case; None where there is none."""
        return self.named.get(name_key(name))


@dataclass(frozen=True)
class BoardSource:
    """The functions of the board that the routes call: what an address's record shows on a day, a
    mark that changes with the bundled record's file, the saved records, the revisions of one,
    today, the limits of uploaded files, and what the store answers now. All but `mark` and `today`
    can wait and compute."""

    shown: Callable[[str, date], Shown]
    mark: Callable[[], Hashable]
    kept: Callable[[], Kept]
    revisions: Callable[[SavedRecord], Sequence[Revision] | Problem]
    today: Callable[[], date]
    limits: Callable[[], Limits]
    store: Callable[[], Kept]
