"""A file as it was written: its rows and their cells, so that some can be rewritten while every
other byte stays."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from openline.intake.written_rows import Row, RowPlaces, Rows
from openline.record.csv_rows import LINE_END
from openline.record.decoding import decode, encoding_of
from openline.record.delimited import find_delimiter
from openline.record.limits import EXTENT, Extent, check_extent
from openline.record.problems import Problem
from openline.record.progress import Progress, silent

_UTF8_MARK: Final = b"\xef\xbb\xbf"
_BLOCK: Final = 4_000
"""How many lines are split at once."""
_ANY: Final = "surrogatepass"


@dataclass(frozen=True)
class Source:
    """A text file: what precedes its lines, the lines with their ends, and all its rows, with
    content or without. `header` is the first row with content."""

    mark: bytes
    encoding: str
    before: str
    delimiter: str
    lines: tuple[str, ...]
    rows: Rows
    header: Row

    @property
    def line_end(self) -> str:
        """How the file ends its lines."""
        return line_end_of(self.lines[0]) or "\n" if self.lines else "\n"

    def row_at(self, line: int) -> Row | None:
        """Return the row that begins on a line, None if none does."""
        place = self.rows.place(line)
        return None if place is None else self.rows[place]

    def text_of(self, row: Row) -> str:
        """Return a row as written, with its line end."""
        return "".join(self.lines[row.line - 1 : row.end - 1])

    def blank(self, row: Row) -> str:
        """Return what replaces a row that is left out: as many lines, without content."""
        return "".join(self._blanks(row.line, row.end))

    def row_text(self, row: Row, cells: Sequence[str], own: int = 0, made: int = 0) -> str:
        """Return a row with other cells, on as many lines as it has; unchanged cells stay as
        written. The `made` cells after the first `own` are not the file's."""
        whole = self.text_of(row)
        end = line_end_of(whole)
        before: list[str | None] = [*row.cells]
        raw: list[str | None] = (
            [*(written_cell(cell, self.delimiter) for cell in row.cells)]
            if row.broken
            else [*_raw_cells(whole[: len(whole) - len(end)], self.delimiter)]
        )
        if made:
            before = _widened(before, own, made)
            raw = _widened(raw, own, made)
        kept = [*zip(before, raw, strict=False), *[(None, None)] * len(cells)]
        written = (
            text if text is not None and cell == column else written_cell(cell, self.delimiter)
            for cell, (column, text) in zip(cells, kept, strict=False)
        )
        # A row of one empty cell is quoted: as a blank line it could join the one before it.
        text = self.delimiter.join(written) or '""'
        lines = row.end - row.line
        missing = lines - 1 - len(LINE_END.findall(text)) if lines > 1 else 0
        return text + end + (end or f'{self.line_end}""') * missing

    def replaced(self, texts: Mapping[int, str], added: Sequence[Sequence[str]] = ()) -> bytes:
        """Return the file with the text of some rows replaced, by line, and rows added."""
        ends = {line: row.end for line in texts if (row := self.row_at(line)) is not None}
        parts, at = [], 1
        for line in sorted(ends):
            parts += [*self.lines[at - 1 : line - 1], texts[line]]
            at = ends[line]
        body = "".join([*parts, *self.lines[at - 1 :]])
        if added and body and not line_end_of(body):
            body += self.line_end
        return self.encoded(body + "".join(self.new_row(row) for row in added))[0]

    def new_row(self, cells: Sequence[str]) -> str:
        """Return the text of an added row."""
        written = self.delimiter.join(written_cell(cell, self.delimiter) for cell in cells)
        return (written or '""') + self.line_end

    def encoded(self, body: str) -> tuple[bytes, bytes, str, str]:
        """Return a file with other lines, in its own encoding, or in UTF-8 if it would not be
        recognised again; and the resulting mark, encoding and text before the lines."""
        before = self.before
        if find_delimiter((before + body).lstrip("\ufeff"))[0] != self.delimiter:
            before += f"sep={self.delimiter}{self.line_end}"
        text = before + body
        try:
            data = self.mark + text.encode(self.encoding)
        except UnicodeEncodeError:
            data = b""
        if data and encoding_of(data) == (self.mark, self.encoding):
            return data, self.mark, self.encoding, before
        return _UTF8_MARK + text.encode("utf-8", "replace"), _UTF8_MARK, "utf-8", before

    def _blanks(self, first: int, end: int) -> Iterator[str]:
        """Yield lines without content in place of some; quoted where a line end could join the one
        before."""
        for line in range(first, end):
            mark = line_end_of(self.lines[line - 1])
            joins = mark == "\n" and line > 1 and self.lines[line - 2].endswith("\r")
            yield f'""{mark}' if joins or not mark else mark


