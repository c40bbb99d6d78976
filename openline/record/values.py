"""The cells of each row: checked against the format, and brought into one form.

Each check takes text columns (missing is NaN) and the rows' lines, and returns the column
as it is to be kept, a mask of the rows at fault, and the problems.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias, TypeVar

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from openline.record.columns import (
    CADENCE_DAYS,
    CHANGE,
    CHECK,
    ENDED,
    EVENT,
    OVERTURE,
    PARTIES_SEPARATOR,
    PLANNED,
    SOURCE_URL,
    STATE,
)
from openline.record.dates import DateFault, DateRange, parse_date
from openline.record.problems import Problem, problem
from openline.record.vocabulary import VOCABULARIES, show_list, word_hint

__all__ = [
    "Checked",
    "at_rows",
    "check_cadence",
    "check_dates",
    "check_pairs",
    "check_urls",
    "check_words",
    "collapse_blanks",
    "map_unique",
    "sort_parties",
]

_Text: TypeAlias = pd.Series
_T = TypeVar("_T")
_WHOLE: Final = re.compile(r"\d+(?:\.0*)?", re.ASCII)
_MOST_CADENCE: Final = 1_000_000
_HTTP: Final = re.compile(r"https?://[^\s/]\S*", re.IGNORECASE)
_PLAIN_HTTP: Final = r"^[Hh][Tt][Tt][Pp][Ss]?://[!-.0-~][!-~]*$"
"""The addresses of printable ASCII among those of `_HTTP`, which arrow tells much faster."""


@dataclass(frozen=True)
class Checked:
    """A checked column: its values as kept, which rows are at fault, and the problems."""

    values: pd.Series
    faulty: np.ndarray
    problems: list[Problem]


def map_unique(column: _Text, convert: Callable[[str], _T]) -> list[_T | None]:
    """Convert each distinct text once; missing stays None."""
    codes, uniques = pd.factorize(column)
    converted = [*(convert(text) for text in uniques), None]
    return [converted[code] for code in codes.tolist()]


def collapse_blanks(column: _Text) -> _Text:
    """Return names with each run of blanks as one blank."""
    return _retext(column, lambda text: " ".join(text.split()))


def sort_parties(column: _Text) -> _Text:
    """Return parties in one form: sides trimmed, each once, sorted, joined by `; `."""

    def sort(text: str) -> str | None:
        sides = {" ".join(side.split()) for side in text.split(";")} - {""}
        return PARTIES_SEPARATOR.join(sorted(sides)) or None

    return _retext(column, sort)


def at_rows(
    mask: np.ndarray,
    lines: np.ndarray,
    column: str | None,
    values: pd.Series | None,
    make: Callable[[str], tuple[str, str, str]],
) -> list[Problem]:
    """Return a problem for each marked row; `make` turns its value into code, message,
    suggestion ("" stands for a missing value)."""
    rows = np.flatnonzero(mask)
    if not rows.size:
        return []
    found = [None] * rows.size if values is None else _listed(values.iloc[rows])
    made = {value: make(value or "") for value in dict.fromkeys(found)}
    return [
        problem(made[value][0], int(line), column, value, made[value][1], made[value][2])
        for line, value in zip(lines[rows].tolist(), found, strict=True)
    ]


def check_words(column: _Text, lines: np.ndarray, name: str) -> Checked:
    """Check a column with a closed vocabulary; case is ignored."""
    words = VOCABULARIES[name]
    if column.isna().all():
        return Checked(column, np.zeros(len(column), dtype=bool), [])
    lower = _retext(column, str.lower)
    faulty = (lower.notna() & ~lower.isin(words)).to_numpy()

    def make(value: str) -> tuple[str, str, str]:
        if name == EVENT and value.lower() == PLANNED:
            message = "The event 'planned' is held back for a later version of the format."
            return f"{name}-vocabulary", message, "Leave the row out until the day has come."
        message = f"{value!r} is no {name}; the words are {show_list(words)}."
        return f"{name}-vocabulary", message, word_hint(name, value)

    return Checked(lower.mask(faulty), faulty, at_rows(faulty, lines, name, column, make))


def check_dates(column: _Text, lines: np.ndarray, name: str) -> Checked:
    """Check a column of dates that may be empty; values are `DateRange` objects or None."""
    codes, uniques = pd.factorize(column)
    parsed = [parse_date(text) for text in uniques]
    faults = {
        text: result
        for text, result in zip(uniques, parsed, strict=True)
        if isinstance(result, DateFault)
    }
    # A last place for what is missing, which has the code -1.
    wrong = np.array([*(isinstance(result, DateFault) for result in parsed), False], dtype=bool)
    kept = np.full(len(parsed) + 1, None, dtype=object)
    kept[:-1] = [result if isinstance(result, DateRange) else None for result in parsed]
    faulty = wrong[codes]

    def make(value: str) -> tuple[str, str, str]:
        fault = faults[value]
        return fault.code, fault.message, fault.suggestion

    values = pd.Series(kept[codes], index=column.index, dtype=object)
    return Checked(values, faulty, at_rows(faulty, lines, name, column, make))


def check_cadence(column: _Text, lines: np.ndarray) -> Checked:
    """Check `cadence_days`: whole numbers from 0 to a million, `365.0` among them."""
    if column.isna().all():
        return Checked(column.astype("float64"), np.zeros(len(column), dtype=bool), [])
    whole = {text for text in column.dropna().unique() if _is_cadence(text)}
    faulty = (column.notna() & ~column.isin(list(whole))).to_numpy()
    values = pd.to_numeric(column.where(column.isin(list(whole))), errors="coerce")

    def make(value: str) -> tuple[str, str, str]:
        message = f"{value!r} is no whole number of days up to {_MOST_CADENCE:,}."
        return "cadence-not-whole", message, "Write the days between uses, such as 365, or 0."

    found = at_rows(faulty, lines, CADENCE_DAYS, column, make)
    return Checked(values.astype("float64"), faulty, found)


def _is_cadence(text: str) -> bool:
    return bool(_WHOLE.fullmatch(text)) and float(text) <= _MOST_CADENCE


def check_pairs(event: _Text, state: _Text, lines: np.ndarray, sound: np.ndarray) -> Checked:
    """Check that each event has the state it needs and no other; `sound` marks the rows
    whose event and state were both read. Values are the events, filled."""
    filled = event.where(event.notna() | state.isna(), CHANGE)
    bare = state.isna()
    without = sound & (bare & (filled.isna() | filled.isin([CHANGE, CHECK]))).to_numpy()
    extra = sound & (~bare & filled.isin([OVERTURE, ENDED])).to_numpy()

    def need(value: str) -> tuple[str, str, str]:
        message = (
            f"A {value} needs a state." if value else "The row has neither an event nor a state."
        )
        return "state-needed", message, "Write open, partial, severed or unknown."

    def drop(value: str) -> tuple[str, str, str]:
        name = f"An {value}" if value else "This event"
        hint = "Leave the state empty, or put it in a row of its own."
        return "state-not-allowed", f"{name} never has a state.", hint

    needed = at_rows(without, lines, STATE, filled, need)
    surplus = at_rows(extra, lines, STATE, filled, drop)
    shown = state.to_numpy(dtype=object)[extra]
    problems = [_with_value(item, None) for item in needed]
    problems += [_with_value(p, v) for p, v in zip(surplus, shown, strict=True)]
    return Checked(filled, without | extra, problems)


def check_urls(column: _Text, lines: np.ndarray) -> list[Problem]:
    """Warn of addresses that are not http or https."""
    plain = pc.match_substring_regex(pa.array(column, pa.large_string()), _PLAIN_HTTP)
    sound = pc.fill_null(plain, True).to_numpy(zero_copy_only=False).copy()
    unsure = np.flatnonzero(~sound)
    sound[unsure] = column.iloc[unsure].str.fullmatch(_HTTP).to_numpy(dtype=bool)

    def make(value: str) -> tuple[str, str, str]:
        message = f"{value!r} is no http or https address; it is kept as text and never linked."
        return "url-not-http", message, "Write the whole address, beginning with https://."

    return at_rows(~sound, lines, SOURCE_URL, column, make)


def _with_value(item: Problem, value: str | None) -> Problem:
    return problem(item.code, item.line, item.column, value, item.message, item.suggestion)


def _retext(column: _Text, convert: Callable[[str], str | None]) -> _Text:
    codes, uniques = pd.factorize(column)
    texts = pd.array([convert(text) for text in uniques], dtype="str")
    return pd.Series(texts.take(codes, allow_fill=True), index=column.index)


def _listed(column: pd.Series) -> list[str | None]:
    return [None if value != value else value for value in column.tolist()]
