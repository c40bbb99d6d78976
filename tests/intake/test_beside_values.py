"""What a workbook has beside the values of a sheet."""

import openpyxl
from openpyxl.comments import Comment

from openline.intake.beside_values import (
    BesideValues,
    Uncalculated,
    beside_values,
    sheets_together,
    uncalculated,
)
from openline.intake.source import Source, read_source
from tests.intake.workbooks import saved, workbook


def _source(text: str) -> Source:
    source = read_source(text.encode())
    assert isinstance(source, Source)
    return source


def test_links_comments_and_what_is_hidden_are_counted() -> None:
    """Those of the sheet that is asked about."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Log"
    for row in (("channel", "date", "state"), ("A", "2019", "open"), ("A", "2020", "severed")):
        sheet.append(row)
    sheet["A2"].hyperlink = "https://a.example/1"
    sheet["B3"].comment = Comment("only calls", "desk")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.create_sheet("Other").append(["x"])
    assert beside_values(saved(book), "Log") == BesideValues(None, 1, 1, 1, 1)
    assert beside_values(saved(book), "Other") == BesideValues()


def test_sheets_with_the_same_header_are_told() -> None:
    """Wherever it stands among the first rows; a header of no known column says nothing."""
    header, other = ("Line", "Since", "Status"), ("x", "y")
    sheets = {"A": [header], "B": [("Title",), ("line", "SINCE", "status")], "C": [other]}
    assert beside_values(workbook(sheets), "B").alike == ("A", "B")
    assert beside_values(workbook({"A": [other], "B": [other]}), "A").alike == ()


def test_what_is_no_workbook_has_nothing() -> None:
    """It is told elsewhere."""
    assert beside_values(b"PK", "Log") == BesideValues()


def test_rows_of_sheets_are_put_together() -> None:
    """Below the first header, short rows filled up, cells beyond it kept, titles left out."""
    first = _source("channel,date,state\nA,2019\nB,2019,open,more\n\n")
    second = _source("Log\nchannel,date,state\nC,2020,open\n")
    assert sheets_together({"x": first, "y": second}).decode().splitlines() == [
        "channel,date,state,sheet",
        "A,2019,,x",
        "B,2019,open,x,more",
        "C,2020,open,y",
    ]
    named = _source("channel,date,Sheet\nA,1,2\n")
    assert (
        sheets_together({"x": named}).splitlines()[0] == b"channel,date,Sheet,sheet of the workbook"
    )


def test_formulas_without_values_are_counted_and_the_first_named() -> None:
    """Cells with a formula that was never calculated are empty cells, and are told."""
    data = workbook({"Lines": [["channel", "date"], ["A", "=TODAY()"], ["=A2", "2020"]]})
    assert uncalculated(data, "Lines") == Uncalculated(2, "B2")


def test_values_alone_have_nothing_to_tell() -> None:
    """A sheet without formulas, one that is not there and no workbook at all say nothing."""
    data = workbook({"Lines": [["channel", "date"], ["A", "2020"]]})
    assert uncalculated(data, "Lines") is None
    assert uncalculated(data, "Other") is None
    assert uncalculated(b"PK", "Lines") is None
