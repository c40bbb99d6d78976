"""Rows that are not observations: footers, totals, repeated headers, headings between rows."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from openline.intake.choices import Choices, LeftOut
from openline.intake.source import Source
from openline.intake.written_rows import Row
from openline.record.columns import DATE, END, START, STATE, STATE_WORDS
from openline.record.dates import DateRange, parse_date
from openline.record.delimited import normal_name

_SAID_TOTALS: Final = (
    "total totals sum sums subtotal sub-total average mean count overall n gesamt summe insgesamt"
    " totale totali somme suma ogółem razem toplam итого всего разом σύνολο المجموع جمع 合計 总计"
    " 합계"
)
_TOTALS: Final = frozenset(_SAID_TOTALS.split())
_BEFORE_TOTAL: Final = frozenset({"grand", "sub", "running", "in", "the"})
_SAID_NOTES: Final = (
    "source sources note notes n.b. nb last updated compiled prepared copyright legend key data"
    " disclaimer quelle quellen anmerkung hinweis fuente fuentes nota notas fonte fonti"
    " źródło uwaga источник примечание"
)
_NOTES: Final = frozenset(_SAID_NOTES.split())
_COUNTED: Final = _TOTALS | {"number", *STATE_WORDS}
_MOST_COUNTED: Final = 4
_YEAR: Final = 4
_MARKS: Final = (",", ";", "\t", "|")
_PAIR: Final = 2
_NAMED_NOTES: Final = frozenset(
    {"as of", "last updated", "last update", "updated", "exported", "compiled by", "prepared by"}
)
_OWN: Final = frozenset({DATE, START, END, STATE})
"""Columns that hold only what is observed."""
_MOST_BLOCKS: Final = 40
"""How many of the last rows can be notes below the table."""


def left_out_lines(source: Source, choices: Choices) -> Mapping[int, LeftOut]:
    """Return the lines of rows of the kinds chosen to be left out, each with its kind."""
    if not choices.left_out:
        return {}
    return {row.line: kind for row, kind in _kinds(source) if kind in choices.left_out}


def find_left_out(source: Source) -> dict[LeftOut, tuple[Row, ...]]:
    """Return the rows of a file that do not look like observations, by kind: the header repeated;
    totals; notes below the rows; headings between them."""
    rows_by_kind: dict[LeftOut, list[Row]] = {}
    for row, kind in _kinds(source):
        rows_by_kind.setdefault(kind, []).append(row)
    return {kind: tuple(rows) for kind, rows in rows_by_kind.items()}


def _kinds(source: Source) -> Iterator[tuple[Row, LeftOut]]:
    names = _plain(source.header.cells)
    width = sum(1 for name in names if name)
    below = _below(source) if width > 2 else frozenset()
    for row in source.rows:
        if row.line <= source.header.line or row.broken:
            continue
        cells = [cell.strip() for cell in row.cells if cell.strip()]
        if not cells:
            continue
        if len(cells) > 1 and _plain(row.cells) == names:
            yield row, "headers"
        elif _is_total(cells) or _is_count(cells):
            yield row, "totals"
        elif width > 2 and _is_named_note(cells):
            yield row, "notes"
        elif width > 2 and len(cells) == 1 and not _is_observed(row.cells, names, width):
            yield row, "notes" if row.line in below or _is_note(cells[0]) else "sections"


def _is_observed(cells: Sequence[str], names: Sequence[str], width: int) -> bool:
    """Tell whether a row's only cell belongs to an observation: a date or a state's cell, to the
    right of other columns, whose other cells are missing; or a whole observation with another
    delimiter."""
    place, text = next((at, cell.strip()) for at, cell in enumerate(cells) if cell.strip())
    if any(text.count(mark) == width - 1 for mark in _MARKS) and any(map(str.isdigit, text)):
        return True
    is_own = place < len(names) and normal_name(names[place]) in _OWN
    return place > 0 and (is_own or isinstance(parse_date(text), DateRange))


def _below(source: Source) -> frozenset[int]:
    """Return the lines of the one-cell rows that end a file; empty rows can lie between them."""
    lines = []
    for row in reversed(source.rows[-_MOST_BLOCKS:]):
        cells = [cell for cell in row.cells if cell.strip()]
        if len(cells) > 1 or row.line <= source.header.line:
            break
        lines += [row.line] if cells else []
    return frozenset(lines)


def _is_total(cells: Sequence[str]) -> bool:
    """Tell whether a row is a word for a total followed by nothing but numbers."""
    words = cells[0].casefold().replace(":", " ").replace("=", " ").split()
    said = words[1:] if words and words[0] in _BEFORE_TOTAL else words
    is_word = bool(said) and said[0] in _TOTALS and len(said) <= 1 + sum(map(_is_number, said))
    return is_word and all(map(_is_number, cells[1:])) and (len(cells) > 1 or len(said) > 1)


def _is_count(cells: Sequence[str]) -> bool:
    """Tell whether a row gives a count: words that begin with a total or a state, then only
    numbers, none of which can be a year."""
    words = cells[0].casefold().rstrip(":").split()
    is_counted = 0 < len(words) <= _MOST_COUNTED and words[0] in _COUNTED and len(cells) > 1
    return is_counted and all(_is_number(text) and len(text) < _YEAR for text in cells[1:])


def _is_named_note(cells: Sequence[str]) -> bool:
    """Tell whether a row is a note in two cells: its name and its text."""
    return len(cells) == _PAIR and " ".join(cells[0].casefold().rstrip(":").split()) in _NAMED_NOTES


def _is_note(cell: str) -> bool:
    first = cell.casefold().split()[0]
    return first.rstrip(":.") in _NOTES or first[:1] in "*©†¹"


def _is_number(text: str) -> bool:
    plain = text.strip().lstrip("-+").replace(",", "").replace(".", "").replace("%", "")
    return plain.isdigit()


def _plain(cells: Sequence[str]) -> list[str]:
    """Return cells casefolded and trimmed, without empty ones at the end."""
    plain = [cell.strip(" \t\ufeff").casefold() for cell in cells]
    while plain and not plain[-1]:
        plain.pop()
    return plain
