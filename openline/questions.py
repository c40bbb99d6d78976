"""Questions: what a view asks of a record, for whatever answers it with tables."""

from datetime import date, timedelta

from openline.analysis.filters import Filters
from openline.analysis.lengths import year_before
from openline.analysis.question import Question
from openline.record.record import Record
from openline.view import STEPS_BACK, YEAR, View


def filters_of(view: View, as_of: date | None = None) -> Filters:
    """Return the filters of a view, whose search is of its as-of day."""
    lists = (view.parties, view.level, view.kind, view.channel)
    q = " ".join(view.q.split())
    return Filters(*lists, view.confidence, view.fresh, q, as_of if q else None)


def question_of(view: View, record: Record, as_of: date) -> Question:
    """Return what a view asks of a record on its as-of day.

    The days of a comparison are left out where they do not follow each other.
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
    """Return the two days of a comparison: those named, else the as-of day and a year before."""
    second = view.to_day or as_of
    return view.from_day or year_before(second), second


def since_day(since: str | date, as_of: date) -> date:
    """Return the day that `since` names: a day, or a step back from the as-of day."""
    if isinstance(since, date):
        return since
    if since == YEAR:
        return year_before(as_of)
    return as_of - min(timedelta(STEPS_BACK[since]), as_of - date.min)
