"""Scale: a long record is read and derived whole, and one that is broken throughout is capped.

What both take of time and memory is measured in `benchmarks/`.
"""

from datetime import date

import pytest

from benchmarks.records import BROKEN, broken_record, long_record
from openline.analysis.question import Question
from openline.analysis.tables import TABLES
from openline.record.problems import MOST_LISTED
from openline.record.reading import read_record
from tests.budget import budget

TODAY = date(2026, 11, 25)
LONG_ROWS = budget(50_000, 200_000)
BROKEN_ROWS = budget(11_000, 20_000)
"""More than are listed, whatever is wrong."""


def test_a_long_record_is_read_whole() -> None:
    """Every row of a long record is an observation, and each channel has its status."""
    record = read_record(long_record(LONG_ROWS), TODAY)
    question = Question(record, TODAY, closings=True, days=(date(2015, 1, 1), TODAY))
    counts = {table.name: len(table.answer(question)) for table in TABLES}
    assert not record.errors
    assert counts["observations"] == LONG_ROWS
    assert len(record.channels) == counts["status"] == counts["shares"] == LONG_ROWS // 200
    assert counts["compare"] == counts["status"]
    assert counts["spans"] > len(record.channels)
    assert counts["gaps"] > 0
    assert counts["survival"] > 1


@pytest.mark.parametrize(("kind", "problems"), BROKEN.items())
def test_of_a_record_broken_throughout_the_first_problems_are_listed(
    kind: str, problems: int
) -> None:
    """10,000 problems are listed and the others counted, whatever is wrong with every row."""
    record = read_record(broken_record(kind, BROKEN_ROWS), TODAY)
    listed, beyond = len(record.problems), sum(record.beyond.values())
    expected = problems * BROKEN_ROWS + (2 if kind == "short" else 0)
    assert listed == min(MOST_LISTED, expected)
    assert listed + beyond == expected
