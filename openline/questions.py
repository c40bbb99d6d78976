"""Questions: what a view asks of a record, for anything that answers with tables."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

import pandas as pd

from openline.analysis.filters import Filters
from openline.analysis.lengths import years_before
from openline.analysis.openings import CLOSING
from openline.analysis.question import Question
from openline.analysis.tables import Table
from openline.record.problems import Problem
from openline.record.record import Record
from openline.view.names import unordered_days, unsuited_group
from openline.view.parameters import MOVES
from openline.view.readers import STEPS_BACK, YEAR
from openline.view.view import View

_EVERY_MOVE, _, _CLOSINGS = MOVES
_WITH_CLOSINGS: Final = (_EVERY_MOVE, _CLOSINGS)


@dataclass(frozen=True)
class Asked:
    """What an address asks of one table: the question, and whether only the closings among
    openings and closings are wanted."""

    table: Table
    question: Question
    only_closings: bool = False

    def answer(self) -> pd.DataFrame:
        """Return the table's rows, with exactly its columns."""
        frame = self.table.answer(self.question)
        if not self.only_closings:
            return frame
        return frame[frame["change"].isin(CLOSING)].reset_index(drop=True)


def asked_of(
    table: Table, view: View, record: Record, as_of: date, given: Collection[str]
) -> Asked | Problem:
    """Return what an address asks of a table, or the problem that the table cannot answer part of
    its view; `given` are the parameters in the address.

    Only openings are asked for unless `moves` says otherwise.
    """
    question = question_of(view, record, as_of)
    unordered = unordered_days(*comparison_days(view, as_of))
    if table.name == "compare" and unordered is not None:
        return unordered
    if table.groups and view.by is not None and view.by not in table.groups:
        return unsuited_group(view.by, table.groups)
    moves = view.moves if "moves" in given else ""
    question = replace(question, closings=moves in _WITH_CLOSINGS)
    return Asked(table, question, table.name == "openings" and moves == _CLOSINGS)


def filters_of(view: View, as_of: date | None = None) -> Filters:
    """Return the filters of a view, with its search as of its as-of day."""
    lists = (view.parties, view.level, view.kind, view.channel)
    q = " ".join(view.q.split())
    return Filters(*lists, view.confidence, view.fresh, q, as_of if q else None)


def question_of(view: View, record: Record, as_of: date) -> Question:
    """Return what a view asks of a record on its as-of day.

    The days of a comparison are left out unless the first precedes the second.
    """
    first, second = comparison_days(view, as_of)
    return Question(
        record=record,
        as_of=as_of,
        filters=filters_of(view, as_of),
        carry=view.carry,
        min_days=view.min_days,
        window=view.window,
        by=view.by,
        until=view.until,
        days=(first, second) if first < second else None,
        since=since_day(view.since, as_of),
    )


def comparison_days(view: View, as_of: date) -> tuple[date, date]:
    """Return the two days of a comparison: the named ones, by default the as-of day and a year
    before it."""
    second = view.to_day or as_of
    return view.from_day or years_before(second, 1), second


def since_day(since: str | date, as_of: date) -> date:
    """Return the day that `since` names: a day, or a step back from the as-of day."""
    if isinstance(since, date):
        return since
    if since == YEAR:
        return years_before(as_of, 1)
    return as_of - min(timedelta(STEPS_BACK[since]), as_of - date.min)


def last_day(record: Record, now: date) -> date | None:
    """Return the last day that a record knows, None if all its rows are in the future."""
    days = record.observations["earliest"]
    has_begun = bool(len(days)) and days.min().date() <= now
    return record.latest_day(now) if has_begun else None
