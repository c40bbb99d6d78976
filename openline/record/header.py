"""The header line: which column is which, and what is missing or doubled."""

import difflib
from collections.abc import Iterable, Sequence
from typing import Final

from openline.record.columns import CHANNEL, COLUMNS, DATE, END, START, STATE
from openline.record.delimited import normal_name
from openline.record.problems import Problem, problem

__all__ = ["check_header", "nearest", "place_columns"]

_DATED: Final = tuple(column.name for column in COLUMNS)


def place_columns(header: Sequence[str]) -> dict[str, int]:
    """Return where each column stands: the format's names, then other columns as written.

    `start` and `end` are the format's names only where there is a `start`; of a repeated
    column the first place counts.
    """
    normal = [normal_name(name) for name in header]
    known = {*_DATED, START, END} if START in normal else set(_DATED)
    places: dict[str, int] = {}
    for i, name in enumerate(normal):
        places.setdefault(name if name in known else header[i], i)
    return places


def check_header(header: Sequence[str]) -> list[Problem]:
    """Return the problems of a header: repeated, missing and clashing columns."""
    normal = [normal_name(name) for name in header]
    found = [_repeated(header[i]) for i, name in enumerate(normal) if name in normal[:i]]
    if START in normal and DATE in normal:
        found.append(_both_forms())
    needed = (CHANNEL, START if START in normal and DATE not in normal else DATE, STATE)
    found += [_missing(name, header) for name in needed if name not in normal]
    return found


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that looks most like a word, None where none does."""
    folded = {choice.casefold(): choice for choice in choices}
    close = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def _repeated(name: str) -> Problem:
    message = f"The column {name!r} stands in the header more than once."
    normal = normal_name(name)
    column = normal if normal in {*_DATED, START, END} else name
    return problem("column-repeated", 1, column, name, message, "Rename or remove one of them.")


def _both_forms() -> Problem:
    return problem(
        "date-and-start",
        1,
        START,
        START,
        "The header has both `date` and `start`, so a row could be read in two ways.",
        "Keep `date` for one row an observation, or `start` and `end` for one row an interval.",
    )


def _missing(name: str, header: Sequence[str]) -> Problem:
    others = [one for one in header if normal_name(one) not in {*_DATED, START, END}]
    close = nearest(name, others)
    hint = f"Is it {close!r}? Rename that column." if close else f"Add a column named {name!r}."
    message = f"There is no column {name!r}."
    if header and not close:
        message += f" The header has: {', '.join(header)}."
    return problem("column-missing", 1, name, None, message, hint)
