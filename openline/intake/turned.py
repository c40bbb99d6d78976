"""Headers that are elsewhere than above their columns: in the last row, in the first column, in
two rows together, or with no name for the first column."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from openline.intake.header_place import header_score
from openline.intake.source import Source
from openline.record.limits import MOST_CELLS

Turn = Literal["last", "column", "two", "nameless"]
_ENOUGH: Final = 2
_MOST_TURNED: Final = 20
"""A turned table has no more rows than there are names."""
_FIRST: Final = "row"


@dataclass(frozen=True)
class Turned:
    """A table whose header stands elsewhere: where it does, and its rows below it."""

    where: Turn
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def find_turned(source: Source) -> Turned | None:
    """Return the table whose header stands in the last row, in the first column or in two rows,
    None where it seems to stand in none of them."""
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


def find_nameless(source: Source) -> Turned | None:
    """Return the table whose rows all have one cell more than the header has names, and begin with
    numbers or names of rows that are all different, as R writes them; None of any other."""
    header, *rows = _full_rows(source) or [()]
    if header_score(header) < _ENOUGH or _is_broken(source) or not all(map(str.strip, header)):
        return None
    firsts = {row[0] for row in rows if len(row) == len(header) + 1}
    if not rows or len(firsts) < len(rows):
        return None
    name = _FIRST if _FIRST not in map(str.casefold, header) else f"{_FIRST} (1)"
    return Turned("nameless", (name, *_named(header)), tuple(rows))


def _two(rows: Sequence[tuple[str, ...]]) -> Turned | None:
    """Find a header whose names are in two rows, those of the second below wider ones."""
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
