"""Splicing: a file with some rows replaced, of which nothing else is read again."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from openline.intake.source import Source, line_end_of, rows_of
from openline.intake.written_rows import Row, Rows


@dataclass(frozen=True)
class Splice:
    """A file after rows were replaced: its rows, its bytes, and the lines of the replaced and
    added rows that have content. Every row is on the line where it was."""

    source: Source
    data: bytes
    new: tuple[int, ...]


def splice(
    source: Source, texts: Mapping[int, str], added: Sequence[Sequence[str]] = ()
) -> Splice | None:
    """Return a file with the text of some rows replaced, by line, each on as many lines as
    before, and rows added; None where that changes how the rest of the file is read."""
    if any(line <= source.header.line for line in texts) or not source.is_whole:
        return None
    lines, rows, fresh = [*source.lines], list[Row](), list[Row]()
    at = 0
    for line in sorted(texts):
        place = source.place(line)
        if place is None:
            continue
        end = source.rows[place].end
        own = _lines(texts[line])
        lines[line - 1 : end - 1] = own
        if len(own) != end - line or not _is_sound(lines[line - 2 if line > 1 else 0 : end]):
            return None
        changed = _rows(own, source, line - 1)
        rows += [*source.rows[at:place], *changed]
        fresh += changed
        at = place + 1
    rows += source.rows[at:]
    for cells in added:
        if lines and not line_end_of(lines[-1]):
            lines[-1] += source.line_end
        own = _lines(source.new_row(cells))
        changed = _rows(own, source, len(lines))
        lines += own
        rows += changed
        fresh += changed
    data, mark, encoding, before = source.encoded("".join(lines))
    after = replace(
        source, mark=mark, encoding=encoding, before=before, lines=tuple(lines), rows=Rows(rows)
    )
    return Splice(after, data, tuple(row.line for row in fresh if "".join(row.cells).strip()))


def _lines(text: str) -> list[str]:
    return list(io.StringIO(text, newline=""))


def _rows(lines: Sequence[str], source: Source, before: int) -> list[Row]:
    """Return the rows of lines that stand after others."""
    rows = rows_of(lines, source.delimiter)
    return [Row(row.line + before, row.end + before, row.cells, row.broken) for row in rows]


def _is_sound(lines: Sequence[str]) -> bool:
    """Tell whether no two lines make one end of two characters together."""
    return not any(one.endswith("\r") and other.startswith("\n") for one, other in pairwise(lines))
