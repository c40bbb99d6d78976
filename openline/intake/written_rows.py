"""Rows as written, of which only the places are kept: a row is split into cells when it is
requested.

A million rows as objects would take a gigabyte, and Python would walk through them again and
again, for everyone who uses the board.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import starmap
from typing import Any, Final, NamedTuple, overload

import numpy as np

from openline.record.csv_rows import Block, CsvRows
from openline.record.progress import Progress, silent

_BLOCK: Final = 5_000
"""How many rows are split at once; then other threads get their turn, and progress is reported."""


class Row(NamedTuple):
    """One row: the line where it begins, as problems count it, the line after its end, and its
    cells as read, blanks around them included.

    A row that breaks the quoting counts as its first line alone, so that it can be fixed.
    """

    line: int
    end: int
    cells: tuple[str, ...]
    broken: bool = False


@dataclass(frozen=True, eq=False)
class RowPlaces:
    """Where the rows of a text are, as arrays: the line where each begins, whether it breaks the
    quoting, and whether it has content."""

    lines: Any
    broken: Any
    content: Any

    @classmethod
    def of(cls, lines: Sequence[str], delimiter: str, progress: Progress = silent) -> "RowPlaces":
        """Find the rows in lines, the first of which is line 1."""
        found: list[RowPlaces] = []
        rows = 0
        for block in _blocks(lines, delimiter):
            found.append(_places_of(block))
            rows += len(block.cells)
            progress(block.lines[-1] / len(lines), f"Keeping rows as written: {rows:,} so far")
        return cls.joined(found)

    @classmethod
    def joined(cls, parts: Iterable["RowPlaces"]) -> "RowPlaces":
        """Return the places of several parts of a text, one after the other."""
        every = [*parts]
        return cls(
            np.concatenate([np.empty(0, np.int64), *(part.lines for part in every)]),
            np.concatenate([np.empty(0, bool), *(part.broken for part in every)]),
            np.concatenate([np.empty(0, bool), *(part.content for part in every)]),
        )

    def below(self, lines: int) -> "RowPlaces":
        """Return the places of the same rows, moved down by this many lines."""
        return RowPlaces(self.lines + lines, self.broken, self.content)

    def __getitem__(self, some: slice) -> "RowPlaces":
        return RowPlaces(self.lines[some], self.broken[some], self.content[some])

    def __len__(self) -> int:
        return len(self.lines)


class Rows(Sequence[Row]):
    """The rows of some lines in order, each made when it is requested. Their places are found
    unless given."""

    def __init__(
        self,
        lines: Sequence[str] = (),
        delimiter: str = ",",
        places: RowPlaces | None = None,
        progress: Progress = silent,
    ) -> None:
        self._lines, self._delimiter = lines, delimiter
        self.places = RowPlaces.of(lines, delimiter, progress) if places is None else places

    @property
    def is_whole(self) -> bool:
        """Whether no row breaks the quoting."""
        return not self.places.broken.any()

    def held(self) -> "Rows":
        """Return the same rows with their cells held in memory, for several passes."""
        return _HeldRows(self._lines, self._delimiter, self.places)

    def place(self, line: int) -> int | None:
        """Return the place of the row that begins on a line, None if none does."""
        place = int(np.searchsorted(self.places.lines, line))
        begins = place < len(self) and self.places.lines[place] == line
        return place if begins else None

    def lines_with_content(self, above: int = 0) -> Any:
        """Return an array of the lines where rows with content begin, after the line `above`."""
        lines = self.places.lines[self.places.content]
        return lines[np.searchsorted(lines, above, side="right") :]

    def on(self, lines: Any) -> list[Row]:
        """Return the rows that begin on these lines; a row must begin on each of them."""
        return [self[int(place)] for place in np.searchsorted(self.places.lines, lines)]

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        at = range(len(self))[place]
        line, is_broken = int(self.places.lines[at]), bool(self.places.broken[at])
        if is_broken:
            return Row(
                line, line + 1, _lenient(self._lines[line - 1], self._delimiter), broken=True
            )
        last = at + 1 == len(self)
        end = len(self._lines) + 1 if last else int(self.places.lines[at + 1])
        reader = csv.reader(self._lines[line - 1 : end - 1], delimiter=self._delimiter, strict=True)
        return Row(line, end, tuple(next(reader)))

    def __iter__(self) -> Iterator[Row]:
        for block in _blocks(self._lines, self._delimiter):
            ends = [*block.lines[1:], block.end]
            rows = zip(block.lines, ends, map(tuple, block.cells), strict=True)
            if not block.broken:
                yield from starmap(Row, rows)
                continue
            for place, (line, end, cells) in enumerate(rows):
                is_broken = place in block.broken
                yield Row(line, line + 1 if is_broken else end, cells, is_broken)

    def __len__(self) -> int:
        return len(self.places)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and self._parts == other._parts

    def __hash__(self) -> int:
        return hash(self._parts)

    @property
    def _parts(self) -> tuple[object, ...]:
        return tuple(self._lines), self._delimiter


class _HeldRows(Rows):
    """Rows held in memory once they have been read."""

    @cached_property
    def _rows(self) -> tuple[Row, ...]:
        return tuple(super().__iter__())

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)


def _blocks(lines: Sequence[str], delimiter: str) -> Iterator[Block]:
    """Yield the rows a block at a time; a row that breaks the quoting has the cells of its first
    line."""
    rows = CsvRows(lines, delimiter)
    while (block := rows.take(_BLOCK)).cells:
        for place in block.broken:
            block.cells[place] = [*_lenient(lines[block.lines[place] - 1], delimiter)]
        yield block


def _places_of(block: Block) -> RowPlaces:
    broken = np.zeros(len(block.cells), bool)
    broken[[*block.broken]] = True
    content = (bool("".join(cells).strip()) for cells in block.cells)
    return RowPlaces(
        np.asarray(block.lines, np.int64), broken, np.fromiter(content, bool, len(block.cells))
    )


def _lenient(line: str, delimiter: str) -> tuple[str, ...]:
    return tuple(next(csv.reader([line], delimiter=delimiter)))


def csv_of(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as CSV (UTF-8)."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode("utf-8", "replace")
