"""What can be wrong with what a store keeps: one table, and one row for each that is found."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

BREAKS: Final[Mapping[str, str]] = {
    "revision-changed": "The row of the revision does not fit its hash and the row before it.",
    "revision-gone": "The revision is missing.",
    "hiding-changed": "A hiding of the record does not fit its hash and the row before it.",
    "record-changed": "The record is not as its revisions and hidings have it.",
    "place-gone": "Something is missing: a hiding, newest revisions or a record.",
    "end-changed": "The chain does not end where the store noted that it ends.",
    "head-unknown": "A hash noted elsewhere is not in the chain: rewritten, or an older copy.",
    "file-changed": "The bytes of the file are not those that were saved.",
    "file-gone": "The file that the revision names is missing.",
    "file-unnamed": "The store has a file that no revision names.",
}
"""Every kind of break, by code."""


@dataclass(frozen=True, slots=True)
class Break:
    """One thing that is not what was kept: where, which of `BREAKS`, what was found and what
    was expected. `record` and `revision` are None where it belongs to none."""

    record: str | None
    revision: int | None
    what: str
    found: str
    expected: str

    @property
    def meaning(self) -> str:
        """What is wrong, in a sentence."""
        return BREAKS[self.what]
