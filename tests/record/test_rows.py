"""Rows: checked, typed and in one form."""

from openline.record.delimited import read_cells
from openline.record.problems import Problem
from openline.record.rows import check_rows
from openline.record.sheet import Sheet
from tests.asking import TODAY


def _rows(*lines: str) -> tuple[list[dict[str, object]], tuple[Problem, ...]]:
    frame, found = check_rows(Sheet.of(read_cells("\n".join(lines))), TODAY)
    return frame.to_dict("records"), found.listed


def test_a_row_is_typed_and_filled() -> None:
    """Names lose their blanks, words their case, and what is left out is filled."""
    (row,), problems = _rows("channel,parties,date,state", "C  1,B;A,2020-02,OPEN")
    assert not problems
    assert (row["channel"], row["parties"], row["state"]) == ("C 1", "A; B", "open")
    assert (row["event"], row["confidence"], row["line"]) == ("change", "reported", 2)


def test_every_fault_of_a_row_is_named() -> None:
    """A row with several faults has a problem for each and is left out."""
    rows, problems = _rows("channel,date,state,confidence", ",2020-13-01,shut,sure")
    assert rows == []
    assert {item.code for item in problems} == {
        "channel-missing",
        "date-impossible",
        "state-vocabulary",
        "confidence-vocabulary",
    }


def test_a_row_without_a_date_is_left_out() -> None:
    """A row needs a date."""
    rows, problems = _rows("channel,date,state", "C,,open")
    assert rows == []
    assert [(item.code, item.line) for item in problems] == [("date-missing", 2)]


def test_a_missing_column_is_not_missed_in_each_row() -> None:
    """Where a column is lacking, its rows are not named one by one."""
    assert _rows("channel,date", "C,2020")[1] == ()


def test_a_word_at_fault_is_not_also_missing() -> None:
    """A state that is none of the words is one problem, not two."""
    problems = _rows("channel,date,state", "C,2020,shut")[1]
    assert [item.code for item in problems] == ["state-vocabulary"]


def test_intervals_are_changes_and_breaks() -> None:
    """An interval is a change at its start and unknown from its end on."""
    rows, problems = _rows(
        "channel,level,start,end,state", "C,political,2020-01-01,2020-02-01,open"
    )
    assert not problems
    assert [(row["state"], row["event"], row["level"]) for row in rows] == [
        ("open", "change", "political"),
        ("unknown", "change", "political"),
    ]


def test_an_interval_is_no_contact() -> None:
    """In the interval form an event other than a change is an error."""
    problems = _rows("channel,start,state,event", "C,2020,open,contact")[1]
    assert [item.code for item in problems] == ["event-vocabulary"]


def test_warnings_keep_the_row() -> None:
    """An address that is none and a day to come are warnings, and the row stays."""
    rows, problems = _rows("channel,date,state,source_url", "C,2999-01-01,open,a.org")
    assert len(rows) == 1
    assert {item.code for item in problems} == {"url-not-http", "date-future"}
    assert {item.severity for item in problems} == {"warning"}
