"""Asking: keywords of a call, read by the code that reads an address."""

import difflib
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final, TypedDict

import pandas as pd

from openline.analysis.tables import TABLES
from openline.questions import Asked, asked_of
from openline.record.problems import Problem
from openline.record.record import Record
from openline.view.names import unknown_names
from openline.view.view import View

Day = str | date
"""A day: a date, or a text as 2023-10-05; `latest` and `today` where the as-of day is asked."""


class Filters(TypedDict, total=False):
    """What leaves rows out, in any table. Several names are joined by "or".

    `parties` are sets of parties as "China; United States", or one side; `level`, `kind` and
    `channel` are names; `confidence` is the weakest that counts; `carry` is the days after its
    latest row from which a channel is unknown; `q` are words that a channel's rows must have.
    """

    parties: str | Sequence[str]
    level: str | Sequence[str]
    kind: str | Sequence[str]
    channel: str | Sequence[str]
    confidence: str
    carry: int
    q: str


_FILTERS: Final = tuple(Filters.__annotations__)
_KEYWORDS: Final = {"asof": "as_of", "from": "first", "to": "second"}
"""How a call names what an address calls otherwise."""
_TABLES: Final = {table.name: table for table in TABLES}


class QuestionError(ValueError):
    """A question with values that cannot be read. `problems` are what is wrong with them, each
    with the keyword as its column, a message and a suggestion."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(map(_of_call, problems))
        super().__init__("\n".join(f"{item.message} {item.suggestion}" for item in self.problems))


def _of_call(item: Problem) -> Problem:
    """Return a problem of an address as one of a call, where nothing is ignored."""
    name = item.column or ""
    keyword = _KEYWORDS.get(name, name)
    message = item.message.replace(f"{name} is ignored: ", f"{keyword}: ", 1)
    return replace(item, column=keyword or None, message=message)


def asked_table(
    record: Record, today: date, name: str, filters: Mapping[str, Any], **own: Any
) -> pd.DataFrame:
    """Return a table of a record. `filters` are those of `Filters`, and `own` the parameters of
    an address that this table takes; None stands for the default.

    Names that the record lacks match nothing, and are warned of. Raises `QuestionError` for a
    value that cannot be read, and TypeError for a filter of no known name.
    """
    for key in filters:
        if key not in _FILTERS:
            raise TypeError(_unknown(key))
    summary = bool(own.pop("summary", False))
    given = {key: _texts(value) for key, value in {**filters, **own}.items() if value is not None}
    view, problems = View.from_query(given)
    if problems:
        raise QuestionError(problems)
    for item in unknown_names(view, record):
        warnings.warn(f"{item.message} {item.suggestion}", stacklevel=4)
    wanted = asked_of(_TABLES[name], view, record, view.as_of_day(record, today), given)
    if not isinstance(wanted, Asked):
        raise QuestionError([wanted])
    return replace(wanted, question=replace(wanted.question, summary=summary)).answer()


def _texts(value: Any) -> list[str]:
    """Return what stands for a value in an address."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_text(item) for item in value]
    return [_text(value)]


def _text(value: Any) -> str:
    return str(value.date() if isinstance(value, datetime) else value)


def _unknown(key: str) -> str:
    close = difflib.get_close_matches(key, _FILTERS, 1)
    hint = f"Is it {close[0]}?" if close else f"The filters are {', '.join(_FILTERS)}."
    return f"There is no filter {key!r}. {hint}"
