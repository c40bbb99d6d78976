"""Cells that are empty because the one above stands for them too."""

import io
from datetime import date

import openpyxl
import pytest

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
