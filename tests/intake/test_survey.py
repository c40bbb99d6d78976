"""What a file holds as a whole."""

from openline.intake.choices import Choices
from openline.intake.edits import Edits
from openline.intake.large import survey_apart
from openline.intake.survey import Survey, read_survey
from openline.record.limits import Extent
from openline.record.problems import Problem
from openline.record.progress import Progress

FILE = (
    b"channel,parties,start,end,state,note\n"
    b"North,A; B,2019-01-01,2019-05-31,open,\n"
    b",A; B,2019-06-01,2019-06-30,shut,x\n"
    b"channel,parties,start,end,state,note\n"
    b"Source: a,,,,,\n"
)


def read(data: bytes, choices: Choices | None = None) -> Survey:
    """Look through a file of text."""
    outcome = read_survey(data, choices or Choices(), Edits(), Extent())
    assert not isinstance(outcome, Problem)
    return outcome[1]


def test_all_of_it_is_gathered() -> None:
    """Rows that are no observations; what stands in columns; empty cells; ends of intervals."""
    held = read(FILE)
    assert {kind: rows.count for kind, rows in held.left_out.items()} == {"headers": 1, "notes": 1}
    assert [row.line for row in held.left_out["headers"].first] == [4]
    assert held.samples[0] == ("North", "channel", "Source: a")
    assert held.samples[5] == ("x", "note")
    assert held.channels == {"North": 1, "channel": 1, "Source: a": 1}
    assert "channel" not in held.meant
    assert held.meant["state"] == {"open": 1, "shut": 1, "state": 1}
    assert held.first["note"] == {"x": 1, "note": 1}
    assert [(gaps.name, gaps.cells, gaps.examples) for gaps in held.gaps] == [
        ("channel", 1, ((3, "North"),))
    ]
    assert (held.ends.last, held.ends.examples[0]) == (0, "2019-06-30")


def test_what_was_chosen_counts() -> None:
    """Rows that are left out are in no column, and are still there to be named."""
    held = read(FILE, Choices(left_out=("headers", "notes"), names={"note": "summary"}))
    assert held.channels == {"North": 1}
    assert held.first["summary"] == {"x": 1}
    assert held.left_out["notes"].count == 1


def test_of_many_rows_the_first_are_named() -> None:
    """All are counted."""
    held = read(b"a,b,c\n" + b"x,,\n" * 50 + b"1,2,3\n")
    assert (held.left_out["sections"].count, len(held.left_out["sections"].first)) == (50, 3)


def test_what_is_no_text_is_a_problem() -> None:
    """The one that reading names."""
    outcome = read_survey(b"\x00\x01\xff" * 50, Choices(), Edits(), Extent())
    assert isinstance(outcome, Problem)
    assert outcome.code == "not-text"


def test_apart_it_is_the_same() -> None:
    """With where the rows are, and what is told meanwhile."""
    told = list[str]()
    progress: Progress = lambda _, words: told.append(words)  # noqa: E731
    outcome = survey_apart(FILE, Choices(), Edits(), Extent(), progress)
    assert not isinstance(outcome, Problem)
    assert [*outcome[0].lines] == [1, 2, 3, 4, 5]
    assert outcome[1] == read(FILE)
    assert "Looking at its columns, rows and words" in told
