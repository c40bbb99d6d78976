"""Tables for people at a terminal: aligned, cut to its width, saying what was left out."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from openline.formats.cells import Cell, plain_column

__all__ = ["to_terminal"]

_GAP: Final = "  "
_LEAST: Final = 12
"""Characters below which a text column is not cut."""


@dataclass(frozen=True)
class _Column:
    name: str
    cells: tuple[str, ...]
    right: bool

    @property
    def width(self) -> int:
        return max([_width(self.name), *map(_width, self.cells)])


def to_terminal(frame: pd.DataFrame, shown: Sequence[str], hidden: Sequence[str], width: int) -> str:
    """Return the shown columns of a frame, at most `width` wide; the last line says how many
    rows there are and which columns were left out."""
    columns = [_column(frame, name) for name in shown if name in frame]
    columns, dropped = _fit(columns, width)
    widths = [column.width for column in columns]
    lines = [_line([column.name for column in columns], columns, widths)]
    lines.append(_GAP.join("-" * size for size in widths))
    cells = zip(*(column.cells for column in columns), strict=True)
    lines += [_line(row, columns, widths) for row in cells]
    return "\n".join([*lines, _foot(len(frame), [*dropped, *hidden])]) + "\n"


def _column(frame: pd.DataFrame, name: str) -> _Column:
    given = f"{name}_text"
    values = plain_column(frame[given if given in frame else name])
    number = pd.api.types.is_numeric_dtype(frame[name].dtype) and frame[name].dtype != bool
    return _Column(name, tuple(_text(value) for value in values), number)


def _text(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.3f}"
    # A terminal obeys control characters, so text of a record shows none.
    return "".join(" " if unicodedata.category(mark)[0] == "C" else mark for mark in str(value))


def _fit(columns: list[_Column], width: int) -> tuple[list[_Column], list[str]]:
    """Cut the widest text columns, then drop the last ones, until the table fits."""
    dropped: list[str] = []
    while True:
        surplus = sum(c.width for c in columns) + len(_GAP) * (len(columns) - 1) - width
        if surplus <= 0 or len(columns) == 1:
            return [_cut(c, max(width, _LEAST)) for c in columns], dropped
        widest = max((c for c in columns if not c.right), key=lambda c: c.width, default=None)
        if widest is None or widest.width <= max(2 * _LEAST, _width(widest.name)):
            dropped.insert(0, columns.pop().name)
            continue
        limit = max(2 * _LEAST, _width(widest.name), widest.width - surplus)
        columns = [_cut(c, limit) if c is widest else c for c in columns]


def _cut(column: _Column, limit: int) -> _Column:
    if column.width <= limit:
        return column
    cells = tuple(_shorten(cell, limit) for cell in column.cells)
    return _Column(column.name, cells, column.right)


def _shorten(cell: str, limit: int) -> str:
    if _width(cell) <= limit:
        return cell
    kept = ""
    for mark in cell:
        if _width(kept + mark) > limit - 1:
            break
        kept += mark
    return kept.rstrip() + "…"


def _line(cells: Sequence[str], columns: Sequence[_Column], widths: Sequence[int]) -> str:
    padded = [
        " " * (size - _width(cell)) + cell if column.right else cell + " " * (size - _width(cell))
        for cell, column, size in zip(cells, columns, widths, strict=True)
    ]
    return _GAP.join(padded).rstrip()


def _foot(rows: int, left_out: Sequence[str]) -> str:
    count = f"{rows:,} row{'' if rows == 1 else 's'}."
    if not left_out:
        return count
    return f"{count} Left out: {', '.join(left_out)} (--format csv has everything)."


def _width(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(mark) in "WF" for mark in text)
    marks = sum(unicodedata.combining(mark) != 0 for mark in text)
    return len(text) + wide - marks
