"""How many cells a text has, counted before any of them is made."""

from collections.abc import Iterable
from typing import Final

from openline.record.problems import Problem, problem

__all__ = ["LONGEST_LINE", "MOST_CELLS", "check_extent", "check_lines"]

MOST_CELLS: Final = 4_000_000
"""How many cells a file may have that the board reads, blank lines and empty cells included."""
LONGEST_LINE: Final = 2_000_000
"""How many letters a line may have whose cells are split where others wait."""
_DELIMITERS: Final = (b",", b";", b"\t", b"|")


def check_extent(data: bytes, most: int = MOST_CELLS) -> Problem | None:
    """Return the problem of a text with more cells than the board reads, None where it has no
    more. Marks within cells count as if they stood between some, so it may be named a little
    before."""
    lines = max(data.count(b"\n"), data.count(b"\r"))
    if lines + max(map(data.count, _DELIMITERS)) <= most:
        return None
    message = f"The file has more than {most:,} cells, blank lines and empty cells included."
    hint = "Split the file, or leave out what is empty."
    return problem("size-limit", None, None, None, message, hint)


def check_lines(lines: Iterable[str], longest: int = LONGEST_LINE) -> Problem | None:
    """Return the problem of a text with a line that is too long to be split, None without one."""
    place = next((place for place, line in enumerate(lines, 1) if len(line) > longest), None)
    if place is None:
        return None
    message = f"The line has more than {longest:,} letters."
    hint = "Shorten its cells; a line end may be missing."
    return problem("size-limit", place, None, None, message, hint)
