"""Every table is what a second, independent reading of the contract makes of random records."""

from functools import cache

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from openline.analysis.tables import TABLES
from openline.record.reading import read_record
from openline.record.record import Record
from tests.analysis.crowds import crowd, questions
from tests.analysis.differences import QUESTIONS, answers, first_difference, variants
from tests.budget import budget
from tests.reference.asking import options
from tests.reference.options import Options
from tests.reference.strategies import records

pytestmark = pytest.mark.thorough

settled = settings(
    max_examples=budget(4, 16),
    phases=[Phase.generate],  # Records are made from one number, which nothing is gained to shrink.
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def test_every_table_is_compared() -> None:
    """No table is left out, and no grouping of one."""
    compared = {(name, by) for name, by, _ in QUESTIONS}
    assert compared == {(table.name, by) for table in TABLES for by in (None, *table.groups)}


@cache
def _drawn() -> list[tuple[str, Options, Record]]:
    """Random records with what is asked of them: drawn and read once for all tables."""
    found = []

    @settled
    @given(text=records(), asked=options())
    def draw(text: str, asked: Options) -> None:
        found.append((text, asked, read_record(text.encode(), asked.today)))

    draw()
    return found


@pytest.mark.parametrize("name", [table.name for table in TABLES])
def test_a_table_is_that_of_the_second_reading(name: str) -> None:
    """The rows are the same under all filters, confidences, limits, windows and groupings."""
    for text, asked, record in _drawn():
        for variant in variants(name, asked):
            expected, found = answers(name, text, variant, record)
            assert first_difference(expected, found) is None, (text, variant)


@settled
@given(text=records(sparse=True), asked=options())
def test_sparse_records_have_the_same_status(text: str, asked: Options) -> None:
    """Rows that leave the level, the kind and the cadence of their channel empty change nothing."""
    expected, found = answers("status", text, asked)
    assert first_difference(expected, found) is None, asked


@cache
def _crowd(seed: int) -> tuple[str, Record]:
    text = crowd(seed)
    return text, read_record(text.encode(), next(questions()).today)


@pytest.mark.parametrize("name", ["status", "spans", "gaps", "openings", "signs", "compare"])
@pytest.mark.parametrize("seed", range(budget(1, 2)))
def test_rows_that_meet_on_few_days_are_read_alike(name: str, seed: int) -> None:
    """However rows of a channel meet on a day, and whichever are left out, tables are the same."""
    text, record = _crowd(seed)
    for asked in questions():
        expected, found = answers(name, text, asked, record)
        assert first_difference(expected, found) is None, asked
