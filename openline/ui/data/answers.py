"""A page's questions to the store; failures are returned as values."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from openline.analysis.difference import added_rows
from openline.record.problems import Problem
from openline.record.record import Record
from openline.store.problems import StoreError
from openline.store.revisions import Revision, SavedRecord
from openline.ui.data.looks import read_once
from openline.ui.data.saved import the_library, the_store
from openline.web.source import Kept

_T = TypeVar("_T")


def store_answers() -> Kept:
    """Return the store's answer now, or why there is none, and how long it took."""
    try:
        return the_library().asked_now()
    except StoreError as error:
        return Kept(problem=error.problem)


def answered(question: Callable[[], _T]) -> _T | Problem:
    """Return the store's answer, or its problem."""
    try:
        return question()
    except StoreError as error:
        return error.problem


def revisions_of(item: SavedRecord) -> tuple[Revision, ...] | Problem:
    """Return the revisions of a record, the newest first."""
    return answered(lambda: the_store().revisions(item.name))


def read_revision(revision: Revision, today: date) -> Record | Problem:
    """Return the record of a revision."""
    return answered(
        lambda: read_once(
            revision.digest,
            today,
            lambda: the_store().bytes_of(revision.record, revision.number),
        )
    )


def rows_since(before: Revision | None, record: Record, today: date) -> frozenset[int]:
    """Return the rows of a record that its earlier revision did not have."""
    earlier = read_revision(before, today) if before else None
    return added_rows(earlier, record) if isinstance(earlier, Record) else frozenset()


def revision_before(shown: Revision | None, day: date) -> Revision | None:
    """Return the newest revision of a saved record that existed at the end of a day; None where
    that is the one shown, or where there was none."""
    if shown is None or shown.saved_at.date() <= day:
        return None
    revisions = answered(lambda: the_store().revisions(shown.record))
    if isinstance(revisions, Problem):
        return None
    earlier = [one for one in revisions if one.saved_at.date() <= day and one.number < shown.number]
    return max(earlier, key=lambda one: one.number, default=None)
