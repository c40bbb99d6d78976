"""Choices that were made for an earlier file: which of them a file has something to do for."""

from collections.abc import Iterator, Mapping

from openline.intake.foreign_dates import DateOrder, read_foreign
from openline.intake.mapping import Choices
from openline.intake.source import Source
from openline.record.columns import DATE, END, START
from openline.record.dates import DateRange, parse_date
from openline.record.delimited import normal_name

__all__ = ["fitting"]


def fitting(source: Source, earlier: Choices) -> Choices:
    """Return those of earlier choices that would change a file: of its columns, of words that
    stand in them, and the order of its dates where one is in another form."""
    names = [cell.strip() for cell in source.header.cells]
    own = [normal_name(name) for name in names]
    columns = _columns(names, own, earlier.columns)
    meant = {names.index(name): column for column, name in columns.items()}
    read = [meant.get(place, name) for place, name in enumerate(own)]
    words = {
        column: found
        for column, known in earlier.words.items()
        if column in read and (found := _spoken(source, read.index(column), known))
    }
    dates = [read.index(name) for name in (DATE, START, END) if name in read]
    order = earlier.date_order
    return Choices(columns, words, order if order and _has_date(source, dates, order) else None)


def _columns(names: list[str], own: list[str], chosen: Mapping[str, str]) -> dict[str, str]:
    """Return the columns that a file has under other names. Where it has one of the name that
    is meant too, that has to become another one with it."""
    left = {
        column: name
        for column, name in chosen.items()
        if name in names and normal_name(name) != column
    }
    while True:
        free = {
            column: name
            for column, name in left.items()
            if column not in own or names[own.index(column)] in left.values()
        }
        if free == left:
            return free
        left = free


def _spoken(source: Source, place: int, known: Mapping[str, str]) -> dict[str, str]:
    """Return the words of a column that are known and mean another word."""
    present = {text.casefold() for text in _cells(source, place)}
    return {
        word: own
        for word, own in known.items()
        if word.strip().casefold() in present and word.strip().casefold() != own
    }


def _has_date(source: Source, places: list[int], order: DateOrder) -> bool:
    texts = {text for place in places for text in _cells(source, place)}
    return any(
        not isinstance(parse_date(text), DateRange) and read_foreign(text, order) is not None
        for text in texts
    )


def _cells(source: Source, place: int) -> Iterator[str]:
    """Return the cells of a column that have content, as `apply` looks at them."""
    for row in source.rows:
        if row.line == source.header.line or row.broken or place >= len(row.cells):
            continue
        if text := row.cells[place].strip():
            yield text
