"""Tables in HTML: their cells in columns, found in one pass through the text; nothing in it is
run."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from openline.record.limits import MOST_CELLS

_TAG: Final = re.compile(r"<(/?)(table|tr|th|td|br)\b[^<>]*>", re.IGNORECASE)
_ANY_TAG: Final = re.compile(r"<[^<>]*>")


@dataclass
class _Cell:
    """A cell of HTML: the pieces of its text, and how many columns and rows it spans."""

    pieces: list[str]
    columns: int = 1
    rows: int = 1


def html_tables(text: str) -> list[list[list[str]]]:
    """Return the rows of each table in an HTML text, each cell as plain text."""
    tables: list[list[list[_Cell]]] = [[]]
    at, cell = 0, _Cell([])
    for match in _TAG.finditer(text):
        cell.pieces.append(text[at : match.start()])
        at, ends, name = match.end(), match[1], match[2].casefold()
        if name == "table":
            tables.append([])
        elif name == "tr" and not ends:
            tables[-1].append([])
        elif name in ("td", "th") and not ends and tables[-1]:
            cell = _Cell([], *(_span(match[0], of) for of in ("colspan", "rowspan")))
            tables[-1][-1].append(cell)
            continue
        cell = cell if name == "br" else _Cell([])
    return [*map(_laid_out, tables)]


def _span(mark: str, name: str) -> int:
    """Return how many columns or rows a cell's tag says that it spans."""
    _, has, said = mark.casefold().partition(f"{name}=")
    digits = re.match(r"\d{1,3}", said.lstrip("\"'"), re.ASCII) if has else None
    return max(1, int(digits[0])) if digits else 1


def _laid_out(table: Iterable[Iterable[_Cell]]) -> list[list[str]]:
    """Return the cells of a table in their columns; the further columns that a cell spans are
    empty."""
    rows: list[list[str]] = []
    reaching: dict[int, int] = {}
    made = 0
    for cells in table:
        row: list[str] = []
        for cell in cells:
            while reaching.get(len(row), 0):
                reaching[len(row)] -= 1
                row.append("")
            reaching |= dict.fromkeys(range(len(row), len(row) + cell.columns), cell.rows - 1)
            text = html.unescape(_ANY_TAG.sub(" ", " ".join(cell.pieces)))
            row += [" ".join(text.split()), *[""] * (cell.columns - 1)]
            if (made := made + cell.columns) > MOST_CELLS:
                return []
        rows += [row] if row else []
    return rows
