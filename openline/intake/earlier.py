"""Choices that were made for an earlier file: which of them a file has something to do for."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from openline.intake.arranging import Arrangement, arranged_rows
from openline.intake.cell_reading import cell_readers
from openline.intake.choices import Choices, DateReading, Header
from openline.intake.header_place import find_header
from openline.intake.source import Source
from openline.record.delimited import normal_name


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
