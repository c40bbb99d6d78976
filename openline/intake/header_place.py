"""Where a file's header seems to be if not in its first row: below a title, or with another
delimiter."""

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
"""A row with more cells than this is taken at face value: comparing names takes long."""
_LONGEST: Final = 4000
"""The most characters that a header's line can have."""
_MARKS: Final = (",", ";", "\t", "|")
_ENOUGH: Final = 2


class HeaderPlace(NamedTuple):
    """The line of a header, its delimiter, and its cells."""

    line: int
    delimiter: str
    cells: tuple[str, ...]


def find_header(source: Source) -> HeaderPlace | None:
    """Return where the header of a file seems to be, None if it is the first row."""
    best, place = max(_ENOUGH - 1, header_score(source.header.cells)), None
    for number, line in enumerate(source.lines[:_LOOKED_AT], start=1):
        for mark in _MARKS if len(line) <= _LONGEST else ():
            cells = tuple(next(csv.reader([line.rstrip("\r\n")], delimiter=mark), []))
            if (score := header_score(cells)) > best:
                best, place = score, HeaderPlace(number, mark, cells)
    return place


def is_row(cells: Sequence[str], below: Sequence[Sequence[str]] = ()) -> bool:
    """Tell whether the cells in the header's place belong to an observation: one is a day, and so
    are those `below` it. A bare year could name a column, and so could a month above cells of
    another kind."""
    for place, cell in enumerate(cells):
        text = cell.strip()
        if not text.isdigit() and is_date(text):
            others = [other for row in below if (other := "".join(row[place : place + 1]).strip())]
            if not others or any(map(is_date, others)):
                return True
    return False


def likely_sheet(sheets: Mapping[str, Sequence[Sequence[str]]]) -> str:
    """Return the sheet of a workbook whose first rows have the likeliest header; the first sheet
    if none has one."""
    scores = {
        name: max((header_score(row) for row in rows), default=0) for name, rows in sheets.items()
    }
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= _ENOUGH else next(iter(sheets))


def header_score(cells: Sequence[str]) -> int:
    """Return how many columns of the format a row names or seems to name; 0 if it has a date."""
    if any(isinstance(parse_date(cell.strip()), DateRange) for cell in cells if cell.strip()):
        return 0
    own = {normal_name(cell) for cell in cells} & KNOWN_NAMES
    return len(own) + (len(guess_columns(cells)) if len(cells) <= _MOST_CELLS else 0)
