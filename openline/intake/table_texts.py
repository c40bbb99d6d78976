"""Tables in texts that are not CSV: JSON, HTML, Markdown, wikis, LaTeX, columns separated by
spaces, and lines that are each wholly in quotes.

Each is read in one pass through the text; nothing in it is run or fetched.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from openline.intake.header_place import header_score
from openline.intake.html_tables import html_tables
from openline.intake.json_tables import json_table
from openline.intake.listed_fields import field_rows, xml_rows

_ENOUGH: Final = 2
_LOOKED_AT: Final = 20
_MOST_COLUMNS: Final = 500
_WIKI_LINK: Final = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_STROKE: Final = re.compile(r"(?<!\\)\|")
_AMPERSAND: Final = re.compile(r"(?<!\\)&")
_ESCAPED: Final = re.compile(r"\\([&%_#$])")
_GAP: Final = re.compile(r"(?<=\S) {2,}")
_CUTS: Final = (",", ";", "\t", "|")
_BEFORE_LINE: Final = re.compile(r"(?:>[> ]*|\d{1,6}[:)\t ] ?)", re.ASCII)
_RARE_CUTS: Final = ("~", "^", "¦", "§")
_PLAIN_QUOTES: Final = dict.fromkeys(map(ord, "“”„«»"), '"')

_Rows = list[list[str]]


@dataclass(frozen=True)
class TableText:
    """A table found in a text: the kind of text, and the rows, the header first."""

    kind: str
    rows: tuple[tuple[str, ...], ...]


def find_table(text: str, *, is_one_column: bool) -> TableText | None:
    """Return the table that a text seems to hold, None if it holds none whose first row names
    columns of the format. `is_one_column`: read as CSV, the text's header is a single cell."""
    start = text.lstrip("\ufeff \t\r\n")[:_LOOKED_AT].casefold()
    for kind, begins, read in _READERS:
        if start.startswith(begins) if begins else is_one_column:
            rows = read(text)
            is_read = bool(rows) and max(map(len, rows)) <= _MOST_COLUMNS
            if is_read and header_score(rows[0]) >= _ENOUGH:
                return TableText(kind, tuple(map(tuple, rows)))
    return None


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _wiki(text: str) -> _Rows:
    rows: _Rows = []
    if "span=" in text:  # a cell's place would be a guess
        return rows
    for line in map(str.strip, _lines(text)):
        if line.startswith(("{|", "|-")):
            rows.append([])
        elif line.startswith("|}"):
            break
        elif line[:1] in ("!", "|") and not line.startswith("|+") and rows:
            cells = line[1:].replace("!!", "||").split("||")
            rows[-1] += [_without_marks(cell) for cell in cells]
    return [row for row in rows if row]


def _without_marks(cell: str) -> str:
    """Return a wiki cell without its formatting, and with links as their text."""
    plain = _WIKI_LINK.sub(r"\1", cell)
    look, mark, rest = plain.partition("|")
    return (rest if mark and "=" in look else plain).replace("'''", "").strip()


def _strokes(text: str) -> _Rows:
    """Read a table whose cells are between vertical bars, with a line of dashes below its
    header."""
    lines = [line.strip() for line in _lines(text)]
    ruled = [bool(line) and "-" in line and not line.strip("|-:+= ") for line in lines]
    if not any(ruled[:_LOOKED_AT]):
        return []
    cells = (
        _inner(_STROKE.split(line))
        for line, is_rule in zip(lines, ruled, strict=True)
        if "|" in line and not is_rule
    )
    return [*filter(None, cells)]


def _inner(cells: Sequence[str]) -> list[str]:
    own = [cell.strip().replace("\\|", "|") for cell in cells]
    return own[not own[0] : len(own) - (not own[-1])]


def _tex(text: str) -> _Rows:
    lines = (line.partition("\\\\")[0] for line in _lines(text) if _AMPERSAND.search(line))
    rows = (_AMPERSAND.split(line.replace("\\hline", "")) for line in lines)
    return [[_ESCAPED.sub(r"\1", cell).strip() for cell in row] for row in rows]


def _quoted(text: str) -> _Rows:
    """Read lines that are each one quoted cell, which contains the row's cells."""
    try:
        rows = [row for row in csv.reader(_lines(text), strict=True) if row]
    except csv.Error:
        return []
    if any(len(row) > 1 for row in rows):
        return []
    lines = [row[0] for row in rows]
    return _best([*_parted(lines, mark)] for mark in _CUTS)


def _typographic(text: str) -> _Rows:
    """Read cells in typographic quotes."""
    return _best([*_parted(_lines(text.translate(_PLAIN_QUOTES)), mark)] for mark in _CUTS)


def _after_marks(text: str) -> _Rows:
    """Read lines that each begin with `>`, as in a reply to an email, or with their number."""
    lines = [line for line in _lines(text.lstrip("\ufeff")) if line.strip()]
    matches = [*map(_BEFORE_LINE.match, lines)]
    plain = [line[match.end() :] for line, match in zip(lines, matches, strict=True) if match]
    return _best([*_parted(plain, mark)] for mark in _CUTS) if len(plain) == len(lines) else []


def _other_marks(text: str) -> _Rows:
    """Read cells separated by a mark that a file's `sep=` line could not name."""
    return _best([*_parted(_lines(text), mark)] for mark in _RARE_CUTS)


def _apostrophes(text: str) -> _Rows:
    """Read cells in single quotes."""
    if not text.lstrip("\ufeff").startswith("'"):
        return []
    return _best([*_parted(_lines(text), mark, "'")] for mark in _CUTS)


def _parted(lines: Iterable[str], mark: str, quote: str = '"') -> Iterator[list[str]]:
    return csv.reader((line for line in lines if line.strip()), delimiter=mark, quotechar=quote)


def _best(tables: Iterable[_Rows]) -> _Rows:
    return max(tables, key=lambda rows: header_score(rows[0]) if rows else 0)


def _blanks(text: str) -> _Rows:
    """Read columns separated by two or more blanks. If rows have fewer cells than the header, the
    cells are cut where the header's names begin."""
    lines = [line.rstrip() for line in _lines(text) if line.strip()]
    rows = [_GAP.split(line.strip()) for line in lines]
    width = len(rows[0]) if rows else 0
    if width < _ENOUGH or header_score(rows[0]) < _ENOUGH or all(len(row) == width for row in rows):
        return rows
    starts = [match.start() for match in re.finditer(r"(?:^|(?<=  ))\S", lines[0])]
    if any(line[start - 1 : start].strip() for line in lines for start in starts if start):
        return []
    ends = [*starts[1:], None]
    return [[line[a:b].strip() for a, b in zip_longest(starts, ends)] for line in lines]


_READERS: Final[tuple[tuple[str, tuple[str, ...] | None, Callable[[str], _Rows]], ...]] = (
    ("JSON", ("{", "["), json_table),
    ("XML", ("<",), xml_rows),
    ("HTML", ("<",), lambda text: _best(html_tables(text))),
    ("a wiki table", ("{|",), _wiki),
    ("LaTeX", ("\\", "%"), _tex),
    ("lines each wholly in quotes", ('"',), _quoted),
    ("lines with a mark before them", (">", "1:", "1)", "1 ", "1\t"), _after_marks),
    ("cells in typographic quotes", ("“", "”", "„", "«"), _typographic),
    ("cells in single quotes", ("'",), _apostrophes),
    ("a table drawn with lines", None, _strokes),
    ("columns separated by spaces", None, _blanks),
    ("cells separated by another mark", None, _other_marks),
    ("fields one below another", None, field_rows),
)
