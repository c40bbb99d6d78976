"""A range of days of one's own, beside the numbers of years: `2020-01-01..2023-10-05`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Self

from openline.record.dates import show_day
from openline.record.problems import WARNING, Problem
from openline.view.readers import Fault, Value, one_of, read_one_day

USUAL_RANGE: Final = "10y"
PAGES_OWN: Final = ""
"""The range of an address that names none: what its page shows by default."""
RANGES: Final[Mapping[str, int | None]] = {"3y": 3, "10y": 10, "25y": 25, "all": None}
"""The spans of time that a timeline shows, in years up to the as-of day."""
_BETWEEN: Final = ".."


@dataclass(frozen=True, slots=True)
class Stretch:
    """The first day and the last of a range; without a last one it goes to the as-of day.

    >>> Stretch.of("2020-01-01..")
    Stretch(first=datetime.date(2020, 1, 1), last=None)
    """

    first: date
    last: date | None = None

    @classmethod
    def of(cls, range_name: str) -> Self | None:
        """Return the days that a range of a view names, None where it is a number of years."""
        first, between, last = range_name.partition(_BETWEEN)
        if not between:
            return None
        return cls(date.fromisoformat(first), date.fromisoformat(last) if last else None)

    def __str__(self) -> str:
        """Return the range as an address has it."""
        return f"{self.first.isoformat()}{_BETWEEN}{self.last.isoformat() if self.last else ''}"


def read_range(text: str) -> Value | Fault:
    """Read a number of years, or a range of days, its last one left out if it goes to the as-of
    day."""
    first, between, last = (part.strip() for part in text.partition(_BETWEEN))
    if not between:
        return one_of(tuple(RANGES))(text)
    days = [read_one_day(part) for part in (first, last) if part]
    fault = next((day for day in days if isinstance(day, Fault)), None)
    if fault is not None:
        return fault
    if not first:
        return Fault("The range has no first day.", f"Write 2020-01-01{_BETWEEN}{last}.")
    begin, *end = (day for day in days if isinstance(day, date))
    if end and end[0] <= begin:
        message = f"The range ends on {show_day(end[0])}, not after its first day."
        return Fault(message, "Write the earlier day first.")
    return str(Stretch(begin, *end))


def stretch_until(range_name: str, as_of: date) -> tuple[date, date] | None:
    """Return the first and the last day that a range shows up to an as-of day; None where it is
    a number of years, or does not begin before that day."""
    named = Stretch.of(range_name)
    if named is None or named.first >= as_of:
        return None
    return named.first, min(named.last or as_of, as_of)


def late_range(range_name: str, as_of: date) -> Problem | None:
    """Return the problem of a range that begins or ends after the as-of day, else None."""
    named = Stretch.of(range_name)
    if named is None:
        return None
    if named.first >= as_of:
        message = (
            f"The range begins on {show_day(named.first)}, not before the as-of day, "
            f"{show_day(as_of)}; the usual years are shown."
        )
        hint = "Choose an earlier first day, or a later as-of day."
    elif named.last is not None and named.last > as_of:
        message = (
            f"The range ends on {show_day(named.last)}; it is shown up to the as-of day, "
            f"{show_day(as_of)}."
        )
        hint = "Choose a later as-of day, or an earlier last day."
    else:
        return None
    return Problem(WARNING, "range-days", None, "range", range_name, message, hint)
