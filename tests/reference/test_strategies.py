"""The random records reach what they are meant to reach, and break no rule."""

import math
from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from tests.budget import budget

from .asking import options
from .options import Options
from .strategies import FEATURES, coverage, records
from .tables import TABLES, errors, table

pytestmark = pytest.mark.thorough

EXAMPLES = budget(30, 300)
MANY = budget(200, 700)
FEWEST = budget(1, 3)
quiet = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
fewer = settings(quiet, max_examples=budget(10, 100))


def test_every_feature_is_reached() -> None:
    """Some hundreds of records reach each feature."""
    counts: Counter[str] = Counter()

    @settings(quiet, max_examples=MANY)
    @given(records())
    def draw(csv_text: str) -> None:
        counts.update(coverage(csv_text))

    draw()
    assert {name for name in FEATURES if counts[name] < FEWEST} == set()
    assert set(counts) <= FEATURES


@quiet
@given(records())
def test_no_record_has_a_hidden_error(csv_text: str) -> None:
    """No check is contradicted and no intervals overlap in a random record."""
    assert errors(csv_text) == frozenset()


@fewer
@given(records(sparse=True), options())
def test_every_table_can_be_computed(csv_text: str, asked: Options) -> None:
    """Each table of a random record is computed, and its numbers are numbers."""
    for name in TABLES:
        for row in table(name, csv_text, asked):
            assert not any(isinstance(value, float) and math.isnan(value) for value in row.values())


@fewer
@given(records(), options())
def test_time_in_state_adds_up_to_the_spans(csv_text: str, asked: Options) -> None:
    """The known days of a channel are the days of its known spans."""
    spans = table("spans", csv_text, asked)
    for row in table("shares", csv_text, Options(**{**vars(asked), "by": None})):
        own = [one for one in spans if _name(one) == _name(row) and one["state"] != "unknown"]
        assert sum(int(str(one["days"])) for one in own) == row["known_days"]


def _name(row: dict[str, object]) -> tuple[object, object]:
    return row["parties"], row["channel"]


def test_a_worked_example_of_a_tie_an_inert_check_and_a_restart() -> None:
    """Of two states on one day the last stands; a check that holds later in its range is inert."""
    csv_text = (
        "channel,date,event,state\n"
        "Line,2021-01-01,change,open\n"
        "Line,2021-01-01,change,severed\n"
        "Line,2021/2022,check,open\n"
        "Line,2021-03-01,contact,open\n"
        "Line,2021-04-01,ended,\n"
        "Line,2021-05,contact,partial\n"
    )
    asked = Options(as_of=date(2021, 6, 1), today=date(2021, 6, 1))
    spans = [(row["state"], row["start"], row["days"]) for row in table("spans", csv_text, asked)]
    assert errors(csv_text) == frozenset()
    assert spans == [
        ("severed", "2021-01-01", 59),
        ("open", "2021-03-01", 31),
        ("partial", "2021-05-01", 31),
    ]
