"""What entered a saved record later than it happened: new to readers, whatever its day."""

from datetime import date

from openline.analysis.difference import added_rows
from openline.record.problems import Problem
from openline.record.record import Record
from openline.store.revisions import Revision
from openline.ui.data.answers import answered, read_revision
from openline.ui.data.saved import the_store


def rows_since(before: Revision | None, record: Record, today: date) -> frozenset[int]:
    """Return the rows that a record has and its earlier revision did not."""
    earlier = read_revision(before, today) if before else None
    return added_rows(earlier, record) if isinstance(earlier, Record) else frozenset()


def revision_before(shown: Revision | None, day: date) -> Revision | None:
    """Return the newest revision of a saved record that was there at the end of a day, None
    where that is the one shown, or where there was none."""
    if shown is None or shown.saved_at.date() <= day:
        return None
    revisions = answered(lambda: the_store().revisions(shown.record))
    if isinstance(revisions, Problem):
        return None
    earlier = [one for one in revisions if one.saved_at.date() <= day and one.number < shown.number]
    return max(earlier, key=lambda one: one.number, default=None)
