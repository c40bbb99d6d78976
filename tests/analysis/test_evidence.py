"""What is seen of a record as of a day and under filters."""

import pytest

from openline.analysis.evidence import Evidence
from openline.analysis.filters import Filters
from openline.analysis.spans import spans
from tests.analysis.records import evidence

_RECORD = """channel,parties,level,kind,date,event,state,confidence
Line,B; A,military,hotline,2020-01-01,change,open,confirmed
Line,A; B,military,hotline,2020-02-01,change,severed,inferred
Line,A; B,military,hotline,2020-03-01,change,open,reported
Desk,A; C,political,talks,2020-01-01,change,open,confirmed
Talks,C; D,,,2020-01-01,change,partial,
"""


def _names(found: Evidence) -> set[str]:
    return set(found.channels["channel"])


def test_later_rows_are_not_seen() -> None:
    """A row on the as-of day is seen, a later one is not."""
    assert len(evidence(_RECORD, "2020-01-31").observations) == 3
    assert len(evidence(_RECORD, "2020-02-01").observations) == 4


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        (Filters(), {"Line", "Desk", "Talks"}),
        (Filters(parties=("a",)), {"Line", "Desk"}),
        (Filters(parties=("b;A",)), {"Line"}),
        (Filters(levels=("Military",)), {"Line"}),
        (Filters(kinds=("hotline", "TALKS")), {"Line", "Desk"}),
        (Filters(channels=(" desk ",)), {"Desk"}),
        (Filters(parties=("A",), channels=("Talks",)), set()),
    ],
)
def test_filters_take_whole_names(filters: Filters, names: set[str]) -> None:
    """A filter matches whole names without regard to case, and all filters must match."""
    assert _names(evidence(_RECORD, "2020-12-31", filters=filters)) == names


def test_evidence_left_out_leaves_unknown() -> None:
    """Where a change is left out the channel is unknown until its next remaining state."""
    filters = Filters(channels=("Line",), confidence="reported")
    found = spans(evidence(_RECORD, "2020-12-31", filters=filters))
    assert list(found["state"]) == ["open", "unknown", "open"]
    assert list(found["days"].iloc[:2]) == [31, 29]


def test_an_empty_confidence_is_reported() -> None:
    """A row without confidence counts as reported and goes where only confirmed is kept."""
    found = evidence(_RECORD, "2020-12-31", filters=Filters(confidence="confirmed"))
    assert len(found.observations) == 2
    assert len(evidence(_RECORD, "2020-12-31", filters=Filters(confidence="reported")).moves) == 5


def test_carry_makes_old_evidence_unknown() -> None:
    """With a carry a channel is unknown that many days after its latest row, not before."""
    filters = Filters(channels=("Desk",))
    held = spans(evidence(_RECORD, "2020-01-10", filters=filters, carry=10))
    lapsed = spans(evidence(_RECORD, "2020-01-11", filters=filters, carry=10))
    assert list(held["state"]) == ["open"]
    assert list(lapsed["state"]) == ["open", "unknown"]
    assert lapsed["days"].iloc[0] == 10


def test_derived_tables_are_made_once() -> None:
    """A table made of the evidence is remembered."""
    found = evidence(_RECORD, "2020-12-31")
    assert spans(found) is spans(found)
