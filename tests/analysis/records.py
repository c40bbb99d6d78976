"""Small records for the tests of the tables."""

from datetime import date
from typing import Any, Final

from openline.analysis.evidence import Evidence, gather
from openline.record.reading import read_record
from openline.record.record import Record

__all__ = ["TODAY", "evidence", "read"]

TODAY: Final = date(2026, 11, 25)


def read(csv: str) -> Record:
    """Return the record of a text that has no errors."""
    record = read_record(csv.encode(), TODAY)
    assert not record.has_errors
    return record


def evidence(csv: str, day: str, **options: Any) -> Evidence:
    """Return the evidence of a text as of a day; `options` are those of `gather`."""
    return gather(read(csv), date.fromisoformat(day), **options)
