"""The cells of each row: checked against the format, and brought into one form.

Each check takes text columns (missing is NaN) and the rows' lines, and returns the column
as it is to be kept, a mask of the rows at fault, and the problems.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias, TypeVar

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from openline.record.columns import (
    CADENCE_DAYS,
    CHANGE,
    CHECK,
    END,
    ENDED,
    EVENT,
    OVERTURE,
    PARTIES_SEPARATOR,
    PLANNED,
    SOURCE_URL,
    STATE,
)
from openline.record.dates import DATE_FAULTS, DateFault, DateRange, parse_date
from openline.record.problems import Findings, Problem, merged, problem, short
from openline.record.vocabulary import VOCABULARIES, show_list, word_hint

_Text: TypeAlias = pd.Series
_T = TypeVar("_T")
_WHOLE: Final = re.compile(r"\d+(?:\.0*)?", re.ASCII)
_MOST_CADENCE: Final = 1_000_000
HTTP_ADDRESS: Final = re.compile(r"https?://[^\s/](?:(?![;,|]https?://)\S)*", re.IGNORECASE)
_SECOND_ADDRESS: Final = r"[;,|\s](?i:https?)://"
_PLAIN_HTTP: Final = r"^[Hh][Tt][Tt][Pp][Ss]?://[!-.0-~][!-~]*$"
"""The addresses of printable ASCII among those of `HTTP_ADDRESS`, which arrow tells much faster."""


@dataclass(frozen=True)
class CheckedColumn:
    """A checked column: its values as kept, which rows are at fault, and the problems."""

    values: pd.Series
    faulty: np.ndarray
    problems: Findings


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
    code: str,
    mask: np.ndarray,
    lines: np.ndarray,
    column: str | None,
    values: pd.Series | None,
    make: Callable[[str], tuple[str, str]],
) -> Findings:
    """Return a problem for each marked row; `make` turns its value into message and
    suggestion ("" stands for a missing value)."""
    cells = None if values is None else values.array

    def tell(row: int) -> Problem:
        cell = None if cells is None else cells[row]
        value = cell if isinstance(cell, str) else None
        return problem(code, int(lines[row]), column, value, *make(value or ""))

    return Findings.at(code, np.flatnonzero(mask).tolist(), tell)


def check_words(column: _Text, lines: np.ndarray, name: str) -> CheckedColumn:
    """Check a column with a closed vocabulary; case is ignored."""
    words = VOCABULARIES[name]
    if column.isna().all():
        return CheckedColumn(column, np.zeros(len(column), dtype=bool), Findings())
    lower = _retext(column, str.lower)
    faulty = (lower.notna() & ~lower.isin(words)).to_numpy()

    def make(value: str) -> tuple[str, str]:
        if name == EVENT and value.lower() == PLANNED:
            message = "The event 'planned' is reserved for a later version of the format."
            return message, "Leave the row out until that day."
        article = "an" if name == EVENT else "a"
        message = f"{short(value)!r} is not {article} {name}; the words are {show_list(words)}."
        return message, word_hint(name, value)

    unknown_words = at_rows(f"{name}-vocabulary", faulty, lines, name, column, make)
    return CheckedColumn(lower.mask(faulty), faulty, unknown_words)


def check_dates(column: _Text, lines: np.ndarray, name: str) -> CheckedColumn:
    """Check a column of dates that may be empty; values are `DateRange` objects or None."""
    codes, uniques = pd.factorize(column)
    parsed = [parse_date(text) for text in uniques]
    # A last place for what is missing, which has the code -1.
    faults = np.array([*(getattr(result, "code", "") for result in parsed), ""], dtype=object)[
        codes
    ]
    kept = np.full(len(parsed) + 1, None, dtype=object)
    kept[:-1] = [result if isinstance(result, DateRange) else None for result in parsed]

    def make(code: str, value: str) -> tuple[str, str]:
        fault = DateFault(value, code)
        if name == END and not any(map(str.isdigit, value)):
            rest = fault.suggestion.replace("Write", "write", 1)
            return fault.message, f"Leave `end` empty if the interval continues; otherwise {rest}"
        return fault.message, fault.suggestion

    findings = merged(
        at_rows(code, faults == code, lines, name, column, partial(make, code))
        for code in DATE_FAULTS
    )
    return CheckedColumn(
        pd.Series(kept[codes], index=column.index, dtype=object), faults != "", findings
    )


def check_cadence(column: _Text, lines: np.ndarray) -> CheckedColumn:
    """Check `cadence_days`: whole numbers from 0 to a million, `365.0` among them."""
    if column.isna().all():
        nowhere = np.zeros(len(column), dtype=bool)
        return CheckedColumn(column.astype("float64"), nowhere, Findings())
    whole = {text for text in column.dropna().unique() if _is_cadence(text)}
    faulty = (column.notna() & ~column.isin(list(whole))).to_numpy()
    values = pd.to_numeric(column.where(column.isin(list(whole))), errors="coerce")

    def make(value: str) -> tuple[str, str]:
        message = f"{short(value)!r} is not a whole number of days up to {_MOST_CADENCE:,}."
        return message, "Write the days between uses, such as 365, or 0."

    not_whole = at_rows("cadence-not-whole", faulty, lines, CADENCE_DAYS, column, make)
    return CheckedColumn(values.astype("float64"), faulty, not_whole)


def _is_cadence(text: str) -> bool:
    return bool(_WHOLE.fullmatch(text)) and float(text) <= _MOST_CADENCE


def check_pairs(event: _Text, state: _Text, lines: np.ndarray, sound: np.ndarray) -> CheckedColumn:
    """Check that each event has the state it needs and no other; `sound` marks the rows
    whose event and state were both read. Values are the events, filled."""
    filled = event.where(event.notna() | state.isna(), CHANGE)
    bare = state.isna()
    without = sound & (bare & (filled.isna() | filled.isin([CHANGE, CHECK]))).to_numpy()
    extra = sound & (~bare & filled.isin([OVERTURE, ENDED])).to_numpy()

    def need(row: int) -> Problem:
        word = filled.iloc[row]
        message = (
            f"A {word} needs a state."
            if isinstance(word, str)
            else "The row has neither an event nor a state."
        )
        hint = f"Write {show_list(VOCABULARIES[STATE])}."
        return problem("state-needed", int(lines[row]), STATE, None, message, hint)

    def drop(row: int) -> Problem:
        message = f"An {filled.iloc[row]} never has a state."
        hint = "Leave the state empty, or put it in a row of its own."
        return problem("state-not-allowed", int(lines[row]), STATE, state.iloc[row], message, hint)

    findings = merged(
        (
            Findings.at("state-needed", np.flatnonzero(without).tolist(), need),
            Findings.at("state-not-allowed", np.flatnonzero(extra).tolist(), drop),
        )
    )
    return CheckedColumn(filled, without | extra, findings)


def check_urls(column: _Text, lines: np.ndarray) -> Findings:
    """Warn of addresses that are not http or https."""
    plain = pc.match_substring_regex(pa.array(column, pa.large_string()), _PLAIN_HTTP)
    several = pc.match_substring_regex(pa.array(column, pa.large_string()), _SECOND_ADDRESS)
    plain = pc.and_(plain, pc.invert(several))
    sound = pc.fill_null(plain, True).to_numpy(zero_copy_only=False).copy()
    unsure = np.flatnonzero(~sound)
    sound[unsure] = column.iloc[unsure].str.fullmatch(HTTP_ADDRESS).to_numpy(dtype=bool)

    def make(value: str) -> tuple[str, str]:
        if re.search(_SECOND_ADDRESS, value):
            message = f"{short(value)!r} holds several addresses; it is kept as text, never linked."
            return message, "Keep one of them here, and write the others in the source."
        message = (
            f"{short(value)!r} is not an http or https address; it is kept as text, never linked."
        )
        return message, "Write the whole address, beginning with https://."

    return at_rows("url-not-http", ~sound, lines, SOURCE_URL, column, make)


def _retext(column: _Text, convert: Callable[[str], str | None]) -> _Text:
    codes, uniques = pd.factorize(column)
    texts = pd.array([convert(text) for text in uniques], dtype="str")
    return pd.Series(texts.take(codes, allow_fill=True), index=column.index)
