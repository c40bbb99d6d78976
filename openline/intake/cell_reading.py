"""How choices read cells: a file's own words and dates become the format's."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from openline.intake.arranging import in_one_line
from openline.intake.choices import DATE_COLUMNS, Choices
from openline.intake.date_reading import read_date, said
from openline.intake.sides import Sides
from openline.record.columns import ACTOR, PARTIES
from openline.record.delimited import normal_name


@dataclass(frozen=True)
class Readers:
    """The readers of some columns' cells, by the columns' places. Each distinct text is read
    once."""

    by_place: Mapping[int, Callable[[str], str]]

    def read(self, cells: Sequence[str]) -> list[str]:
        """Return a row's cells as they are read."""
        read = list(cells)
        for place, read_one in self.by_place.items():
            if place < len(read):
                read[place] = read_one(read[place])
        return read


def cell_readers(choices: Choices, names: Sequence[str]) -> Readers:
    """Return the readers of cells under columns of these names. If a name occurs twice the first
    column counts, as in reading a record."""
    normal = [normal_name(name) for name in names]
    readers: dict[int, Callable[[str], str]] = {}
    for column, words in choices.words.items():
        if column in normal and words:
            readers[normal.index(column)] = cache(_word_reader(words))
    for column in DATE_COLUMNS:
        if column in normal and column in choices.dates:
            reading = choices.dates[column]
            readers[normal.index(column)] = cache(partial(read_date, reading=reading))
    sides = Sides(choices.split, choices.whole, tuple(choices.aliases.items()))
    if PARTIES in normal and (sides.marks or sides.aliases):
        readers[normal.index(PARTIES)] = cache(sides.read)
    if ACTOR in normal and sides.aliases:
        readers[normal.index(ACTOR)] = cache(lambda text: sides.name(text.strip()))
    return Readers(readers)


def _word_reader(words: Mapping[str, str]) -> Callable[[str], str]:
    meanings = {said(word): in_one_line(own) for word, own in words.items() if word.strip()}
    return lambda text: meanings.get(said(text), text)
