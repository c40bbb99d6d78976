"""Reserved room beside a SQLite store: on a full disk it is freed so that a record can be hidden.

Hiding needs little room, and it cannot wait if something was saved by mistake. But SQLite first
writes a log, and a full disk has no room for one.
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
"""How much room is reserved: several times what it takes to hide a record."""


@dataclass(frozen=True, slots=True)
class Spare:
    """The reserve of a store in a file; None for a store that is not in one."""

    database: Path | None = None

    def keep(self) -> bool:
        """Reserve the room, unless it is reserved already or the disk is full; return whether it
        is reserved."""
        if self.database is None:
            return False
        try:
            if not self._is_kept():
                self._write()
        except OSError:
            self.give_up()
        return self._is_kept()

    def give_up(self) -> bool:
        """Free the room, and return whether any was reserved."""
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
        """Write bytes that no file system can compress."""
        with self._path.open("wb") as file:
            file.write(os.urandom(SPARE_BYTES))
            file.flush()
            os.fsync(file.fileno())


def with_room(spare: Spare, work: Callable[[], None]) -> None:
    """Do work that needs little room. If there is none, free the reserve, do the work again, and
    reserve the room again."""
    try:
        work()
    except StoreError as error:
        if error.problem.code != "store-full" or not spare.give_up():
            raise
        log_warning({"action": "spare", "outcome": "given up", "bytes": SPARE_BYTES})
        work()
        spare.keep()
