"""Texts that were encoded twice: UTF-8 that a program took for Windows-1252 and saved again, so
that `é` became `Ã©`."""

import re
from typing import Final

ENCODED_TWICE: Final = "utf-8 encoded twice"
"""The name under which it is chosen among encodings."""
_RUN: Final = re.compile(r"[^\x00-\x7f]{2,}")
_WORD: Final = re.compile(r"[^\s,;|\"]{0,20}[^\x00-\x7f]{2,20}[^\s,;|\"]{0,20}")


def once_encoded(text: str) -> str:
    """Return a text as it was before, letter by letter; what was not encoded twice stays.

    >>> once_encoded("CafÃ© – déjà vu")
    'Café – déjà vu'
    """
    return _RUN.sub(lambda match: _before(match[0]), text)


def words_encoded_twice(text: str, most: int = 3) -> tuple[tuple[str, str], ...]:
    """Return the first words that seem to be encoded twice, each with what it was before."""
    words: dict[str, str] = {}
    for match in _WORD.finditer(text):
        before = once_encoded(match[0])
        if before != match[0]:
            words.setdefault(match[0], before)
        if len(words) == most:
            break
    return tuple(words.items())


def _before(run: str) -> str:
    try:
        return b"".join(map(_byte, run)).decode()
    except UnicodeError:
        return run


def _byte(mark: str) -> bytes:
    """Return the byte that Windows-1252 has for a letter; the five that it lacks are as they
    are."""
    return mark.encode("latin-1") if "\x80" <= mark <= "\x9f" else mark.encode("cp1252")
