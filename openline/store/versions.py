"""The versions of the C libraries on which the board relies, and those with known faults.

SQLite holds the store, expat reads workbooks. Some distributions fix a fault without raising the
version; their own notes say so.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from openline.store.log import log_warning

_SQLITE: Final = "SQLite"
_EXPAT: Final = "expat"


@dataclass(frozen=True, slots=True)
class LibraryFault:
    """A fault of a library: the first version without it, what it does, where it was published,
    and the first versions without it in older release lines."""

    library: str
    mended: str
    what: str
    advisory: str
    older: tuple[str, ...] = ()

    def has(self, version: str) -> bool:
        """Tell whether a version has the fault."""
        numbers = _numbers(version)
        lines = [_numbers(text) for text in self.older]
        is_mended = numbers >= _numbers(self.mended) or any(
            numbers[:2] == line[:2] and numbers >= line for line in lines
        )
        return not is_mended


FAULTS: Final = (
    LibraryFault(
        _SQLITE,
        "3.51.3",
        "two writers in the same instant can, very rarely, damage a file with a log of writes",
        "https://sqlite.org/wal.html#walresetbug",
        older=("3.50.7", "3.44.6"),
    ),
    LibraryFault(
        _SQLITE,
        "3.50.2",
        "a statement made up by an attacker can write outside its memory",
        "CVE-2025-6965",
    ),
    LibraryFault(
        _EXPAT, "2.7.2", "a small document can take a great deal of memory", "CVE-2025-59375"
    ),
    LibraryFault(_EXPAT, "2.7.0", "deeply nested entities can end the process", "CVE-2024-8176"),
    LibraryFault(_EXPAT, "2.6.3", "lengths of a hostile document are trusted", "CVE-2024-45490"),
    LibraryFault(
        _EXPAT, "2.6.0", "one long word of a document takes quadratic time", "CVE-2023-52425"
    ),
)
"""The faults that matter to the board; older versions have more."""


def library_versions() -> Mapping[str, str]:
    """Return the versions of the libraries in this process, by name."""
    return {
        _SQLITE: sqlite3.sqlite_version,
        _EXPAT: expat.EXPAT_VERSION.removeprefix("expat_"),
    }


def known_faults(versions: Mapping[str, str] | None = None) -> tuple[LibraryFault, ...]:
    """Return the faults of libraries with these versions, by default those in this process."""
    here = library_versions() if versions is None else versions
    return tuple(one for one in FAULTS if one.library in here and one.has(here[one.library]))


def log_faults(faults: Iterable[LibraryFault]) -> None:
    """Log one line for each fault of a library in this process."""
    for fault in faults:
        log_warning(
            {
                "action": "start",
                "library": fault.library,
                "version": library_versions()[fault.library],
                "fault": fault.what,
                "mended": " or ".join((fault.mended, *fault.older)),
                "advisory": fault.advisory,
            }
        )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
