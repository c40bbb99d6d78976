"""Columns that make one together: year, month and day a date; texts a longer one. Of a column of
intervals the begins and the ends are columns of their own."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from openline.intake.choices import Join
from openline.intake.long_spans import interval_halves

_PARTS: Final = 3
_YEAR: Final = 4


def joined_text(join: Join, cells: Sequence[str]) -> str:
    """Return the text that the cells of a row make.

    A date is as precise as its parts: without a day the month, without a month the year.
    Parts that make no date stand joined as they are, so that reading names them.

    >>> joined_text(Join(("year", "month", "day"), unknown=("-9",)), ["1948", "6", "-9"])
    '1948-06'
    """
    if join.half is not None:
        begin, end = interval_halves(" ".join(cells))
        return begin if join.half == "begin" else end
    unknown = {text.casefold() for text in join.unknown}
    parts = [" ".join(cell.split()) for cell in cells]
    parts = ["" if part.casefold() in unknown else part for part in parts]
    if join.between is not None:
        return join.between.join(part for part in parts if part)
    return _date(parts[:_PARTS])


def _date(parts: Sequence[str]) -> str:
    leading = list(takewhile(bool, parts))
    numbers = [number for part in leading if (number := _whole(part)) is not None]
    if not leading or len(numbers) < len(leading) or len(str(numbers[0])) != _YEAR:
        return " ".join(part for part in parts if part)
    return "-".join(f"{number:02}" for number in numbers)


def _whole(text: str) -> int | None:
    """Return the whole number of a cell, `6.0` among them, None where it is none."""
    plain = text.removesuffix(".0")
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 9 else None
