"""Rows as they are written, kept so that a million of them cost nobody a pause.

After each run of a page Python goes through every object that could be part of a circle. Rows
kept as objects of their own would be gone through each time, for every reader of the board; a
tuple of tuples of text is not.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, overload


class Row(NamedTuple):
    """One row: the line where it begins, as problems count it, the line after its end, and
    its cells as read, blanks around them included.

    A row that breaks the quoting counts as its first line alone, so that it can be fixed."""

    line: int
    end: int
    cells: tuple[str, ...]
    broken: bool = False


class Rows(Sequence[Row]):
    """Rows in their order; each is made when it is asked for."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        lines, ends, cells = array("q"), array("q"), list[tuple[str, ...]]()
        broken = set[int]()
        for place, row in enumerate(rows):
            lines.append(row.line)
            ends.append(row.end)
            cells.append(row.cells)
            if row.broken:
                broken.add(place)
        self._lines, self._ends, self._cells = lines, ends, tuple(cells)
        self._broken = frozenset(broken)

    @property
    def is_whole(self) -> bool:
        """Whether no row breaks the quoting."""
        return not self._broken

    @property
    def lines(self) -> Sequence[int]:
        """The lines where the rows begin."""
        return self._lines

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        at = range(len(self))[place]
        return Row(self._lines[at], self._ends[at], self._cells[at], at in self._broken)

    def __iter__(self) -> Iterator[Row]:
        broken = self._broken
        for at, (line, end, cells) in enumerate(
            zip(self._lines, self._ends, self._cells, strict=True)
        ):
            yield Row(line, end, cells, at in broken)

    def __len__(self) -> int:
        return len(self._cells)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and self._parts == other._parts

    def __hash__(self) -> int:
        return hash((len(self), self._cells[:1]))

    @property
    def _parts(self) -> tuple[object, ...]:
        return self._lines, self._ends, self._cells, self._broken
