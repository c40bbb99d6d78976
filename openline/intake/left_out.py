"""Rows that are no observations: footers, totals, repeated headers, headings between rows."""

from openline.intake.choices import Choices
from openline.intake.source import Source

__all__ = ["left_out_lines"]


def left_out_lines(source: Source, choices: Choices) -> frozenset[int]:
    """Return the lines of rows of the kinds that were chosen to be left out."""
    found: set[int] = set()
    if "headers" in choices.left_out:
        names = _plain(source.header.cells)
        found |= {
            row.line
            for row in source.rows
            if row.line > source.header.line and _plain(row.cells) == names
        }
    return frozenset(found)


def _plain(cells: tuple[str, ...]) -> list[str]:
    """Return cells without case and outer blanks, and without empty ones at their end."""
    plain = [cell.strip().casefold() for cell in cells]
    while plain and not plain[-1]:
        plain.pop()
    return plain
