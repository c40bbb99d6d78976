"""How choices for a column read its dates."""

from datetime import date, timedelta
from typing import Final

from openline.intake.choices import DateOrder, DateReading
from openline.intake.date_forms import Need, Ways
from openline.intake.date_spans import LONGEST_DATE, read_form
from openline.intake.month_names import ENGLISH
from openline.intake.other_calendars import CALENDARS
from openline.record.dates import DateRange, parse_date

_DECEMBER: Final = 12
_PIVOT: Final = 29
"""Where nobody is asked, two-digit years up to this are 20xx, as in spreadsheets."""


def read_date(text: str, reading: DateReading) -> str:
    """Return a cell of dates as the choices for its column read it. A date of the format, or a
    text that cannot be read so, stays as it is."""
    plain = text.strip()
    if not plain or len(plain) > LONGEST_DATE:
        return text
    if said(plain) in reading.no_end:
        return ""
    own = parse_date(plain)
    own_text = own.text if isinstance(own, DateRange) else None
    other = None if own_text and not reading.calendars else _chosen(plain, reading)
    reading_of_text = other or own_text
    if reading_of_text is None:
        return text
    if reading.last_day:
        return first_day_after(reading_of_text)
    return other or text


def read_foreign(text: str, order: DateOrder) -> str | None:
    """Return a date or an interval of any form in the format's; None if it is not one, or needs
    more than an order and a century to be known.

    >>> read_foreign("5.8.2022", "day-first")
    '2022-08-05'
    """
    form = read_form(text.strip(), Ways(order, pivot=_PIVOT))
    return None if form is None or form.needs - {"order", "pivot"} else form.text


def first_day_after(text: str) -> str:
    """Return the day, month or year after one; for an interval, the one after each of its ends.

    >>> first_day_after("2010-12"), first_day_after("2010/2011-02-28")
    ('2011-01', '2011/2011-03-01')
    """
    return "/".join(map(_after, text.split("/")))


def said(text: str) -> str:
    """Return words for comparison: without regard to case and blanks."""
    return " ".join(text.casefold().split())


def _chosen(text: str, reading: DateReading) -> str | None:
    """Return a date written in another form, None if the choices do not settle how to read it."""
    ways = Ways(
        reading.order or "day-first",
        (*reading.languages, ENGLISH),
        99 if reading.pivot is None else reading.pivot,
        reading.epoch or 1900,
        reading.seasons == "south",
        reading.calendars,
    )
    form = read_form(text, ways)
    chosen: dict[Need, bool] = {
        "order": reading.order is not None,
        "pivot": reading.pivot is not None,
        "month_year": reading.month_year,
        "time": reading.without_time,
        "epoch": reading.epoch is not None,
        "mark": reading.without_marks,
        "part": reading.thirds,
        "season": reading.seasons is not None,
        "about": reading.without_doubt,
        **{need: not {*CALENDARS[need]}.isdisjoint(reading.calendars) for need in CALENDARS},
    }
    return form.text if form is not None and all(chosen[need] for need in form.needs) else None


def _after(half: str) -> str:
    year, *rest = map(int, half.split("-"))
    if not rest:
        return f"{year + 1:04}"
    if len(rest) == 1:
        return f"{year + 1:04}-01" if rest[0] == _DECEMBER else f"{year:04}-{rest[0] + 1:02}"
    return (date(year, *rest) + timedelta(days=1)).isoformat()
