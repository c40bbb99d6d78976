"""Room in reserve beside a SQLite store: at a full disk it is given up to hide a record.

Hiding takes little room, and it is what cannot wait when something was saved by mistake. But
SQLite writes a log before anything else, and a full disk has no room for one.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from openline.store.log import log_warning
from openline.store.problems import StoreError

SPARE_BYTES: Final = 262_144
"""How much room is kept: several times what it takes to hide a record."""


@dataclass(frozen=True, slots=True)
class Spare:
    """The reserve of the store in a file; None for a store that is not in one."""

    database: Path | None = None

    def keep(self) -> bool:
        """Set the room aside, where it is not yet and the disk has it; return whether it is."""
        if self.database is None:
            return False
        try:
            if not self._is_kept():
                self._write()
        except OSError:
            self.give_up()
        return self._is_kept()

    def give_up(self) -> bool:
        """Give the room back to the disk, and return whether there was any."""
        was_kept = self._is_kept()
        if self.database is not None:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
        return was_kept and not self._is_kept()

    @property
    def _path(self) -> Path:
        database = self.database or Path()
        return database.with_name(f"{database.name}-spare")

    def _is_kept(self) -> bool:
        try:
            return self.database is not None and self._path.stat().st_size == SPARE_BYTES
        except OSError:
            return False

    def _write(self) -> None:
        """Write what no file system can make smaller."""
        with self._path.open("wb") as file:
            file.write(os.urandom(SPARE_BYTES))
            file.flush()
            os.fsync(file.fileno())


def with_room(spare: Spare, work: Callable[[], None]) -> None:
    """Do work that takes little room; where there is none, do it again in the room that was
    kept in reserve, and set this aside anew."""
    try:
        work()
    except StoreError as error:
        if error.problem.code != "store-full" or not spare.give_up():
            raise
        log_warning({"action": "spare", "outcome": "given up", "bytes": SPARE_BYTES})
        work()
        spare.keep()
