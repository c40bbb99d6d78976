"""The encodings in which a file can be read, with the words by which they are told apart."""

import re
from typing import Final, NamedTuple

from openline.record.decoding import Decoded, decode, encoding_of
from openline.record.encodings import ENCODINGS

_MOST: Final = 8
_SAMPLE: Final = 200_000
_WORD: Final = re.compile(r"[^\s,;|\"]{0,40}[^\x00-\x7f][^\s,;|\"]{0,40}")


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
