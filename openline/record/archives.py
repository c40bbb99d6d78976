"""The names in a ZIP archive, looked at only where they are few: a list of a million would take
seconds and half a gigabyte before anything of it is read."""

import io
import logging
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

MOST_LISTED_BYTES: Final = 1_000_000
"""How many bytes the list of an archive's parts may have: about 10,000 parts."""
_LOG: Final = logging.getLogger(__name__)
_END: Final = b"PK\x05\x06"
_SIZE_AT: Final = 12
_LONGEST_END: Final = 22 + 65_535


class DamagedError(Exception):
    """A file, or a part of it, is damaged and cannot be read."""


@contextmanager
def as_damage(*passing: type[Exception]) -> Iterator[None]:
    """Raise `DamagedError` for whatever goes wrong in a block, unless it is one of some errors:
    a damaged archive or workbook makes the libraries raise a dozen kinds. The log has what it was,
    as it could also be a fault of the reader."""
    try:
        yield
    except passing:
        raise
    except BaseException as error:
        # A library in Rust that fails raises what is no `Exception`.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        _LOG.info("A file is damaged", exc_info=True)
        raise DamagedError from error


@contextmanager
def opened_archive(data: bytes) -> Iterator[zipfile.ZipFile]:
    """Open a ZIP archive for a block. Raises `DamagedError` whatever goes wrong in it."""
    with as_damage(), zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield archive


def names_in(data: bytes) -> tuple[str, ...]:
    """Return the names of the parts of an archive; none where it is not an archive, or has too
    many to be looked at."""
    at = data.rfind(_END, max(0, len(data) - _LONGEST_END))
    if at < 0 or len(data) < at + _SIZE_AT + 4:
        return ()
    (size,) = struct.unpack_from("<I", data, at + _SIZE_AT)
    if size > MOST_LISTED_BYTES:
        return ()
    try:
        with opened_archive(data) as archive:
            return tuple(archive.namelist())
    except DamagedError:
        return ()
