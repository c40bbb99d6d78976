"""Questions: what a view asks of a record, for whatever answers it with tables."""

from calendar import isleap
from datetime import date

from openline.analysis.filters import Filters
from openline.analysis.tables import Question
from openline.record.record import Record
from openline.view import View

_LEAP_DAY = (2, 29)


def filters_of(view: View) -> Filters:
    """Return the filters of a view."""
    return Filters(view.parties, view.level, view.kind, view.channel, view.confidence, view.fresh)


def question_of(view: View, record: Record, as_of: date) -> Question:
    """Return what a view asks of a record on its as-of day.

    The days of a comparison are left out where they do not follow each other.
    """
    first, second = comparison_days(view, as_of)
    return Question(
        record=record,
        as_of=as_of,
        filters=filters_of(view),
        carry=view.carry,
        min_days=view.min_days,
        window=view.window,
        by=view.by,
        until=view.until,
        days=(first, second) if first < second else None,
    )


def comparison_days(view: View, as_of: date) -> tuple[date, date]:
    """Return the two days of a comparison: those named, else the as-of day and a year before."""
    second = view.to_day or as_of
    return view.from_day or year_before(second), second


def year_before(day: date) -> date:
    """Return the same day of the year before; of a leap day, 28 February."""
    return years_before(day, 1)


def years_before(day: date, years: int) -> date:
    """Return the same day so many years before; of a leap day, 28 February where the year
    has none. No day is before the first of the calendar."""
    year = day.year - years
    if year < 1:
        return date.min
    short = (day.month, day.day) == _LEAP_DAY and not isleap(year)
    return day.replace(year=year, day=28) if short else day.replace(year=year)
