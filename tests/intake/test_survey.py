"""What a file holds as a whole."""

from openline.intake.choices import Choices, Join
from openline.intake.edits import Edits
from openline.intake.large import survey_apart
from openline.intake.source import Source, read_source
from openline.intake.survey import EndDays, Gaps, Survey, count_end_days, read_survey, survey
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


def _gaps(text: str, choices: Choices | None = None) -> list[Gaps]:
    source = read_source(text.encode())
    assert isinstance(source, Source)
    return [*survey(source, choices or Choices(), Edits()).gaps]


def test_only_columns_that_name_what_a_row_is_of_are_asked_about() -> None:
    """A summary is mostly empty, and nothing stands above the first row."""
    assert _gaps("channel,summary,y,date\n,x,2020,\nA,,,2020\n,x,2021,\n") == [
        Gaps("channel", "channel", 1, ((4, "A"),)),
        Gaps("date", "date", 1, ((4, "2020"),)),
    ]


def test_a_part_of_a_date_is_asked_about_where_a_finer_one_is_there() -> None:
    """A year above several months holds for them; a day that is not known is none of the row
    above."""
    text = "y,m,d\n1989,1,2\n,3,4\n1990,5,\n1991,,\n,,\n"
    joins = Choices(joins={"date": Join(("y", "m", "d"))})
    assert _gaps(text) == []
    assert _gaps(text, joins) == [Gaps("y", "y", 1, ((3, "1989"),))]
    assert _gaps("y,m,d\n1989,1,2\n1989,,4\n", joins) == [Gaps("m", "m", 1, ((3, "1"),))]


def test_the_sides_that_make_a_channel_are_asked_about_too() -> None:
    """Of two columns of sides the first often has merged cells."""
    text = "a,b,date\nArland,Berland,2020\n,Corland,2021\n"
    joins = Choices(joins={"channel": Join(("a", "b"), " to ")})
    assert _gaps(text, joins) == [Gaps("a", "a", 1, ((3, "Arland"),))]


def test_a_part_that_the_file_lacks_asks_nothing() -> None:
    """What was chosen for an earlier file may name columns that this one has not."""
    joins = Choices(joins={"date": Join(("y", "m", "d"))})
    assert _gaps("y,m\n1989,1\n,3\n", joins) == []


def test_rows_that_are_no_observations_have_no_gaps() -> None:
    """A total below the rows is none of a channel."""
    assert _gaps("id,channel,date,n\n1,A,2020,1\nTotal,,,1\n") == []


def test_intervals_speak_for_their_last_day() -> None:
    """One that ends on the day before the next one starts, or on the day on which it starts."""
    rows = [
        ("North", "1990-01-01", "2010-05-04"),
        ("North", "2010-05-05", "2020-12-31"),
        ("South", "2022-03-05", "2022-03-05"),
        ("South", "2010-05-05", "2011"),
    ]
    assert count_end_days(rows) == EndDays(2, 0, ("2022-03-05", "2020-12-31", "2011-01-01"))


def test_intervals_speak_for_the_day_after() -> None:
    """One that ends on the day on which the next one starts; other channels say nothing."""
    rows = [
        ("North", "2019-03-01", "2020-03-01"),
        ("North", "2020-03-01", "2021-01-01"),
        ("South", "2021-01-01", "9999-12-31"),
        ("South", "soon", "2021-01-01"),
        ("South", "2020-01-01", ""),
    ]
    assert (count_end_days(rows).last, count_end_days(rows).after) == (0, 1)
