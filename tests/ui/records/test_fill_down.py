"""Cells that are empty because the one above stands for them too."""

import io
from datetime import date

import openpyxl
import pytest

from openline.intake.choices import Choices, Join
from openline.intake.edits import Edits
from openline.intake.source import Source, read_source
from openline.ui.records.fill_down import Gaps, column_gaps
from tests.records import bring, press
from tests.screen import markup

FILE = (
    "parties,channel,date,state\nArland; Berland,North line,2019-03-01,open\n"
    ",North line,2021-06-14,severed\n"
)


@pytest.mark.usefixtures("set_today")
def test_parties_that_stand_once_hold_for_the_rows_below_by_choice() -> None:
    """Two channels become one."""
    at = bring(FILE)
    assert "1 empty cell; line 3: Arland; Berland" in markup(at)
    assert "2 channels" in markup(at)
    press(at, "records_apply_filled")
    assert "2 rows of 1 channel were read" in markup(at)
    assert at.session_state["records_draft"].choices.filled == ("parties",)


def _gaps(text: str, choices: Choices | None = None) -> list[Gaps]:
    source = read_source(text.encode())
    assert isinstance(source, Source)
    return list(column_gaps(source, choices or Choices(), Edits()))


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


@pytest.mark.usefixtures("set_today")
def test_a_merged_cell_of_a_workbook_is_filled() -> None:
    """A spreadsheet keeps the text of merged cells in the first of them alone; that a name
    stands with and without parties is warned of until it is filled."""
    book = openpyxl.Workbook()
    for row in (
        ["parties", "channel", "date", "state"],
        ["Arland; Berland", "North line", date(2019, 3, 1), "open"],
        [None, "North line", date(2021, 6, 14), "severed"],
    ):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    out = io.BytesIO()
    book.save(out)
    at = bring(out.getvalue(), "merged.xlsx")
    assert "North line has no parties in line 3" in markup(at)
    press(at, "records_apply_filled")
    assert "2 rows of 1 channel were read" in markup(at)
