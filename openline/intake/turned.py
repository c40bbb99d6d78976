"""Headers that are not above their columns: in the last row, in the first column, split over two
rows, or without a name for the first column; also rows with another delimiter, and rows about
several channels."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from openline.intake.column_content import is_date
from openline.intake.header_place import header_score
from openline.intake.source import Source
from openline.record.columns import CHANNEL, DATE, PARTIES, START
from openline.record.delimited import normal_name
from openline.record.limits import MOST_CELLS

Turn = Literal["last", "column", "two", "nameless", "mixed", "several"]
_ENOUGH: Final = 2
_MOST_TURNED: Final = 20
"""A turned table has no more rows than there are names of columns."""
_FIRST: Final = "row"
_FEW: Final = 20
"""How many rows decide whether names are shifted."""
_LONGEST: Final = 4_000
_MARKS: Final = (",", ";", "\t", "|")
_SEVERAL: Final = re.compile(r"[;,/&+|]| and ")
_MOST_SEVERAL: Final = 20


@dataclass(frozen=True)
class Turned:
    """A table whose header is elsewhere: where it is, the header, and the other rows."""

    where: Turn
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def find_turned(source: Source) -> Turned | None:
    """Return the table whose header is in the last row, in the first column or in two rows, None
    if it seems to be in none of them."""
    rows = _full_rows(source)
    if len(rows) < _ENOUGH or _is_broken(source):
        return None
    first = header_score(rows[0])
    if first < _ENOUGH and (score := header_score(rows[-1])) >= _ENOUGH and score > first:
        return Turned("last", _named(rows[-1]), rows[:-1])
    if len(rows) <= _MOST_TURNED and header_score(names := [row[0] for row in rows]) > first:
        width = max(map(len, rows))
        if header_score(names) >= _ENOUGH and width * len(rows) <= MOST_CELLS:
            columns = [[*row, *[""] * (width - len(row))] for row in rows]
            turned = zip(*columns, strict=True)
            return Turned("column", _named(next(turned)), tuple(turned))
    return _two(rows)


def find_misplaced(source: Source) -> Turned | None:
    """Return the table whose header lacks a name for the first column, or in which some rows have
    another delimiter; None for any other."""
    header, *rows = _full_rows(source) or [()]
    if header_score(header) < _ENOUGH or _is_broken(source) or not all(map(str.strip, header)):
        return None
    return _nameless(_named(header), rows) or _mixed(_named(header), rows)


def find_several(source: Source) -> Turned | None:
    """Return a table with one row per channel where a cell names several, None if none does. Each
    of those channels must also have rows of its own, between the same parties."""
    header, *rows = _full_rows(source) or [()]
    normal = [normal_name(name) for name in header]
    if CHANNEL not in normal or _is_broken(source):
        return None
    place, beside = normal.index(CHANNEL), normal.index(PARTIES) if PARTIES in normal else -1
    cells = [(_cell(row, beside) if beside >= 0 else "", _cell(row, place).strip()) for row in rows]
    known = {*cells}
    parts = {
        cell: names
        for cell in known
        if len(names := [name.strip() for name in _SEVERAL.split(cell[1])]) > 1
        and all((cell[0], name) in known for name in names)
    }
    if not parts or (len(rows) + len(parts) * _MOST_SEVERAL) * len(header) > MOST_CELLS:
        return None
    made = (
        (*row[:place], name, *row[place + 1 :])
        for row, cell in zip(rows, cells, strict=True)
        for name in parts.get(cell, [cell[1]])
    )
    return Turned("several", _named(header), tuple(made))


def _nameless(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Turned | None:
    """Find rows that begin with a distinct number or name, as R writes them: the days are one cell
    to the right of their column's name."""
    normal = [normal_name(name) for name in header]
    day = next((normal.index(name) for name in (DATE, START) if name in normal), None)
    firsts = {row[0] for row in rows if len(row) == len(header) + 1}
    if day is None or not rows or len(firsts) < len(rows):
        return None
    if any(is_date(row[day].strip()) or not is_date(row[day + 1].strip()) for row in rows[:_FEW]):
        return None
    name = _FIRST if _FIRST not in normal else f"{_FIRST} (1)"
    return Turned("nameless", (name, *header), tuple(rows))


def _mixed(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Turned | None:
    """Find rows of one cell that another delimiter splits into as many cells as the header has."""
    read = [_parted(row, len(header)) or row for row in rows]
    is_other = any(one is not row for one, row in zip(read, rows, strict=True))
    return Turned("mixed", header, tuple(read)) if is_other else None


def _parted(row: tuple[str, ...], width: int) -> tuple[str, ...] | None:
    full = [cell for cell in row if cell.strip()]
    if len(full) != 1 or width < _ENOUGH or len(full[0]) > _LONGEST:
        return None
    parted = (tuple(next(csv.reader([full[0]], delimiter=mark), ())) for mark in _MARKS)
    return next(
        (cells for cells in parted if len(cells) == width and any(map(is_date, cells))), None
    )


def _two(rows: Sequence[tuple[str, ...]]) -> Turned | None:
    """Find a header whose names are in two rows, the second refining the first."""
    above, below = rows[0], rows[1]
    width = max(len(above), len(below))
    pairs = [(_cell(below, place) or _cell(above, place)).strip() for place in range(width)]
    is_wider = any(not cell.strip() for cell in above) and any(not c.strip() for c in below)
    scores = header_score(above), header_score(below)
    if not is_wider or not scores[1] or header_score(pairs) <= max(*scores, _ENOUGH):
        return None
    return Turned("two", tuple(pairs), tuple(rows[2:])) if len(rows) > _ENOUGH else None


def _cell(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def _full_rows(source: Source) -> tuple[tuple[str, ...], ...]:
    return tuple(row.cells for row in source.rows if any(map(str.strip, row.cells)))


def _is_broken(source: Source) -> bool:
    return not source.rows.is_whole


def _named(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in cells)
