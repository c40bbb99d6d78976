"""How an address names a saved record: `NAME` follows it, `NAME@REVISION` stays with a revision."""

import re
from dataclasses import dataclass
from typing import Final, Self

from openline.view.parameters import BUNDLED

_EDITION: Final = re.compile(rf"{BUNDLED}@([0-9a-f]{{7,64}})", re.IGNORECASE)
_SHORT: Final = 12
_NUMBER: Final = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class RecordName:
    """The name of a saved record, and the revision that is held to; None follows the newest."""

    name: str
    revision: int | None = None

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Read what `str` writes; None for anything that names no record.

        >>> RecordName.read("Gulf lines@3")
        RecordName(name='Gulf lines', revision=3)
        """
        name, mark, number = (part.strip() for part in text.partition("@"))
        if not name or (mark and not _NUMBER.fullmatch(number)):
            return None
        revision = int(number) if mark else None
        return None if revision == 0 else cls(name, revision)

    def __str__(self) -> str:
        return self.name if self.revision is None else f"{self.name}@{self.revision}"


def is_bundled(text: str) -> bool:
    """Tell whether an address names the bundled record, in whatever case."""
    return text.casefold() == BUNDLED


def edition_of(text: str) -> str | None:
    """Return with what the SHA-256 begins of the bytes of the bundled record that an address
    stays with; None where it stays with none.

    >>> edition_of("bundled@9A72E61")
    '9a72e61'
    """
    match = _EDITION.fullmatch("".join(text.split()))
    return match[1].lower() if match else None


def edition_name(digest: str) -> str:
    """Return what an address says to stay with bytes of the bundled record, by their SHA-256."""
    return f"{BUNDLED}@{digest[:_SHORT]}"
