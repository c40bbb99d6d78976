"""Splicing: a file with some rows replaced, of which nothing else is read again."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from openline.intake.source import Source, line_end_of
from openline.intake.written_rows import RowPlaces, Rows


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
    lines, before = [*source.lines], source.rows.places
    parts, fresh = list[RowPlaces](), list[RowPlaces]()
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
        fresh.append(RowPlaces.of(own, source.delimiter).below(line - 1))
        parts += [before[at:place], fresh[-1]]
        at = place + 1
    parts.append(before[at:])
    for cells in added:
        if lines and not line_end_of(lines[-1]):
            lines[-1] += source.line_end
        own = _lines(source.new_row(cells))
        fresh.append(RowPlaces.of(own, source.delimiter).below(len(lines)))
        parts.append(fresh[-1])
        lines += own
    data, mark, encoding, above = source.encoded("".join(lines))
    rows = Rows(tuple(lines), source.delimiter, RowPlaces.joined(parts))
    after = replace(
        source, mark=mark, encoding=encoding, before=above, lines=tuple(lines), rows=rows
    )
    new = RowPlaces.joined(fresh)
    return Splice(after, data, tuple(map(int, new.lines[new.content])))


def _lines(text: str) -> list[str]:
    return list(io.StringIO(text, newline=""))


def _is_sound(lines: Sequence[str]) -> bool:
    """Tell whether no two lines make one end of two characters together."""
    return not any(one.endswith("\r") and other.startswith("\n") for one, other in pairwise(lines))
