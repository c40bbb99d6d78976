"""Tables for people at a terminal: aligned, cut to its width, saying what was left out."""

import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Final

import pandas as pd

from openline.formats.cells import Cell, plain_column
from openline.record.columns import PARTIES
from openline.record.hidden import visible
from openline.record.problems import Problem

_GAP: Final = "  "
_BLANKS: Final = dict.fromkeys(map(ord, "\t\n\r"), " ")
_UNPRINTED: Final = ("Cc", "Cn", "Co", "Cs")
_LEAST: Final = 20
"""Characters below which a text column is not cut."""


@dataclass(frozen=True)
class _Column:
    """A column as it is printed; `widths` are those of its cells, and are measured once."""

    name: str
    cells: tuple[str, ...]
    widths: tuple[int, ...]
    right: bool
    whole: bool

    @cached_property
    def width(self) -> int:
        """The width of the widest cell or word of the name."""
        return max([*map(_width, self.name.split("_")), *self.widths])

    @property
    def least(self) -> int:
        """The width below which the column is not cut."""
        return self.width if self.whole else min(self.width, _LEAST)

    @property
    def head(self) -> list[str]:
        """The name in lines no wider than the column."""
        lines = [""]
        for word in self.name.split("_"):
            joined = f"{lines[-1]}_{word}" if lines[-1] else word
            lines = [*lines[:-1], joined] if len(joined) <= self.width else [*lines, word]
        return lines


def to_terminal(
    frame: pd.DataFrame, wanted: Sequence[str], hidden: Sequence[str], width: int
) -> str:
    """Return the shown columns of a frame, at most `width` wide.

    Parties that are the same in all rows are given once, at the end, with the number of rows and
    the columns that were left out.
    """
    columns = [_column(frame, name) for name in wanted if name in frame]
    same = next((c for c in columns if c.name == PARTIES and len(set(c.cells)) == 1), None)
    columns, dropped = _fit([column for column in columns if column is not same], width)
    tall = max((len(column.head) for column in columns), default=0)
    printed = [_padded(column, tall) for column in columns]
    lines = [_GAP.join(cells).rstrip() for cells in zip(*printed, strict=True)]
    lines += [f"Parties in all rows: {same.cells[0]}."] if same and same.cells[0] else []
    lines += textwrap.wrap(_foot(len(frame), [*dropped, *hidden]), max(width, _LEAST))
    return "\n".join(lines) + "\n"


def counted(number: int, noun: str) -> str:
    """Return how many there are: `1 row`, `0 rows`, `1,204 rows`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def problem_lines(item: Problem) -> str:
    """Return one problem in two lines: where and what, then how to fix it."""
    line = f"line {item.line:,}" if item.line else ""
    place = ", ".join(part for part in (line, item.column) if part)
    where = f"{item.severity}, {place}" if place else item.severity
    return f"{plain_line(where)}: {plain_line(item.message)}\n    {plain_line(item.suggestion)}\n"


def plain_line(text: str) -> str:
    """Return text in one line as it is shown, without what a terminal would obey or could not
    print."""
    seen = visible(text.translate(_BLANKS))
    if seen.isprintable():
        return seen
    return "".join(" " if unicodedata.category(mark) in _UNPRINTED else mark for mark in seen)


def _column(frame: pd.DataFrame, name: str) -> _Column:
    given = f"{name}_text"
    values = plain_column(frame[given if given in frame else name])
    number = pd.api.types.is_numeric_dtype(frame[name].dtype) and frame[name].dtype != bool
    day = pd.api.types.is_datetime64_any_dtype(frame[name].dtype)
    show = _days if "days" in name.split("_") else _text
    cells = tuple(show(value) for value in values)
    return _Column(name, cells, tuple(map(_width, cells)), number, number or day)


def _days(value: Cell) -> str:
    """Return days as a whole number, or with a half where a median is between two."""
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return _text(value)


def _text(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.3f}"
    return plain_line(str(value))


def _fit(columns: list[_Column], width: int) -> tuple[list[_Column], list[str]]:
    """Return the columns that fit, the widest texts cut, and the names of the last ones, which do
    not."""
    kept = columns
    while len(kept) > 1 and _total([min(c.width, c.least) for c in kept]) > width:
        kept = kept[:-1]
    dropped = [column.name for column in columns[len(kept) :]]
    while (surplus := _total([c.width for c in kept]) - width) > 0:
        widest = max(kept, key=lambda column: column.width - column.least)
        limit = max(widest.least, widest.width - max(1, surplus // 2))
        if limit >= widest.width:
            break
        kept = [_cut(column, limit) if column is widest else column for column in kept]
    return kept, dropped


def _total(widths: list[int]) -> int:
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _cut(column: _Column, limit: int) -> _Column:
    if column.width <= limit:
        return column
    sized = zip(column.cells, column.widths, strict=True)
    cells = tuple(cell if width <= limit else _shorten(cell, limit) for cell, width in sized)
    return replace(column, cells=cells, widths=tuple(map(_width, cells)))


def _shorten(cell: str, limit: int) -> str:
    kept, left = 0, limit - 1
    for mark in cell:
        left -= _width_of(mark)
        if left < 0:
            break
        kept += 1
    return cell[:kept].rstrip() + "…"


def _padded(column: _Column, tall: int) -> list[str]:
    """Return the lines of a column, all of its width: its name, a rule, its cells."""
    head = [""] * (tall - len(column.head)) + column.head + ["-" * column.width]
    cells = [
        *zip(head, map(_width, head), strict=True),
        *zip(column.cells, column.widths, strict=True),
    ]
    if column.right:
        return [" " * (column.width - width) + cell for cell, width in cells]
    return [cell + " " * (column.width - width) for cell, width in cells]


def _foot(rows: int, left_out: Sequence[str]) -> str:
    words = f" Left out: {', '.join(left_out)} (--format csv has everything)." if left_out else ""
    return f"{counted(rows, 'row')}.{words}"


def _width(text: str) -> int:
    return len(text) if text.isascii() else sum(map(_width_of, text))


@cache
def _width_of(mark: str) -> int:
    wide = unicodedata.east_asian_width(mark) in "WF"
    return 1 + wide - (unicodedata.combining(mark) != 0)
