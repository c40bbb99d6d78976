"""Where damaged workbooks end: whatever they make the libraries raise becomes one error."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from openline.intake.other_books import LockedError
from openline.record.archives import as_damage


@contextmanager
def reading_workbook() -> Iterator[None]:
    """Read a workbook in a block, without its library's warnings.

    Raises `DamagedError` for whatever a damaged workbook makes the library raise, and lets two
    errors pass: `LockedError`, and `MemoryError`, as the process in which this is done has a limit
    and says that it was reached.
    """
    with warnings.catch_warnings(), as_damage(LockedError, MemoryError):
        warnings.simplefilter("ignore")
        yield
