"""What is asked of a record."""

from datetime import date

from openline.analysis.filters import Filters
from openline.analysis.question import Question
from tests.asking import read

_RECORD = read(
    "channel,level,date,state",
    "Line,military,2020-01-01,open",
    "Talks,political,2020-01-01,open",
    "Line,military,2022-01-01,severed",
)


def test_a_question_rests_on_the_evidence_of_its_day_and_filters() -> None:
    """Later rows and other channels are not seen."""
    asked = Question(_RECORD, date(2021, 1, 1), Filters(levels=("military",)))
    found = asked.evidence().observations
    assert found[["channel", "state"]].to_numpy().tolist() == [["Line", "open"]]
