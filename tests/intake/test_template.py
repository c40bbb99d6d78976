"""Files to begin with: each is a sound record that shows what it should."""

import pytest

from openline.intake.template import INTERVALS, SIMPLEST, TEMPLATE, rows_of_parties
from openline.record.columns import COLUMNS, CONFIDENCES, EVENTS, KNOWN_STATES
from openline.record.reading import read_record
from tests.asking import TODAY, read


@pytest.mark.parametrize("data", [TEMPLATE, SIMPLEST, INTERVALS])
def test_a_file_to_begin_with_has_no_problem(data: bytes) -> None:
    """Neither an error nor a warning stands in a file that analysts copy."""
    record = read_record(data, TODAY)
    assert record.problems == ()
    assert len(record.observations) >= 3


def test_the_template_shows_every_column_and_word() -> None:
    """Three channels show all columns, events, states and degrees of confidence."""
    record = read_record(TEMPLATE, TODAY)
    rows = record.observations
    assert record.columns == tuple(column.name for column in COLUMNS)
    assert len(record.channels) == 3
    assert set(rows["event"]) == set(EVENTS)
    assert set(rows["state"].dropna()) == set(KNOWN_STATES)
    assert set(rows["confidence"]) == set(CONFIDENCES)
    assert (rows["earliest"] != rows["latest"]).any()


def test_the_simplest_file_has_the_needed_columns() -> None:
    """Only what is needed stands in the simplest file."""
    needed = [column.name for column in COLUMNS if column.needed]
    assert SIMPLEST.decode().splitlines()[0].split(",") == needed


def test_the_intervals_say_what_the_simplest_file_says() -> None:
    """A channel's spans are the same in both forms."""
    changes, spans = (read_record(data, TODAY).observations for data in (SIMPLEST, INTERVALS))
    assert changes["state"].tolist() == spans["state"].tolist()


_RECORD = read(
    "channel,parties,date,state,cadence_days,note",
    'C,A; B,2020,open,365,"x, y"',
    "D,A; C,2021,severed,,",
    "E,,2022,open,,",
)


@pytest.mark.parametrize(
    ("names", "channels"),
    [
        (["b; a", "c"], "D"),
        (["a; b"], "C"),
        (["A"], "CD"),
        (["B", "C"], "CD"),
        (["x"], ""),
        ([], ""),
    ],
)
def test_rows_of_parties_are_a_record(names: list[str], channels: str) -> None:
    """Rows are taken by all sides or by one of them, and read as they were."""
    again = read_record(rows_of_parties(_RECORD, names), TODAY)
    assert again.observations["channel"].tolist() == list(channels)
    assert again.errors == () or not channels


def test_rows_of_parties_keep_other_columns() -> None:
    """What the record holds beside the format comes along."""
    data = rows_of_parties(_RECORD, ["A; B"])
    assert (
        data
        == (
            b"channel,parties,cadence_days,date,event,state,confidence,note\n"
            b'C,A; B,365,2020,change,open,reported,"x, y"\n'
        )
        or data == b'channel,parties,cadence_days,date,state,note\nC,A; B,365,2020,open,"x, y"\n'
    )