def placed_at(source: Source, line: int, delimiter: str) -> Source:
    """Return a file whose header is on a given line and whose delimiter is another one. The lines
    above become empty, and every row keeps its line."""
    lines = (*source._blanks(1, line), *source.lines[line - 1 :])  # noqa: SLF001 - same module
    rows = Rows(lines, delimiter)
    return replace(
        source, before="", delimiter=delimiter, lines=lines, rows=rows, header=_first(rows)
    )


def read_source(
    data: bytes,
    progress: Progress = silent,
    extent: Extent = EXTENT,
    places: RowPlaces | None = None,
) -> Source | Problem:
    """Read a file's rows as `read_record` does, or return the problem if it is not text or has too
    many cells, or bytes in a line. `progress` is called as the rows are read. `places` are the
    rows' places if they are known."""
    decoded = check_extent(data, extent) or decode(data)
    if isinstance(decoded, Problem):
        return decoded
    text = decoded.text
    stripped = text.lstrip("\ufeff")
    delimiter, body = find_delimiter(stripped)
    lines = _lines_of(body)
    rows = Rows(lines, delimiter, places, progress)
    before = text[: len(text) - len(body)]
    mark, used = decoded.mark, decoded.encoding
    return Source(mark, used, before, delimiter, lines, rows, _first(rows))


def _lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text with their ends, a block at a time so that other threads get
    their turn."""
    data, lines = io.BytesIO(text.encode("utf-8", _ANY)), list[str]()
    stream = io.TextIOWrapper(data, "utf-8", _ANY, newline="")
    while some := [*islice(stream, _BLOCK)]:
        lines += some
    return tuple(lines)


def written_cell(value: str, delimiter: str) -> str:
    """Return a cell as written, in quotes if it needs them."""
    if delimiter in value or any(mark in value for mark in '"\r\n'):
        return '"' + value.replace('"', '""') + '"'
    return value


def _first(rows: Rows) -> Row:
    return next(iter(rows.on(rows.lines_with_content()[:1])), Row(1, 1, ()))


def _widened(cells: list[str | None], own: int, made: int) -> list[str | None]:
    """Return cells with room for `made` more after the first `own`."""
    padded = [*cells, *[""] * (own - len(cells))]
    return [*padded[:own], *[None] * made, *padded[own:]]


def _raw_cells(text: str, delimiter: str) -> list[str]:
    """Return the cells of a sound row as written, quotes included."""
    if '"' not in text:
        return text.split(delimiter)
    mark = re.escape(delimiter)
    cell = re.compile(rf'("(?:[^"]|"")*"|[^{mark}]*)({mark}|\Z)', re.DOTALL)
    cells, at = [], 0
    while match := cell.match(text, at):
        cells.append(match[1])
        at = match.end()
        if not match[2]:
            break
    return cells


def line_end_of(text: str) -> str:
    """Return the line end of a text's last line, empty if it has none."""
    return "\r\n" if text.endswith("\r\n") else text[-1:] if text.endswith(("\r", "\n")) else ""
