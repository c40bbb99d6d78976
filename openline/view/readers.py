"""Readers: the text of one value of an address to the value, or to why it cannot be read; and what
JSON Schema calls such a value."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from openline.record.columns import PARTIES_SEPARATOR
from openline.record.dates import DateFault, parse_date
from openline.record.header import nearest
from openline.record.problems import short

AsOf = Literal["latest", "today"] | date
Value = str | int | date
LATEST: Final = "latest"
TODAY: Final = "today"
YEAR: Final = "1y"
STEPS_BACK: Final[Mapping[str, int]] = {"1d": 1, "7d": 7, "30d": 30, YEAR: 365}
"""How far before the as-of day what is new is looked for: the word, and about how many days."""
SWITCH: Final = ("on", "off")
_SHOWN: Final = 60
Schema = Mapping[str, object]
MOST_LETTERS: Final = 200
"""The most letters that a value of an address may have, unless it is a name of the record's."""
DAY_SCHEMA: Final[Schema] = {"type": "string", "format": "date"}
A_RECORD: Final[Schema] = {
    "type": "string",
    "pattern": r"^([^@\s][^@]*(@[1-9][0-9]{0,8})?|bundled@[0-9a-f]{7,64})$",
    "maxLength": MOST_LETTERS,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a value cannot be read, and what to write instead."""

    message: str
    suggestion: str


def shorten(text: str) -> str:
    """Return a text as a message quotes it, cut where it is long."""
    return short(" ".join(text.split()), _SHOWN)


def read_name(text: str) -> Value | Fault:
    """Read a name, its blanks collapsed."""
    name = " ".join(text.split())
    return name or Fault("The value is empty.", "Leave the parameter out, or give a name.")


def read_parties(text: str) -> Value | Fault:
    """Read parties: their sides, sorted and joined as a record has them."""
    sides = {" ".join(side.split()) for side in text.split(";")} - {""}
    return read_name(PARTIES_SEPARATOR.join(sorted(sides)))


def read_as_of(text: str) -> Value | Fault:
    """Read an as-of day: a day, latest or today."""
    word = text.strip().lower()
    if word in (LATEST, TODAY):
        return word
    return _read_day(text, f"Write a day such as 2023-10-05, {LATEST} or {TODAY}.")


def read_since(text: str) -> Value | Fault:
    """Read since when: a step back from the as-of day, or a day."""
    word = text.strip().lower()
    if word in STEPS_BACK:
        return word
    return _read_day(text, f"Write a day such as 2023-10-05, or {_either(STEPS_BACK)}.")


def _either(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}"


def read_one_day(text: str) -> Value | Fault:
    """Read one whole day."""
    return _read_day(text, "Write a day such as 2023-10-05.")


def _read_day(text: str, words: str) -> Value | Fault:
    day = parse_date(text.strip())
    if isinstance(day, DateFault):
        return Fault(day.message, day.suggestion if day.suggestion.count("-") == 2 else words)
    if day.earliest != day.latest:
        return Fault(f"{text.strip()} is more than one day.", f"Write {day.latest}, its last day.")
    return day.earliest


def one_of(words: tuple[str, ...]) -> Callable[[str], Value | Fault]:
    """Return what reads one of some words."""
    listed = _either(words)

    def read(text: str) -> Value | Fault:
        word = text.strip().lower()
        if word in words:
            return word
        # A number of years looks like every other: it is guessed by its beginning alone.
        begun = (one for one in words if word and one.startswith(word))
        close = nearest(word, words) if word.isalpha() else next(begun, None)
        hint = f"Write {close}." if close else "Write one of them."
        return Fault(f"“{shorten(text)}” is not one of {listed}.", hint)

    return read


def read_switch(text: str) -> Value | Fault:
    """Read on or off."""
    word = one_of(SWITCH)(text)
    return word if isinstance(word, Fault) else word == SWITCH[0]


def write_switch(value: Value) -> str:
    """Write a switch as on or off."""
    return SWITCH[0] if value else SWITCH[1]


def whole(least: int, most: int) -> Callable[[str], Value | Fault]:
    """Return what reads a whole number between two bounds."""

    def read(text: str) -> Value | Fault:
        digits = text.strip()
        if re.fullmatch(r"\d{1,9}", digits, re.ASCII) and least <= int(digits) <= most:
            return int(digits)
        message = f"“{shorten(text)}” is not a whole number from {least} to {most:,}."
        return Fault(message, f"Write digits only, such as {max(least, 30)}.")

    return read


def words_schema(words: Iterable[str]) -> Schema:
    """Return what a value is that is one of some words."""
    return {"type": "string", "enum": list(words)}


def day_schema(words: Iterable[str]) -> Schema:
    """Return what a value is that is a day, or one of some words."""
    return {"anyOf": [words_schema(words), DAY_SCHEMA]}


def range_schema(words: Iterable[str]) -> Schema:
    """Return what a value is that is one of some words, or days as `2020-01-01..`: that a last
    day follows a first one is more than a schema can say."""
    days = r"^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])\.\.$"
    return {"anyOf": [words_schema(words), {"type": "string", "pattern": days}]}


def number_schema(least: int, most: int) -> Schema:
    """Return what a value is that is a whole number between two bounds."""
    return {"type": "integer", "minimum": least, "maximum": most}
