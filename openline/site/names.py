"""Names of files, made of names in a record: safe on every system, and the same next time."""

import hashlib
import re
import unicodedata
from typing import Final

_MOST: Final = 60
_HASHED: Final = 12
"""So many digits of a hash keep names apart that look alike when they are written plainly."""


def hashed_name(*names: str) -> str:
    """Return the name of the file for something that has these names: plain letters and digits,
    then a hash, so that it stays whatever else a record has.

    >>> hashed_name("China; United States", "Defence ministers")
    'china-united-states-defence-ministers-3e052ae50c89'
    """
    plain = unicodedata.normalize("NFKD", " ".join(names)).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower())[:_MOST].strip("-")
    mark = hashlib.sha256("\0".join(names).encode("utf-8", "replace")).hexdigest()[:_HASHED]
    return f"{words}-{mark}" if words else mark
