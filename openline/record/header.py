"""The header line: which column is which, and what is missing or doubled."""

import difflib
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from openline.record.columns import CHANNEL, DATE, END, KNOWN_NAMES, START, STATE
from openline.record.delimited import normal_name
from openline.record.header_names import DATE_PARTS, Guesses, guess_columns
from openline.record.problems import Problem, problem
from openline.record.text_kinds import text_kind

_BAR: Final = "|"
"""It separates cells only where a file says so."""
_MOST_SHOWN: Final = 20
_LONGEST_SHOWN: Final = 60
_LONGEST_COMPARED: Final = 60
"""The longest word that is looked for among others."""
_MOST_COMPARED: Final = 500
"""With how many others it is compared at most."""


def check_header(header: Sequence[str]) -> list[Problem]:
    """Return the problems of a header: repeated, missing and clashing columns."""
    normal = [normal_name(name) for name in header]
    first = {name: i for i, name in reversed([*enumerate(normal)])}
    problems = [_repeated(header[i]) for i, name in enumerate(normal) if first[name] < i]
    if START in first and DATE in first:
        problems.append(_both_forms())
    needed = (CHANNEL, START if START in first and DATE not in first else DATE, STATE)
    missing = [name for name in needed if name not in first]
    guesses = guess_columns(header) if missing else {}
    kind = text_kind(",".join(header) + "\n") if missing else None
    if kind is not None and len(missing) == len(needed):
        return problems + [_of_other_kind(name, kind) for name in missing]
    return problems + [_missing(name, header, guesses) for name in missing]


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that looks most like a word, None where none does.

    Comparing costs the product of two lengths: longer words than anybody types have none, and of
    many choices those that begin alike are compared.
    """
    if len(word) > _LONGEST_COMPARED:
        return None
    begin, folded = word.casefold()[:2], {choice.casefold(): choice for choice in choices}
    if len(folded) > _MOST_COMPARED:
        alike = (choice for choice in folded if choice.startswith(begin))
        folded = {choice: folded[choice] for choice in islice(alike, _MOST_COMPARED)}
    close = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def _repeated(name: str) -> Problem:
    message = f"The column {name!r} appears in the header more than once."
    normal = normal_name(name)
    column = normal if normal in KNOWN_NAMES else name
    return problem("column-repeated", 1, column, name, message, "Rename or remove one of them.")


def _both_forms() -> Problem:
    return problem(
        "date-and-start",
        1,
        START,
        START,
        "The header has both `date` and `start`, so a row could be read in two ways.",
        "Keep `date` for one row per observation, or `start` and `end` for one row per interval.",
    )


def _of_other_kind(name: str, kind: str) -> Problem:
    message = f"There is no column {name!r}: the file seems to be {kind}."
    hint = "Open it on the page Records, which reads tables of other forms, or export it as CSV."
    return problem("column-missing", 1, name, None, message, hint)


def _missing(name: str, header: Sequence[str], guesses: Guesses) -> Problem:
    message = f"There is no column {name!r}."
    if name == DATE and START in guesses:
        return problem("column-missing", 1, name, None, message, _as_intervals(guesses))
    parts = [one for one in header if normal_name(one) in DATE_PARTS]
    if name == DATE and len(parts) > 1 and name not in guesses:
        hint = f"Join {' and '.join(map(repr, parts))} to one column: 2022-08-05."
        return problem("column-missing", 1, name, None, message, hint)
    if name in guesses:
        hint = f"Is it {guesses[name][0]!r}? Rename that column."
    else:
        hint = f"Add a column named {name!r}."
        if len(header) == 1 and _BAR in header[0]:
            hint = f"If {_BAR} separates the cells, begin the file with the line sep={_BAR}."
        names = ", ".join(one[:_LONGEST_SHOWN] for one in header[:_MOST_SHOWN])
        more = len(header) - _MOST_SHOWN
        message += f" The header has: {names}{f' and {more:,} more' if more > 0 else ''}."
    return problem("column-missing", 1, name, None, message, hint)


def _as_intervals(guesses: Guesses) -> str:
    """Return how to fix a header with a begin and an end, which may be named `end` already."""
    begin = guesses[START][0]
    if END not in guesses:
        return f"Is {begin!r} where intervals begin? Rename it 'start'."
    return (
        f"Are {begin!r} and {guesses[END][0]!r} the start of intervals and the first day after"
        " them? Rename them 'start' and 'end'."
    )
