"""Choices and edits that were made for an earlier file: which of them the next one has something
to do for. A row that was edited is found again by what it says."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from openline.intake.arranging import Arrangement, arranged_rows, column_labels
from openline.intake.cell_reading import cell_readers
from openline.intake.choices import Choices, DateReading, Header
from openline.intake.edits import Edits
from openline.intake.header_place import find_header
from openline.intake.source import Source
from openline.intake.written_rows import Row
from openline.record.delimited import normal_name

_Key = tuple[tuple[str, ...], tuple[str, ...], int]


def header_of(source: Source, earlier: Choices) -> Header | None:
    """Return where the header of a file stands that came with lines above it before: that may
    be another line this time. None where it is the first row."""
    place = find_header(source) if earlier.header is not None else None
    return None if place is None else Header(place.line, place.delimiter)


def fitting(source: Source, earlier: Choices) -> Choices:
    """Return those of earlier choices that would change a file, whose header stands where it
    should already."""
    columns = Arrangement.of(source, replace(earlier, names={}))
    own = columns.labels[: columns.own]
    names = _names(own, [normal_name(name) for name in source.header.cells], earlier.names)
    chosen = replace(earlier, header=None, names=names, encoding=None)
    after = Arrangement.of(source, chosen)
    made = after.names[after.own :]
    return replace(
        chosen,
        joins={name: earlier.joins[name] for name in made if name in earlier.joins},
        constants={name: earlier.constants[name] for name in made if name in earlier.constants},
        filled=tuple(label for label in earlier.filled if label in own),
        words=_words(source, chosen, after),
        dates=_dates(source, chosen, after),
    )


def _names(own: Iterable[str], normal: list[str], chosen: Mapping[str, str]) -> dict[str, str]:
    """Return the columns that a file has under other names. Where it has one of the name that
    is meant too, that has to become another one with it."""
    labels = list(own)
    left = {
        label: name
        for label, name in chosen.items()
        if label in labels and normal[labels.index(label)] != normal_name(name)
    }
    while True:
        free = {
            label: name
            for label, name in left.items()
            if normal_name(name) not in normal or labels[normal.index(normal_name(name))] in left
        }
        if free == left:
            return free
        left = free


def _words(source: Source, chosen: Choices, columns: Arrangement) -> dict[str, dict[str, str]]:
    """Return which words stand in a file and mean another word."""
    meanings: dict[str, dict[str, str]] = {}
    for column, meanings_before in chosen.words.items():
        present = {text.strip().casefold() for text in _texts(source, columns, column)}
        for word, own in meanings_before.items():
            if word.strip().casefold() in present and word.strip().casefold() != own:
                meanings.setdefault(column, {})[word] = own
    return meanings


def _dates(source: Source, chosen: Choices, columns: Arrangement) -> dict[str, DateReading]:
    """Return the columns of which a date is read in another way."""
    readings = {}
    for column, reading in chosen.dates.items():
        readers = cell_readers(Choices(dates={column: reading}), (column,))
        if any(readers.read((text,)) != [text] for text in _texts(source, columns, column)):
            readings[column] = reading
    return readings


def _texts(source: Source, columns: Arrangement, column: str) -> frozenset[str]:
    """Return the texts of a column, each once."""
    names = [normal_name(name) for name in columns.names]
    if column not in names:
        return frozenset()
    place = names.index(column)
    rows = (cells for _, cells in arranged_rows(source, columns))
    return frozenset(cells[place] for cells in rows if place < len(cells) and cells[place].strip())


def carried_edits(before: Source, edits: Edits, now: Source) -> tuple[Edits, int]:
    """Return the edits of an earlier file that fit the rows of another one, by its lines, and how
    many edited rows of the earlier file are not in it as they were.

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
    return Edits(changed, edits.added, frozenset(removed)), len(edited - lines)


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
