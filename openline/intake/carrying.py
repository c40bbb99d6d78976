"""Edits of an earlier file, carried over to the next one: a row is found again by what it says."""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from openline.intake.arranging import column_labels
from openline.intake.edits import Edits
from openline.intake.source import Source
from openline.intake.written_rows import Row

_Key = tuple[tuple[str, ...], tuple[str, ...], int]


@dataclass(frozen=True)
class Carried:
    """What of earlier edits a file has rows for: these edits, by the lines of this file; and how
    many edited rows of the earlier file are not in it as they were."""

    edits: Edits
    missing: int = 0


def carried_edits(before: Source, edits: Edits, now: Source) -> Carried:
    """Return the edits of an earlier file that fit the rows of another one.

    A row is the same if its cells as they came are the same in every column of the earlier file;
    columns that are new say nothing of it. Of rows that are alike the second is the second
    again. Rows that were added are added.
    """
    earlier_labels, labels = column_labels(before.header.cells), column_labels(now.header.cells)
    gone = [place for place, label in enumerate(earlier_labels) if label not in labels]
    edited = {*edits.changed, *edits.removed}
    wanted = {
        key: line for line, key in _keys(before, earlier_labels, labels, gone) if line in edited
    }
    changed, removed = {}, set()
    lines = set()
    for line, key in _keys(now, labels, earlier_labels):
        if (earlier := wanted.get(key)) is None:
            continue
        lines.add(earlier)
        if earlier in edits.removed:
            removed.add(line)
        elif earlier in edits.changed:
            changed[line] = dict(edits.changed[earlier])
    return Carried(Edits(changed, edits.added, frozenset(removed)), len(edited - lines))


def _keys(
    source: Source, labels: Sequence[str], others: Container[str], empty: Sequence[int] = ()
) -> Iterator[tuple[int, _Key]]:
    """Give the lines of a file's rows with what tells each: its cells in the columns that the
    other file has too, those beyond the header, and the how manieth of such rows it is. A row
    with content in a column that has to be `empty` is like none."""
    both = sorted((label, place) for place, label in enumerate(labels) if label in others)
    seen: dict[tuple[tuple[str, ...], tuple[str, ...]], int] = defaultdict(int)
    for row in source.rows:
        if row.line <= source.header.line or any(_cell(row, place) for place in empty):
            continue
        cells = tuple(_cell(row, place) for _, place in both)
        said = cells, tuple(cell.strip() for cell in row.cells[len(labels) :])
        if "".join(cells) or "".join(said[1]):
            seen[said] += 1
            yield row.line, (*said, seen[said])


def _cell(row: Row, place: int) -> str:
    return row.cells[place].strip() if place < len(row.cells) else ""
