"""What the store keeps: saved records, and the revisions of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

KeptChoices = Mapping[str, object]
"""How a file was read, such as which column is which: words that JSON can hold."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One save of a record; it never changes.

    `number` counts from 1 within the record. `digest` is the SHA-256 of its bytes and `size`
    their count. `saved_at` is in UTC. `parent` is the number of the revision that it was made
    from: the one before it, or the one that was restored; None for the first. `choices` is how
    the file was read. `original_digest` is that of the bytes as they were uploaded, where
    these are others, and `original_name` what that file was called. `chain` is the hash of it
    and of all that the store had kept before. `already_saved` marks the answer to a save whose
    bytes the newest revision already has: nothing was added.
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

    `chosen` is the newest revision that was read by choices, None where none was: its choices
    are offered again for the next file.
    """

    name: str
    hidden: bool
    newest: Revision
    chosen: Revision | None = None


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was uploaded: what it was called, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Hiding:
    """That a record was hidden, or shown again: by whom, and when, in UTC."""

    hidden: bool
    done_by: str
    done_at: datetime
