"""Where the header of a file more likely stands than in its first row: below a title, or with
another mark between its cells."""

import csv
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from openline.intake.column_content import is_date
from openline.intake.source import Source
from openline.record.columns import KNOWN_NAMES
from openline.record.dates import DateRange, parse_date
from openline.record.delimited import normal_name
from openline.record.header_names import guess_columns

_LOOKED_AT: Final = 20
"""How many of the first lines are looked at."""
_MOST_CELLS: Final = 60
"""A row of more cells is taken for what it is: comparing names takes long."""
_LONGEST: Final = 4000
"""The most characters that a line with a header has."""
_MARKS: Final = (",", ";", "\t", "|")
_ENOUGH: Final = 2


class HeaderPlace(NamedTuple):
    """The line where a header stands, the mark between its cells, and these."""

    line: int
    delimiter: str
    cells: tuple[str, ...]


def find_header(source: Source) -> HeaderPlace | None:
    """Return where the header of a file more likely stands, None where it is the first row."""
    best, place = max(_ENOUGH - 1, header_score(source.header.cells)), None
    for number, line in enumerate(source.lines[:_LOOKED_AT], start=1):
        for mark in _MARKS if len(line) <= _LONGEST else ():
            cells = tuple(next(csv.reader([line.rstrip("\r\n")], delimiter=mark), []))
            if (score := header_score(cells)) > best:
                best, place = score, HeaderPlace(number, mark, cells)
    return place


def is_row(cells: Sequence[str], below: Sequence[Sequence[str]] = ()) -> bool:
    """Tell whether cells that stand where a header should are those of an observation: one is
    a day, as are those `below` it. A year alone may be the name of a column, and so may a month
    above other things."""
    for place, cell in enumerate(cells):
        text = cell.strip()
        if not text.isdigit() and is_date(text):
            others = [other for row in below if (other := "".join(row[place : place + 1]).strip())]
            if not others or any(map(is_date, others)):
                return True
    return False


def likely_sheet(sheets: Mapping[str, Sequence[Sequence[str]]]) -> str:
    """Return the sheet of a workbook whose first rows have the likeliest header, the first
    where none has one."""
    scores = {
        name: max((header_score(row) for row in rows), default=0) for name, rows in sheets.items()
    }
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= _ENOUGH else next(iter(sheets))


def header_score(cells: Sequence[str]) -> int:
    """Return how many columns of the format a row names or seems to; none if it has a date."""
    if any(isinstance(parse_date(cell.strip()), DateRange) for cell in cells if cell.strip()):
        return 0
    own = {normal_name(cell) for cell in cells} & KNOWN_NAMES
    return len(own) + (len(guess_columns(cells)) if len(cells) <= _MOST_CELLS else 0)
