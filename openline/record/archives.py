"""The names in a ZIP archive, looked at only where they are few: a list of a million would take
seconds and half a gigabyte before anything of it is read."""

import io
import struct
import zipfile
from typing import Final

MOST_LISTED_BYTES: Final = 1_000_000
"""How many bytes the list of an archive's parts may have: about 10,000 parts."""
_END: Final = b"PK\x05\x06"
_SIZE_AT: Final = 12
_LONGEST_END: Final = 22 + 65_535


def names_in(data: bytes) -> tuple[str, ...]:
    """Return the names of the parts of an archive; none where it is no archive, or has too
    many to be looked at."""
    at = data.rfind(_END, max(0, len(data) - _LONGEST_END))
    if at < 0 or len(data) < at + _SIZE_AT + 4:
        return ()
    (size,) = struct.unpack_from("<I", data, at + _SIZE_AT)
    if size > MOST_LISTED_BYTES:
        return ()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(archive.namelist())
    except Exception:  # noqa: BLE001 - a damaged archive makes zipfile raise a dozen kinds
        return ()
