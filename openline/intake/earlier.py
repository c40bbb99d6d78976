"""Choices and edits made for an earlier file: those that still apply to the next one. An edited
row is recognised by its content."""

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
    """Return where the header of a file is if the earlier file had lines above its own: it can be
    on another line this time. None if it is the first row."""
    place = find_header(source) if earlier.header is not None else None
    return None if place is None else Header(place.line, place.delimiter)


def fitting(source: Source, earlier: Choices) -> Choices:
    """Return those of the earlier choices that would change a file whose header is already in its
    place."""
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
    """Return the columns of a file to be renamed. A name that the file already has is given only
    if the column that has it is renamed too."""
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
    """Return the words in a file that have been given the meaning of another word."""
    meanings: dict[str, dict[str, str]] = {}
    for column, meanings_before in chosen.words.items():
        present = {text.strip().casefold() for text in _texts(source, columns, column)}
        for word, own in meanings_before.items():
            if word.strip().casefold() in present and word.strip().casefold() != own:
                meanings.setdefault(column, {})[word] = own
    return meanings


def _dates(source: Source, chosen: Choices, columns: Arrangement) -> dict[str, DateReading]:
    """Return the columns in which a choice changes how some date is read."""
    readings = {}
    for column, reading in chosen.dates.items():
        readers = cell_readers(Choices(dates={column: reading}), (column,))
        if any(readers.read((text,)) != [text] for text in _texts(source, columns, column)):
            readings[column] = reading
    return readings


def _texts(source: Source, columns: Arrangement, column: str) -> frozenset[str]:
    """Return the distinct texts of a column."""
    names = [normal_name(name) for name in columns.names]
    if column not in names:
        return frozenset()
    place = names.index(column)
    rows = (cells for _, cells in arranged_rows(source, columns))
    return frozenset(cells[place] for cells in rows if place < len(cells) and cells[place].strip())


def carried_edits(before: Source, edits: Edits, now: Source) -> tuple[Edits, int]:
    """Return the edits of an earlier file that apply to another file, by that file's lines, and
    how many edited rows of the earlier file are no longer in it unchanged.

    Two rows are the same if their cells, as they came, agree in every column of the earlier file;
    new columns do not matter. Among identical rows the second matches the second. Added rows are
    added again.
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
    """Yield the lines of a file's rows, each with a key: its cells in the columns that the other
    file also has, those beyond the header, and its count among identical rows. Rows with content
    in a column that has to be `empty` are omitted."""
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
