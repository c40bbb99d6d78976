"""Choices: how an analyst's columns, words and dates are to be read, and what that makes."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from openline.intake.foreign_dates import DATE_ORDERS, DateOrder, read_foreign
from openline.intake.source import Row, Source, read_source
from openline.record.columns import CONFIDENCE, DATE, END, EVENT, START, STATE
from openline.record.dates import DateRange, parse_date
from openline.record.delimited import normal_name
from openline.record.problems import Problem

__all__ = ["WORD_COLUMNS", "Choices", "apply"]

WORD_COLUMNS: Final = (STATE, EVENT, CONFIDENCE)
"""The columns with a closed vocabulary."""
_DATE_COLUMNS: Final = (DATE, START, END)


@dataclass(frozen=True)
class Choices:
    """What an analyst chose for a file.

    `columns`: the format's column and the file's name for it.
    `words`: column, the file's word (case ignored) and the format's word for it.
    `date_order`: how dates in other forms are read, empty where they stay as they are.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    date_order: DateOrder | None = None

    def to_json(self) -> str:
        """Return the choices as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Choices":
        """Read choices from JSON; what is no choice is left out."""
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            return cls()
        found = found if isinstance(found, dict) else {}
        words = found.get("words")
        order = found.get("date_order")
        return cls(
            columns=_texts(found.get("columns")),
            words={
                name: _texts(words[name])
                for name in WORD_COLUMNS
                if isinstance(words, dict) and name in words
            },
            date_order=next((known for known in DATE_ORDERS if known == order), None),
        )


def apply(data: bytes, choices: Choices) -> bytes:
    """Return a file with its columns, words and dates as chosen: the same rows on the same
    lines, every other byte untouched. What is no text is returned as it is."""
    source = read_source(data)
    if isinstance(source, Problem) or choices == Choices():
        return data
    header = _renamed(source.header, choices.columns)
    names = [normal_name(header.get(i, cell)) for i, cell in enumerate(source.header.cells)]
    cells = dict(_changes(source, names, choices))
    if header:
        cells[source.header.line] = header
    return source.replaced(source.rewritten(cells)) if cells else data


def _renamed(header: Row, columns: Mapping[str, str]) -> dict[int, str]:
    names = [cell.strip() for cell in header.cells]
    chosen = {names.index(own): name for name, own in columns.items() if own in names}
    return {place: name for place, name in chosen.items() if normal_name(names[place]) != name}


def _changes(
    source: Source, names: list[str], choices: Choices
) -> Iterator[tuple[int, dict[int, str]]]:
    words = {
        names.index(column): {word.strip().casefold(): own for word, own in known.items()}
        for column, known in choices.words.items()
        if column in names
    }
    order = choices.date_order
    dates = [names.index(name) for name in _DATE_COLUMNS if name in names] if order else []
    days: dict[str, str | None] = {}
    for row in source.rows:
        if row.line == source.header.line or row.broken:
            continue
        changed = {}
        for place, known in words.items():
            word = row.cells[place].strip().casefold() if place < len(row.cells) else ""
            if word in known and word:
                changed[place] = known[word]
        for place in dates:
            text = row.cells[place].strip() if place < len(row.cells) else ""
            if text not in days:
                days[text] = _day(text, order)
            if (day := days[text]) is not None:
                changed[place] = day
        if changed:
            yield row.line, changed


def _day(text: str, order: DateOrder | None) -> str | None:
    """Return a date of another form in the format's, None where it stays."""
    if not text or order is None or isinstance(parse_date(text), DateRange):
        return None
    return read_foreign(text, order)


def _texts(found: Any) -> dict[str, str]:
    if not isinstance(found, dict):
        return {}
    return {key: value for key, value in found.items() if isinstance(value, str)}
