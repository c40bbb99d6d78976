"""What the store keeps: saved records, and the revisions of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

KeptChoices = Mapping[str, object]
"""How a file was read, for example which column is which, in values that JSON can hold."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One save of a record; it never changes.

    `number` counts from 1 within the record. `digest` is the SHA-256 of its bytes and `size` their
    count. `saved_at` is in UTC. `parent` is the number of the revision from which it was made: the
    previous one, or the one that was restored; None for the first. `choices` is how the file was
    read. `original_digest` is that of the bytes as uploaded, if they differ, and `original_name`
    is that file's name. `chain` is the hash of this revision and of everything that the store had
    kept before. `already_saved` marks the answer to a save whose bytes the newest revision already
    has: nothing was added.
    """

    record: str
    number: int
    digest: str
    size: int
    saved_by: str
    saved_at: datetime
    note: str
    parent: int | None
    choices: KeptChoices | None = field(default=None, hash=False)
    original_digest: str | None = None
    original_name: str | None = None
    chain: str = field(default="", compare=False)
    already_saved: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class SavedRecord:
    """A saved record: its name, whether it is hidden from lists, and its newest revision.

    `chosen` is the newest revision that was read with choices, None if there is none; its choices
    are offered again for the next file.
    """

    name: str
    hidden: bool
    newest: Revision
    chosen: Revision | None = None


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was uploaded: its name and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Hiding:
    """The fact that a record was hidden or shown again: by whom, and when, in UTC."""

    hidden: bool
    done_by: str
    done_at: datetime
