"""A question: what is asked of a record, whichever way it is answered."""

from dataclasses import dataclass, field, replace
from datetime import date

from openline.analysis.evidence import Evidence, gather
from openline.analysis.filters import Filters
from openline.analysis.gaps import MIN_DAYS
from openline.analysis.openings import WINDOW
from openline.record.record import Record


@dataclass(frozen=True)
class Question:
    """What is asked of a record: the day, the filters and the options of the tables."""

    record: Record
    as_of: date
    filters: Filters = field(default_factory=Filters)
    carry: int | None = None
    min_days: int = MIN_DAYS
    window: int = WINDOW
    closings: bool = False
    by: str | None = None
    until: str = "raised"
    summary: bool = False
    days: tuple[date, date] | None = None
    since: date | None = None

    def evidence(self) -> Evidence:
        """Return the evidence on which the answer rests."""
        return gather(self.record, self.as_of, self.filters, self.carry)

    def searching(self, day: date) -> "Question":
        """Return this question with its search as of a day, unless that is named already."""
        day = self.filters.q_day or day
        return replace(self, filters=replace(self.filters, q_day=day)) if self.filters.q else self
