"""File names made from names in a record: safe on every system, and the same every time."""

import hashlib
import re
import unicodedata
from typing import Final

_MOST: Final = 60
_HASHED: Final = 12
"""How many digits of a hash keep names apart that look alike in plain letters."""


def hashed_name(*names: str) -> str:
    """Return the file name for something with these names: plain letters and digits, then a hash,
    so that it does not depend on the rest of the record.

    >>> hashed_name("China; United States", "Defence ministers")
    'china-united-states-defence-ministers-3e052ae50c89'
    """
    plain = unicodedata.normalize("NFKD", " ".join(names)).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower())[:_MOST].strip("-")
    mark = hashlib.sha256("\0".join(names).encode("utf-8", "replace")).hexdigest()[:_HASHED]
    return f"{words}-{mark}" if words else mark
