"""The encodings in which a file can be read, with the words by which they are told apart; and texts
that were encoded twice: UTF-8 that a program took for Windows-1252 and saved again, so that `é`
became `Ã©`."""

import re
from typing import Final, NamedTuple

from openline.record.decoding import Decoded, decode, encoding_of
from openline.record.encodings import ENCODINGS

_MOST: Final = 8
_SAMPLE: Final = 200_000
_WORD: Final = re.compile(r"[^\s,;|\"]{0,40}[^\x00-\x7f][^\s,;|\"]{0,40}")
ENCODED_TWICE: Final = "utf-8 encoded twice"
"""The name under which it is chosen among encodings."""
_RUN: Final = re.compile(r"[^\x00-\x7f]{2,}")
_WORD_OF_RUNS: Final = re.compile(r"[^\s,;|\"]{0,20}[^\x00-\x7f]{2,20}[^\s,;|\"]{0,20}")


class EncodingReading(NamedTuple):
    """An encoding, and the first words that it reads beyond ASCII."""

    name: str
    words: tuple[str, ...]


def encoding_readings(data: bytes, shown: int = 3) -> tuple[EncodingReading, ...]:
    """Return the encodings that read every byte of a file, each with its first words: first
    the one that is taken unless told, then those that read these words otherwise."""
    guessed = encoding_of(data)[1]
    readings: dict[tuple[str, ...], EncodingReading] = {}
    for name in dict.fromkeys((guessed, *ENCODINGS)):
        if name.startswith("utf-16") and name != guessed:
            continue
        decoded = decode(data, name)
        if not isinstance(decoded, Decoded) or (decoded.has_strays and name != guessed):
            continue
        words = tuple(match[0] for match in _WORD.finditer(decoded.text[:_SAMPLE]))
        first = tuple(dict.fromkeys(words))[:shown]
        if first:
            readings.setdefault(first, EncodingReading(name, first))
        if len(readings) == _MOST:
            break
    return tuple(readings.values())


def once_encoded(text: str) -> str:
    """Return a text as it was before, letter by letter; what was not encoded twice stays.

    >>> once_encoded("CafÃ© – déjà vu")
    'Café – déjà vu'
    """
    return _RUN.sub(lambda match: _before(match[0]), text)


def words_encoded_twice(text: str, most: int = 3) -> tuple[tuple[str, str], ...]:
    """Return the first words that seem to be encoded twice, each with what it was before."""
    words: dict[str, str] = {}
    for match in _WORD_OF_RUNS.finditer(text):
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
