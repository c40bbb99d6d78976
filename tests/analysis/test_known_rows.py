"""Rows that a record has already."""

from typing import Final

import pytest

from openline.analysis.known_rows import known_rows
from openline.record.reading import read_record
from openline.record.record import Record
from tests.asking import TODAY

HEAD: Final = "channel,parties,date,event,state,summary,Desk\n"
HAS: Final = (
    "Talks,A; B,2020-05-01,contact,open,The first round.,North\n"
    "Talks,A; B,2021-06,,severed,Called off.,\n"
)


def _record(text: str) -> Record:
    return read_record(text.encode(), TODAY)


def _known(more: str) -> list[int]:
    return sorted(known_rows(_record(HEAD + HAS), _record(more)))


def test_a_row_that_is_there_is_known_however_it_is_written() -> None:
    """The order of parties and columns, case of a state and blanks make no difference."""
    more = "state,date,channel,event,parties\nOpen,2020-05-01, Talks,contact,B; A\n"
    assert _known(more) == [2]
    assert _known("channel,parties,date,state\nTalks,A; B,2021-06,severed\n") == [2]


@pytest.mark.parametrize(
    "row",
    [
        "Talks,A; B,2020-05-02,contact,open,,",
        "Talks,A; B,2020-05-01,contact,partial,,",
        "Talks,A; B,2020-05-01,check,open,,",
        "Talks,,2020-05-01,contact,open,,",
        "Talk,A; B,2020-05-01,contact,open,,",
        "Talks,A; B,2020-05-01,contact,open,The second round.,",
        "Talks,A; B,2021-06,,severed,,South",
    ],
)
def test_a_row_that_says_anything_else_is_new(row: str) -> None:
    """Another day, state, event, channel or word in any column is something to add."""
    assert _known(f"{HEAD}{row}\n") == []


def test_a_row_that_says_less_is_known() -> None:
    """An empty cell adds nothing, nor does a column that the rows do not have."""
    assert _known(f"{HEAD}Talks,A; B,2020-05-01,contact,open,,\n{HAS}") == [2, 3, 4]


def test_a_column_that_the_record_lacks_is_new() -> None:
    """What stands in it would be lost otherwise."""
    more = "channel,parties,date,event,state,Place\nTalks,A; B,2020-05-01,contact,open,{}\n"
    assert _known(more.format("Geneva")) == []
    assert _known(more.format("")) == [2]


def test_a_confidence_that_is_not_said_is_no_other_one() -> None:
    """Rows without that column do not contradict a confirmed one; a column that says reported
    does."""
    record = _record("channel,date,state,confidence\nA,2020,open,confirmed\n")
    assert known_rows(record, _record("channel,date,state\nA,2020,open\n")) == {2}
    said = _record("channel,date,state,confidence\nA,2020,open,reported\n")
    assert known_rows(record, said) == frozenset()


def test_an_interval_is_known_with_its_end() -> None:
    """A row that ends otherwise is new."""
    head = "channel,start,end,state\n"
    record = _record(f"{head}A,2020,2021,open\n")
    assert known_rows(record, _record(f"{head}A,2020,2021,open\n")) == {2}
    assert known_rows(record, _record(f"{head}A,2020,2022,open\n")) == frozenset()


def test_rows_of_one_channel_and_day_cost_no_more_than_others() -> None:
    """Twice ten thousand rows that differ in their summary alone: each pair of them would be a
    hundred million."""
    rows = "".join(f"Talks,,2020-05-01,contact,open,{i},\n" for i in range(10_000))
    record = _record(HEAD + rows)
    assert len(known_rows(record, record)) == 10_000
