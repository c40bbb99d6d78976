"""Columns with cells that are empty because the one above stands for them too."""

from openline.intake.choices import Choices, Join
from openline.intake.column_gaps import Gaps
from openline.intake.edits import Edits
from openline.intake.source import Source, read_source
from openline.intake.survey import survey


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
