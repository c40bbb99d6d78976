"""The parameters of an address: one table of what each is called, reads as and means.

`View` parses and prints with it, and the reference of parameters is printed from it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from openline.record.columns import CONFIDENCES, PARTIES_SEPARATOR
from openline.record.dates import DateFault, parse_date
from openline.record.header import nearest

__all__ = [
    "BUNDLED",
    "GROUPS",
    "LATEST",
    "PARAMETERS",
    "RANGES",
    "SORTS",
    "TODAY",
    "UNTIL",
    "AsOf",
    "Fault",
    "Parameter",
    "Value",
    "shorten",
]

AsOf = Literal["latest", "today"] | date
Value = str | int | date
LATEST: Final = "latest"
TODAY: Final = "today"
BUNDLED: Final = "bundled"
RANGES: Final[Mapping[str, int | None]] = {"3y": 3, "10y": 10, "25y": 25, "all": None}
"""The spans of time that a timeline shows, in years up to the as-of day."""
SORTS: Final = ("severity", "length", "name", "changed")
GROUPS: Final = ("parties", "level", "kind", "cause")
"""What severances can be grouped by."""
UNTIL: Final = ("raised", "open")
_ON, _OFF = "on", "off"
_MOST_DAYS: Final = 100_000
_MOST_PAGES: Final = 1_000_000
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a value cannot be read, and what to write instead."""

    message: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its name, the values it takes, its meaning, and how it is read.

    `read` and `write` are each other's inverse; a `repeated` parameter may stand more than
    once, and its values are joined by "or". `attribute` is the view's field that holds it.
    """

    name: str
    values: str
    meaning: str
    read: Callable[[str], Value | Fault]
    write: Callable[[Value], str] = str
    repeated: bool = False
    field: str = ""

    @property
    def attribute(self) -> str:
        """The view's field that holds the value: the parameter's name, unless `field` is given."""
        return self.field or self.name


def shorten(text: str) -> str:
    """Return a text as a message quotes it, cut where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _read_name(text: str) -> Value | Fault:
    name = " ".join(text.split())
    return name or Fault("The value is empty.", "Leave the parameter out, or give a name.")


def _read_parties(text: str) -> Value | Fault:
    sides = {" ".join(side.split()) for side in text.split(";")} - {""}
    return _read_name(PARTIES_SEPARATOR.join(sorted(sides)))


def _read_as_of(text: str) -> Value | Fault:
    word = text.strip().lower()
    if word in (LATEST, TODAY):
        return word
    return _read_day(text, f"Write a day such as 2023-10-05, {LATEST} or {TODAY}.")


def _read_one_day(text: str) -> Value | Fault:
    return _read_day(text, "Write a day such as 2023-10-05.")


def _read_day(text: str, words: str) -> Value | Fault:
    day = parse_date(text.strip())
    if isinstance(day, DateFault):
        return Fault(day.message, day.suggestion if day.suggestion.count("-") == 2 else words)
    if day.earliest != day.latest:
        return Fault(f"{text.strip()} is more than one day.", f"Write {day.latest}, its last day.")
    return day.earliest


def _one_of(words: tuple[str, ...]) -> Callable[[str], Value | Fault]:
    listed = f"{', '.join(words[:-1])} or {words[-1]}"

    def read(text: str) -> Value | Fault:
        word = text.strip().lower()
        if word in words:
            return word
        # A number of years looks like every other: it is guessed by its beginning alone.
        begun = (one for one in words if word and one.startswith(word))
        close = nearest(word, words) if word.isalpha() else next(begun, None)
        hint = f"Write {close}." if close else f"Write {listed}."
        return Fault(f"“{shorten(text)}” is none of {listed}.", hint)

    return read


def _read_switch(text: str) -> Value | Fault:
    word = _one_of((_ON, _OFF))(text)
    return word if isinstance(word, Fault) else word == _ON


def _write_switch(value: Value) -> str:
    return _ON if value else _OFF


def _whole(least: int, most: int) -> Callable[[str], Value | Fault]:
    def read(text: str) -> Value | Fault:
        digits = text.strip()
        if re.fullmatch(r"\d{1,9}", digits, re.ASCII) and least <= int(digits) <= most:
            return int(digits)
        message = f"“{shorten(text)}” is no whole number from {least} to {most:,}."
        return Fault(message, f"Write digits alone, such as {max(least, 30)}.")

    return read


PARAMETERS: Final = (
    Parameter(
        "record",
        f"{BUNDLED}, or a name",
        "The record that is shown; NAME@REVISION holds to one revision of it.",
        _read_name,
    ),
    Parameter(
        "asof",
        f"{LATEST}, {TODAY} or a day as 2023-10-05",
        "The day for which everything is computed; latest is the last day that the record knows.",
        _read_as_of,
    ),
    Parameter(
        "parties",
        "names, the sides joined by ;",
        "Only channels between these parties; one side alone stands for all that it is part of.",
        _read_parties,
        repeated=True,
    ),
    Parameter("level", "names", "Only channels of these levels.", _read_name, repeated=True),
    Parameter("kind", "names", "Only channels of these kinds.", _read_name, repeated=True),
    Parameter(
        "confidence",
        ", ".join(CONFIDENCES),
        "The weakest evidence that counts: confirmed rows, confirmed and reported ones, or all.",
        _one_of(CONFIDENCES),
    ),
    Parameter(
        "carry",
        f"a whole number of days to {_MOST_DAYS:,}",
        "How many days after its latest row a state still counts; then it is unknown.",
        _whole(0, _MOST_DAYS),
    ),
    Parameter("channel", "names", "Only channels of these names.", _read_name, repeated=True),
    Parameter(
        "range",
        ", ".join(RANGES),
        "How many years up to the as-of day the timeline shows.",
        _one_of(tuple(RANGES)),
    ),
    Parameter(
        "from",
        "a day as 2022-10-05",
        "The first of the two days of a comparison; a year before the second unless given.",
        _read_one_day,
        field="from_day",
    ),
    Parameter(
        "to",
        "a day as 2023-10-05",
        "The second of the two days of a comparison; the as-of day unless given.",
        _read_one_day,
        field="to_day",
    ),
    Parameter(
        "min_days",
        f"a whole number of days to {_MOST_DAYS:,}",
        "From how many days a silence counts in a channel without a cadence.",
        _whole(0, _MOST_DAYS),
    ),
    Parameter(
        "window",
        f"a whole number of days to {_MOST_DAYS:,}",
        "How many days before the as-of day openings and closings are listed for.",
        _whole(0, _MOST_DAYS),
    ),
    Parameter(
        "by",
        ", ".join(GROUPS),
        "What time to reopening is grouped by.",
        _one_of(GROUPS),
    ),
    Parameter(
        "until",
        ", ".join(UNTIL),
        "Whether a severance is over when its state is raised, or only when it is open.",
        _one_of(UNTIL),
    ),
    Parameter(
        "causes",
        f"{_ON}, {_OFF}",
        "Whether the timeline marks the days on which a cause closed channels.",
        _read_switch,
        _write_switch,
    ),
    Parameter(
        "sort",
        ", ".join(SORTS),
        "The order of timeline and board: worst state, longest in it, name or latest change.",
        _one_of(SORTS),
    ),
    Parameter(
        "page",
        "a whole number from 1",
        "Which page of a long list or timeline is shown.",
        _whole(1, _MOST_PAGES),
    ),
)
"""Every parameter, in the order in which an address is written."""
