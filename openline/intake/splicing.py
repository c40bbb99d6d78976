"""Splicing: a file with some rows replaced, of which nothing else is read again."""

import io
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from openline.intake.source import Row, Source, line_end_of, rows_of

__all__ = ["Splice", "splice"]


@dataclass(frozen=True)
class Splice:
    """A file after rows were replaced: its rows, its bytes, and where the other rows went.

    `starts` are lines of the file before, in order, from each of which on rows are `shifts`
    lines further down. `new` are the lines of the file after on which replaced and added
    rows begin.
    """

    source: Source
    data: bytes
    starts: tuple[int, ...]
    shifts: tuple[int, ...]
    new: tuple[int, ...]

    @property
    def moves(self) -> bool:
        """Whether any row begins on another line than before."""
        return any(self.shifts)

    def line(self, before: int) -> int:
        """Return the line by now of a row that was not replaced, or was replaced by one."""
        place = bisect_right(self.starts, before) - 1
        return before + (self.shifts[place] if place >= 0 else 0)


def splice(
    source: Source, texts: Mapping[int, str], added: Sequence[Sequence[str]] = ()
) -> Splice | None:
    """Return a file with the text of some rows replaced, by line ("" takes a row out), and
    rows added; None where that changes how the rest of the file is read."""
    if any(line <= source.header.line for line in texts) or not source.is_whole:
        return None
    work = _Work(source)
    for line in sorted(texts):
        if (place := source.place(line)) is not None:
            work.replace(place, texts[line])
    work.go_on(len(source.rows), len(source.lines) + 1)
    work.add(source.new_row(cells) for cells in added)
    return work.done()


class _Work:
    """Lines and rows as they are put together, from the first to the last."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._lines: list[str] = []
        self._rows: list[Row] = []
        self._row, self._line = 0, 1
        self._starts: list[int] = []
        self._shifts: list[int] = []
        self._new: list[int] = []
        self._is_sound = True

    def go_on(self, row: int, line: int) -> None:
        """Take what stands before a row and its line as it is."""
        shift = self._shifts[-1] if self._shifts else 0
        self._take(self._source.lines[self._line - 1 : line - 1])
        self._rows += _moved(self._source.rows[self._row : row], shift)
        self._row, self._line = row, line

    def replace(self, place: int, text: str) -> None:
        """Take another text in place of a row."""
        row = self._source.rows[place]
        self.go_on(place, row.line)
        before = len(self._lines)
        self._read(text)
        shift = self._shifts[-1] if self._shifts else 0
        self._starts.append(row.end)
        self._shifts.append(shift + len(self._lines) - before - (row.end - row.line))
        self._row, self._line = place + 1, row.end

    def add(self, texts: Iterable[str]) -> None:
        """Take rows more at the end."""
        for text in texts:
            if self._lines and not line_end_of(self._lines[-1]):
                self._lines[-1] += self._source.line_end
            self._read(text)

    def done(self) -> Splice | None:
        """Return what was put together."""
        if not self._is_sound:
            return None
        data, mark, encoding, before = self._source.encoded("".join(self._lines))
        after = replace(
            self._source,
            mark=mark,
            encoding=encoding,
            before=before,
            lines=tuple(self._lines),
            rows=tuple(self._rows),
        )
        return Splice(after, data, tuple(self._starts), tuple(self._shifts), tuple(self._new))

    def _read(self, text: str) -> None:
        first = len(self._lines)
        lines = tuple(io.StringIO(text, newline=""))
        self._take(lines)
        found = _moved(rows_of(lines, self._source.delimiter), first)
        self._new += [row.line for row in found]
        self._rows += found

    def _take(self, lines: Sequence[str]) -> None:
        """Take lines; an end of two characters that two of them would make is not sound."""
        if lines and self._lines and self._lines[-1][-1:] == "\r" and lines[0][:1] == "\n":
            self._is_sound = False
        self._lines += lines


def _moved(rows: Sequence[Row], shift: int) -> Sequence[Row]:
    if not shift:
        return rows
    return [Row(row.line + shift, row.end + shift, row.cells, row.broken) for row in rows]
