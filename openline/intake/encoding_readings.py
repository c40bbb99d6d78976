"""The encodings in which a file can be read, with the words that tell them apart; and texts that
were encoded twice: a program took UTF-8 for Windows-1252 and saved it again, so that `é` became
`Ã©`."""

import re
from typing import Final, NamedTuple

from openline.record.decoding import Decoded, decode, encoding_of
from openline.record.encodings import ENCODINGS

_MOST: Final = 8
_SAMPLE: Final = 200_000
_WORD: Final = re.compile(r"[^\s,;|\"]{0,40}[^\x00-\x7f][^\s,;|\"]{0,40}")
ENCODED_TWICE: Final = "utf-8 encoded twice"
"""The name under which this is listed among encodings."""
_RUN: Final = re.compile(r"[^\x00-\x7f]{2,}")
_WORD_OF_RUNS: Final = re.compile(r"[^\s,;|\"]{0,20}[^\x00-\x7f]{2,20}[^\s,;|\"]{0,20}")


class EncodingReading(NamedTuple):
    """An encoding, and the first words beyond ASCII that it reads."""

    name: str
    words: tuple[str, ...]


def encoding_readings(data: bytes, shown: int = 3) -> tuple[EncodingReading, ...]:
    """Return the encodings that can read every byte of a file, each with its first words: first
    the one used by default, then those that read these words differently."""
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
    """Return a text before its second encoding, letter by letter; what was not encoded twice
    stays.

    >>> once_encoded("CafÃ© – déjà vu")
    'Café – déjà vu'
    """
    return _RUN.sub(lambda match: _before(match[0]), text)


def words_encoded_twice(text: str, most: int = 3) -> tuple[tuple[str, str], ...]:
    """Return the first words that seem to be encoded twice, each with its original."""
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
    """Return the Windows-1252 byte of a letter; the five bytes that it leaves undefined stand for
    themselves."""
    return mark.encode("latin-1") if "\x80" <= mark <= "\x9f" else mark.encode("cp1252")
