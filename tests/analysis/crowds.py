"""One record of many short channels whose rows meet on few days, so that nearly every way in
which rows of a day can meet is asked about at the price of one question."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from random import Random
from typing import Final

from tests.reference.options import Options
from tests.reference.tables import contradicted_lines

__all__ = ["crowd", "questions"]

_SPOKEN: Final = (
    *product(("change", "check"), ("open", "severed", "unknown")),
    *product(("contact",), ("", "open", "severed")),
    ("ended", ""),
    ("overture", ""),
)
_DATES: Final = ("2020-01-01", "2020-01-11", "2020-01-01/2020-01-21")
_ROWS: Final = tuple(product(_SPOKEN, _DATES, ("confirmed", "inferred")))
_CHANNELS: Final = 400
_TODAY: Final = date(2020, 6, 1)


def crowd(seed: int) -> str:
    """Return the text of a record of some hundred channels of up to six rows, without errors."""
    chance = Random(seed)  # noqa: S311 - the same crowd each time, and no secret
    channels = [_channel(chance, number) for number in range(_CHANNELS)]
    while bad := contradicted_lines(_text(channels)):
        owners = [rows for rows in channels for _ in rows]
        wrong = {id(owners[line - 2]) for line in bad}
        channels = [rows for rows in channels if id(rows) not in wrong]
    return _text(channels)


def _channel(chance: Random, number: int) -> list[str]:
    rows = [chance.choice(_ROWS) for _ in range(chance.randint(1, 6))]
    return [
        f"C{number:03d},{event},{state},{day},{confidence},Row {place}"
        for place, ((event, state), day, confidence) in enumerate(rows)
    ]


def _text(channels: list[list[str]]) -> str:
    rows = [row for rows in channels for row in rows]
    return "\n".join(["channel,event,state,date,confidence,summary", *rows]) + "\n"


def questions() -> Iterator[Options]:
    """Return what is asked: with all rows and the confirmed ones, with carries that run out
    before, on and after the next row, and on a day between the others."""
    whole = Options(
        as_of=date(2020, 3, 1),
        today=_TODAY,
        min_days=0,
        closings=True,
        first=date(2020, 1, 5),
        second=date(2020, 1, 15),
    )
    for confidence, carry in product((None, "confirmed"), (None, 0, 9, 10)):
        yield replace(whole, confidence=confidence, carry=carry)
    yield replace(whole, confidence="confirmed", as_of=date(2020, 1, 11))
